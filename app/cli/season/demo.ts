import { rehearsalOf } from "#app/cli/season/edition.ts";
import { withLetters } from "#app/cli/season/letters.ts";
import type { PlannedDraft } from "#app/cli/season/plan.ts";
import { openSeason, planSeason, playRegistration, playSeason } from "#app/cli/season/script.ts";
import type { Season, Stopwatch } from "#app/cli/season/season.ts";
import { rehearsalMark } from "#app/cli/season/texts.ts";
import type { SeasonWorld } from "#app/cli/season/world.ts";
import { createUser } from "#app/features/accounts/operations.server.ts";
import { inviteMember } from "#app/features/agencies/operations.server.ts";
import { findAgencyByCode } from "#app/features/agencies/queries.server.ts";
import type { Agency } from "#app/features/agencies/types.ts";
import type { Preset } from "#app/features/competitions/definition/types.ts";
import { defaultPresetKey, getPreset } from "#app/features/competitions/presets/registry.ts";
import { noteDemoFilled } from "#app/jobs/operations.server.ts";
import { type Actor, systemActor } from "#app/lib/ctx.ts";
import { dayOfInstant } from "#app/lib/zones.ts";
import { demoAccounts, demoAgencyCode, demoPassword } from "#db/seeds/demo-accounts.ts";
import { seedReference } from "#db/seed.ts";

/** Enough for a Top 99 that leaves others out, and for a table of several pages. */
const finishedSize = 400;
const openSize = 40;
/** Registration lasts thirty days; five are left. */
const daysSinceOpening = 25;
const dayMs = 86_400_000;

/**
 * Fills an empty database with a demo: the real registry and archive, an account for every role, a rehearsal edition that
 * ended last year and one that takes registrations for five more days. `now` in UTC ms.
 */
export async function seedDemo(world: SeasonWorld, now: number, watch: Stopwatch): Promise<void> {
  const preset = getPreset(defaultPresetKey);
  const { zone } = preset.definition;
  const year = Number(dayOfInstant(zone, now).slice(0, 4));
  const finished = await withLetters(world.house.files, demoRules(preset, { year: year - 1, opensOn: `${year - 1}-03-01` }));
  const open = await withLetters(world.house.files, demoRules(preset, { year, opensOn: dayOfInstant(zone, now - daysSinceOpening * dayMs) }));
  const agency = await watch.runAsync(stageOf(watch, "accounts", demoAccounts.length), async (done) => {
    const before = (finished.stages[0]?.opensAt ?? now) - 60 * dayMs;
    seedReference(world.as(systemActor, before));
    return openAccounts(world, before, done);
  });
  const past = await openSeason(world, planOf(finished, finishedSize));
  playSeason(past, [...planSeason(past, finishedSize), ...pastDrafts(agency, past)], watch);
  const present = await openSeason(world, { ...planOf(open, openSize), until: now });
  playRegistration(present, [...planSeason(present, openSize), ...presentDrafts(agency, present)], watch);
  noteDemoFilled(world.as(systemActor, now));
}

/** Nobody's: the domain is reserved, and no number begins like that. */
const helpDesk = { email: "narahubung@latihan.invalid", phone: "(021) 0000-2026", whatsapp: "620000002026" };

/** The rules of the year, but for what the product advises today, that lists rank by calibrated marks, and somebody to ask. */
function demoRules(preset: Pick<Preset, "definition">, at: { year: number; opensOn: string }): Season["definition"] {
  const definition = rehearsalOf(preset, at);
  return { ...definition, help: helpDesk, lists: definition.lists.map((list) => ({ ...list, quantity: "calibrated" })) };
}

const stageOf = (watch: Stopwatch, key: string, total: number) => ({ key, name: watch.t("cli.demo.accounts"), total });

const planOf = (definition: Season["definition"], registered: number) => ({
  definition,
  registered,
  presetKey: defaultPresetKey,
  slug: `latihan-kipp-${definition.year}`,
});

/** Accounts with the demo's password, and the two people of the demo's agency. Returns that agency. */
async function openAccounts(world: SeasonWorld, now: number, done: () => void): Promise<Agency> {
  const people = new Map<string, Actor>();
  for (const { key, email, name, systemRole } of demoAccounts) {
    const id = await createUser(world.as(systemActor, now), { email, name, password: demoPassword, systemRole });
    people.set(key, world.personOf(id));
    done();
  }
  const agency = findAgencyByCode(world.house, demoAgencyCode);
  if (!agency) throw new Error(`no agency ${demoAgencyCode} in the registry`);
  const join = (key: string, role: "admin" | "writer", inviter: Actor): Actor => {
    const { userId, email, name } = people.get(key) as Actor;
    const unit = role === "admin" ? "Bagian Organisasi" : "Dinas Kesehatan";
    inviteMember(world.as(inviter, now), { agencyId: agency.id, email, name, role, unit: `${unit} ${rehearsalMark}` });
    world.forget(userId);
    return world.personOf(userId);
  };
  join("writer", "writer", join("agencyAdmin", "admin", people.get("organiser") as Actor));
  return agency;
}

type Fixed = Pick<PlannedDraft, "title" | "fate" | "quality" | "screening">;

/** Last year the demo's agency won one award, and had one entry turned down. */
const pastDrafts = (agency: Agency, season: Season): PlannedDraft[] =>
  fixedDrafts(agency, season, [
    { title: "Perahu Sehat Antarpulau", fate: "submitted", quality: 97, screening: "passed" },
    { title: "Arsip Nelayan Digital", fate: "submitted", quality: 70, screening: "failed" },
  ]);

/** This year it stands at each of the three positions. */
const presentDrafts = (agency: Agency, season: Season): PlannedDraft[] =>
  fixedDrafts(agency, season, [
    { title: "Kelas Gizi Pulau Kecil", fate: "submitted", quality: 88 },
    { title: "Radio Siaga Gelombang", fate: "handedOver", quality: 80 },
    { title: "Posyandu Terapung", fate: "left", quality: 75 },
  ]);

function fixedDrafts(agency: Agency, { definition }: Season, fixed: readonly Fixed[]): PlannedDraft[] {
  const [group] = definition.groups;
  return fixed.map((draft, index) => ({
    ...draft,
    agency,
    title: `${draft.title} ${rehearsalMark}`,
    unit: `Dinas Kesehatan ${rehearsalMark}`,
    innovator: "Tim Latihan Wakatobi",
    groupKey: group?.key ?? "",
    categoryKey: definition.categories[index % definition.categories.length]?.key ?? "",
    startedOn: `${definition.year - 4}-02-01`,
  }));
}
