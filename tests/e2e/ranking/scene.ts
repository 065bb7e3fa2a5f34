import { join } from "node:path";
import { and, eq } from "drizzle-orm";
import type { makeProgress } from "#app/cli/progress.ts";
import { bell } from "#app/cli/season/chance.ts";
import { rehearsalOf } from "#app/cli/season/edition.ts";
import { assignReadings, markSheets } from "#app/cli/season/marking.ts";
import type { PlannedDraft } from "#app/cli/season/plan.ts";
import { openSeason, planSeason, playRegistration } from "#app/cli/season/script.ts";
import { screenEntries } from "#app/cli/season/screening.ts";
import { makeStopwatch, type Season } from "#app/cli/season/season.ts";
import { rehearsalMark } from "#app/cli/season/texts.ts";
import type { SeasonWorld } from "#app/cli/season/world.ts";
import { withLetters } from "#app/cli/season/letters.ts";
import { findAgencyByCode } from "#app/features/agencies/queries.server.ts";
import { listAssignments } from "#app/features/assignment/queries.server.ts";
import type { Definition, Stage } from "#app/features/competitions/definition/types.ts";
import { seatPerson } from "#app/features/competitions/operations.server.ts";
import { getPreset } from "#app/features/competitions/presets/registry.ts";
import { rubricOf, stagesOfKind } from "#app/features/competitions/rules.ts";
import type { EditionId } from "#app/features/competitions/types.ts";
import type { ProposalId } from "#app/features/proposals/types.ts";
import { lockSheet } from "#app/features/scoring/operations.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { dayOfInstant } from "#app/lib/zones.ts";
import { openDatabase } from "#db/client.server.ts";
import { demoAgencyCode, reservedDomain } from "#db/seeds/demo-accounts.ts";
import { scoreSheets } from "#db/schema/scoring.ts";
import { inHouse } from "#tests/e2e/walk/house.ts";
import type { Product } from "#tests/support/product.ts";

const day = 86_400_000;
/** From the opening of registration to the close of the desk in a rehearsal: 30 + 1 + 12 + 3 + 29 days. */
const untilDeskCloses = 75 * day;
const evaluators = 8;
const registered = 44;
const sizes: Record<string, { size: number; reserve: number }> = { top99: { size: 10, reserve: 3 }, top45: { size: 5, reserve: 2 } };

export type Scene = {
  editionId: EditionId;
  slug: string;
  definition: Definition;
  desk: Stage;
  /** When the desk closes, UTC ms. */
  closesAt: number;
  /** The entry of the agency whose admin has an account. */
  ownEntry: ProposalId;
};

const silent = { begin: () => ({ advance: () => undefined, finish: () => 0 }) } as unknown as ReturnType<typeof makeProgress>;

/** The rules of a year, made small: ten places, two readings and up to four near the line, ranked by calibrated marks. */
async function rulesFor(world: SeasonWorld, { year, now }: { year: number; now: number }): Promise<Definition> {
  const preset = getPreset("kipp-2022");
  const opensOn = dayOfInstant(preset.definition.zone, now + 2 * day - untilDeskCloses);
  const rules = await withLetters(world.house.files, rehearsalOf(preset, { year, opensOn }));
  return {
    ...rules,
    rubrics: rules.rubrics.map((rubric) => (stagesOfKind(rules, "desk").some(({ key }) => key === rubric.stage) ? { ...rubric, readers: 2, readersMost: 4 } : rubric)),
    lists: rules.lists.map((list) => ({ ...list, ...(sizes[list.key] ?? { size: 1, reserve: 0 }), quantity: "calibrated" as const, quorum: "chair" as const })),
  };
}

/** An edition on its last day of desk evaluation: every sheet of two readers each is locked. `now` in UTC ms. */
export function prepareScene(product: Product, given: { slug: string; year: number; now: number }): Promise<Scene> {
  return inHouse(product, async (world) => {
    const definition = await rulesFor(world, given);
    const watch = makeStopwatch(silent, translators.id);
    const season = await openSeason(world, { definition, presetKey: "kipp-2022", slug: given.slug, registered });
    seatMore(season);
    playRegistration(season, [...planSeason(season, registered), ownDraft(season)], watch);
    screenEntries(season, watch);
    const [desk] = stagesOfKind(season.definition, "desk");
    if (!desk?.closesAt) throw new Error("the rehearsal has no desk");
    assignReadings(season, desk, watch);
    markSheets(season, { ...desk, closesAt: given.now }, watch);
    lockOpen(world, { editionId: season.editionId, definition: season.definition, desk, now: given.now });
    const ownEntry = season.drafts.at(-1)?.id as ProposalId;
    return { editionId: season.editionId, slug: given.slug, definition: season.definition, desk, closesAt: desk.closesAt, ownEntry };
  });
}

/** Four evaluators more than a season of this size seats: a plot of severity needs somebody to show. */
function seatMore({ world, editionId, organiser, definition }: Season): void {
  const now = (definition.stages[0]?.opensAt ?? 0) - 5 * day;
  for (let place = 5; place <= evaluators; place += 1) {
    const name = `Penilai Latihan 0${place} ${rehearsalMark}`;
    seatPerson(world.as(organiser, now), { editionId, email: `penilai-0${place}@${reservedDomain}`, name, role: "evaluator", organisation: `Universitas Latihan ${place}` });
  }
}

/** Near the line, so that whoever reads its result has something to read. */
function ownDraft({ world, definition }: Season): PlannedDraft {
  const agency = findAgencyByCode(world.house, demoAgencyCode);
  if (!agency) throw new Error("the demo has no agency");
  return {
    ...{ agency, title: `Perahu Baca Antarpulau ${rehearsalMark}`, unit: `Dinas Kesehatan ${rehearsalMark}`, innovator: "Tim Latihan Wakatobi" },
    ...{ groupKey: definition.groups[0]?.key ?? "", categoryKey: definition.categories[0]?.key ?? "", startedOn: dayOfInstant(definition.zone, (definition.stages[0]?.opensAt ?? 0) - 1_800 * day) },
    ...{ fate: "submitted", quality: 82, screening: "passed" },
  };
}

/** Marks and locks what is still open, as when more readers were called; again while that calls further readers. */
function lockOpen(world: SeasonWorld, { editionId, definition, desk, now }: Pick<Scene, "editionId" | "definition" | "desk"> & { now: number }): number {
  const { criteria } = rubricOf(definition, desk.key);
  let locked = 0;
  for (;;) {
    const open = openReadings(world, { editionId, desk });
    if (open.length === 0) return locked;
    for (const { id, userId } of open) {
      const marks = Object.fromEntries(criteria.map(({ key }) => [key, Math.round(7_800 / 50 + 6 * bell(world.random)) * 50]));
      lockSheet(world.as(world.personOf(userId), now), { assignmentId: id, revision: 0, marks, notes: {}, note: "Bacaan tambahan (data latihan)." });
      locked += 1;
    }
  }
}

function openReadings(world: SeasonWorld, { editionId, desk }: Pick<Scene, "editionId" | "desk">) {
  const rows = world.house.db.select({ id: scoreSheets.assignmentId }).from(scoreSheets).where(and(eq(scoreSheets.editionId, editionId), eq(scoreSheets.status, "locked"))).all();
  const locked = new Set(rows.map(({ id }) => id));
  return listAssignments(world.house, { editionId, stage: desk.key }).filter(({ id }) => !locked.has(id));
}

/** The readings that were handed out meanwhile come in. Returns how many. */
export const readTheRest = (product: Product, scene: Scene, now: number): Promise<number> => inHouse(product, (world) => lockOpen(world, { ...scene, now }));

/** What the product has stored, read beside it. */
export function ask<T>(product: Product, sql: string, ...values: unknown[]): T[] {
  const client = openDatabase(join(product.dataDir, "anugerah.db")).$client;
  try {
    return client.prepare(sql).all(...values) as T[];
  } finally {
    client.close();
  }
}

/** Every session looks as if its person had proved who they are eleven minutes ago. */
export function ageSessions(product: Product): void {
  const client = openDatabase(join(product.dataDir, "anugerah.db")).$client;
  client.exec("update sessions set proved_at = proved_at - 660000");
  client.close();
}
