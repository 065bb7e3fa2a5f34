import type { House } from "#app/cli/house.ts";
import { rehearsalOf } from "#app/cli/season/edition.ts";
import { openSeason, planSeason, playRegistration, refreshed } from "#app/cli/season/script.ts";
import { makeStopwatch, type Season } from "#app/cli/season/season.ts";
import { screenEntries } from "#app/cli/season/screening.ts";
import { makeSeasonWorld } from "#app/cli/season/world.ts";
import { createUser } from "#app/features/accounts/operations.server.ts";
import { inviteMember } from "#app/features/agencies/operations.server.ts";
import type { Definition } from "#app/features/competitions/definition/types.ts";
import { seatPerson } from "#app/features/competitions/operations.server.ts";
import { stagesOfKind } from "#app/features/competitions/rules.ts";
import type { EditionId } from "#app/features/competitions/types.ts";
import { getPreset } from "#app/features/competitions/presets/registry.ts";
import { listEntries } from "#app/features/proposals/queries.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { type Actor, systemActor } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { dayOfInstant } from "#app/lib/zones.ts";

const day = 86_400_000;
const preset = "kipp-2022";
export const password = "payung senja kopi";

/** Address before the sign of everybody who can sign in, with the name that pages show; the season seats them under it. */
const cast = {
  organiser: ["sekretariat", "Sekretariat"],
  chair: ["ketua-01", "Ketua Panel"],
  auditor: ["auditor-01", "Auditor"],
  evaluator1: ["penilai-01", "Ratna Pertama"],
  evaluator2: ["penilai-02", "Made Kedua"],
  evaluator3: ["penilai-03", "Yosef Ketiga"],
  evaluator4: ["penilai-04", "Siti Keempat"],
  evaluator5: ["penilai-05", "Agus Kelima"],
  evaluator6: ["penilai-06", "Wayan Keenam"],
  agencyAdmin: ["admin-uji", "Admin Lokal"],
} as const;

export type Key = keyof typeof cast;

export const evaluators = ["evaluator1", "evaluator2", "evaluator3", "evaluator4", "evaluator5", "evaluator6"] as const satisfies readonly Key[];

export const emailOf = (key: Key): string => `${cast[key][0]}@latihan.invalid`;
export const nameOf = (key: Key): string => cast[key][1];

export type DeskWorld = {
  season: Season;
  editionId: EditionId;
  /** Key of the desk's stage. */
  stage: string;
  userOf: (key: Key) => Id<"user">;
  /** A person as operations know them. */
  actor: (key: Key) => Actor;
};

/**
 * An edition whose desk opened three days ago: two readers an entry, blind, others' marks after one's own, a third reader beyond
 * fifteen points. Entries have passed screening; nobody reads anything yet.
 */
export async function makeDeskWorld(house: House, registered: number): Promise<DeskWorld> {
  const now = Date.now();
  const world = makeSeasonWorld(house, 11);
  const ids = new Map<Key, Id<"user">>();
  for (const key of Object.keys(cast) as Key[]) {
    const account = { email: emailOf(key), name: nameOf(key), password, systemRole: key === "organiser" ? ("organiser" as const) : ("none" as const) };
    ids.set(key, await createUser(world.as(systemActor, now - 90 * day), account));
  }
  const season = await openSeason(world, { definition: rulesOf(now), presetKey: preset, slug: "meja", registered });
  for (const key of ["evaluator5", "evaluator6"] as const) {
    const seat = { editionId: season.editionId, email: emailOf(key), name: nameOf(key), role: "evaluator" as const, organisation: `Lembaga ${nameOf(key)}` };
    seatPerson(world.as(season.organiser, now - 50 * day), seat);
  }
  const watch = makeStopwatch({ begin: () => ({ advance: () => undefined, finish: () => 0 }) }, translators.id);
  playRegistration(season, planSeason(season, registered), watch);
  screenEntries(season, watch);
  const [entry] = listEntries(house, { editionId: season.editionId, reach: ["passed"] });
  const seatOfAdmin = { agencyId: entry?.agencyId as Id<"agency">, email: emailOf("agencyAdmin"), name: nameOf("agencyAdmin"), role: "admin" as const, unit: "Bagian Organisasi" };
  inviteMember(world.as(season.organiser, now), seatOfAdmin);
  const userOf = (key: Key): Id<"user"> => ids.get(key) as Id<"user">;
  const actor = (key: Key): Actor => refreshed(world, world.personOf(userOf(key)));
  return { season, editionId: season.editionId, stage: stagesOfKind(season.definition, "desk")[0]?.key ?? "", userOf, actor };
}

/** Forty-six days pass between the opening of registration and that of the desk. */
function rulesOf(now: number): Definition {
  const given = getPreset(preset);
  const definition = rehearsalOf(given, { year: 2031, opensOn: dayOfInstant(given.definition.zone, now - 49 * day) });
  return {
    ...definition,
    rubrics: definition.rubrics.map((rubric) => ({ ...rubric, readers: 2, blind: true })),
    reading: { othersMarks: "afterOwn", divergence: 1_500, thirdReader: "atOnce", agreedValue: "beside" },
    conflicts: { ...definition.conflicts, sameRegion: true, byAgency: "confirmed" },
  };
}
