import { and, eq } from "drizzle-orm";
import { agenciesByIds } from "#app/features/agencies/queries.server.ts";
import { isSinceSecond } from "#app/features/competitions/commitments/rules.ts";
import type { Rubric } from "#app/features/competitions/definition/types.ts";
import type { EditionId } from "#app/features/competitions/types.ts";
import { listEntries } from "#app/features/proposals/queries.server.ts";
import type { Entry, ProposalId } from "#app/features/proposals/types.ts";
import type { Mark } from "#app/features/ranking/calibration/types.ts";
import type { PlacedEntry } from "#app/features/ranking/competing/rules.ts";
import type { CountedStage } from "#app/features/ranking/composition/types.ts";
import { assessorName, entryName } from "#app/features/ranking/computing/rules.ts";
import { listLockedSheets } from "#app/features/scoring/queries.server.ts";
import { weightedTotal } from "#app/features/scoring/rules.ts";
import type { LockedSheet } from "#app/features/scoring/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { panels, slots } from "#db/schema/interviews.ts";

type Reach = Pick<Ctx, "db">;
export type StageSheets = { rubric: Rubric; weightBp: number; sheets: LockedSheet[] };

/** Every locked sheet of the counting stages, whoever competes. The caller has authorised. */
export const listStageSheets = (ctx: Ctx, editionId: EditionId, counting: readonly { rubric: Rubric; weightBp: number }[]): StageSheets[] =>
  counting.map(({ rubric, weightBp }) => ({ rubric, weightBp, sheets: listLockedSheets(ctx, { editionId, stage: rubric.stage }) }));

/** Points of one weighted total: hundredths of a point times basis points. */
const pointsOf = (total: number): number => total / 1_000_000;

/** `model`: the way of computing that the edition is bound to. */
type Given = { stages: readonly StageSheets[]; numbers: ReadonlyMap<Id<"user">, number>; model: string };

/**
 * The marks of the stages under the names they are calibrated by: entries that passed screening by number, assessors by the
 * number drawn for the edition, strata by category and group, and panels by name; by the first model a panel was part of the stratum.
 * The caller has authorised.
 */
export function listStageMarks(ctx: Ctx, editionId: EditionId, given: Given): CountedStage[] {
  const entries = new Map(listEntries(ctx, { editionId, reach: ["passed", "finalist", "winner"] }).map((entry) => [entry.id, entry]));
  return given.stages.map(({ rubric, weightBp, sheets }) => {
    const panelOf = panelNames(ctx, editionId, rubric.stage);
    const marks = sheets.flatMap(({ proposalId, userId, marks: own }): Mark[] => {
      const entry = entries.get(proposalId);
      const number = given.numbers.get(userId);
      if (!entry || number === undefined) return [];
      const value = pointsOf(weightedTotal(rubric, own));
      return [{ entry: entryName(entry.number), assessor: assessorName(number), ...placeOf(entry, panelOf.get(proposalId), given.model), value }];
    });
    return { stage: rubric.stage, weightBp, marks };
  });
}

/** Everything by which readings were handed out, and who sat together. */
function placeOf({ categoryKey, groupKey }: Entry, panel: string | undefined, model: string): Pick<Mark, "stratum" | "panel"> {
  if (panel === undefined) return { stratum: [categoryKey, groupKey].join("/") };
  return isSinceSecond(model) ? { stratum: [categoryKey, groupKey].join("/"), panel } : { stratum: [categoryKey, groupKey, panel].join("/") };
}

const panelNames = (ctx: Reach, editionId: EditionId, stage: string): Map<ProposalId, string> =>
  new Map(
    ctx.db
      .select({ proposalId: slots.proposalId, name: panels.name })
      .from(slots)
      .innerJoin(panels, eq(panels.id, slots.panelId))
      .where(and(eq(slots.editionId, editionId), eq(slots.stage, stage)))
      .all()
      .map((row) => [row.proposalId, row.name]),
  );

/** Entries with the registry's code of their agencies. The caller has authorised. */
export function withAgencyCodes(ctx: Reach, entries: readonly Entry[]): PlacedEntry[] {
  const agencies = agenciesByIds(ctx, [...new Set(entries.map(({ agencyId }) => agencyId))]);
  return entries.map((entry) => ({ ...entry, agencyCode: agencies.get(entry.agencyId)?.code ?? "" }));
}
