import { and, asc, eq, isNull } from "drizzle-orm";
import { listAssignments } from "#app/features/assignment/queries.server.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { rubricOf } from "#app/features/competitions/rules.ts";
import { isCurrent } from "#app/features/scoring/agreement/rules.ts";
import { listLockedSheets } from "#app/features/scoring/queries.server.ts";
import { weightedTotal } from "#app/features/scoring/rules.ts";
import type { AgreedSource, AgreementId } from "#app/features/scoring/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { agreedValues } from "#db/schema/scoring.ts";

type Reach = Pick<Ctx, "db">;
type StageOfEdition = { editionId: Id<"edition">; stage: string };

export type Agreement = {
  id: AgreementId;
  proposalId: Id<"proposal">;
  value: number;
  marks: Record<string, number>;
  reason: string;
  present: string[];
  sources: AgreedSource[];
  heldOn: string;
  recordedAt: number;
  isCurrent: boolean;
};

/** Agreed values that stand at a stage, by entry, each with whether the independent marks are still those before it. The caller has authorised. */
export function listAgreements(ctx: Reach, where: StageOfEdition): Agreement[] {
  const rows = ctx.db
    .select()
    .from(agreedValues)
    .where(and(eq(agreedValues.editionId, where.editionId), eq(agreedValues.stage, where.stage), isNull(agreedValues.replacedAt)))
    .orderBy(asc(agreedValues.proposalId))
    .all();
  if (rows.length === 0) return [];
  const sources = sourcesByEntry(ctx, where);
  return rows.map(({ id, proposalId, value, marks, reason, present, sources: then, heldOn, recordedAt }) => ({
    ...{ id, proposalId, value, marks, reason, present, sources: then, heldOn, recordedAt },
    isCurrent: isCurrent(then, sources.get(proposalId) ?? []),
  }));
}

/**
 * Marks by criterion (hundredths of a point) that count in place of the independent ones, by entry: of the edition that says so,
 * where the independent marks are still those the group met on. Empty otherwise. The caller has authorised.
 */
export function agreedMarks(ctx: Reach, where: StageOfEdition): Map<Id<"proposal">, Record<string, number>> {
  if (getEdition(ctx, where.editionId).definition.reading.agreedValue !== "counts") return new Map();
  return new Map(listAgreements(ctx, where).flatMap((one) => (one.isCurrent ? [[one.proposalId, one.marks] as const] : [])));
}

/** Totals of the locked sheets of a stage by entry. The caller has authorised. */
export function sourcesByEntry(ctx: Reach, where: StageOfEdition & { proposalIds?: readonly Id<"proposal">[] }): Map<Id<"proposal">, AgreedSource[]> {
  const rubric = rubricOf(getEdition(ctx, where.editionId).definition, where.stage);
  const found = new Map<Id<"proposal">, AgreedSource[]>();
  for (const { proposalId, userId, marks } of listLockedSheets(ctx, where)) {
    const known = found.get(proposalId) ?? [];
    known.push({ userId, total: weightedTotal(rubric, marks) });
    found.set(proposalId, known);
  }
  return found;
}

/** How many readings of one entry stand at a stage. The caller has authorised. */
export const countStanding = (ctx: Reach, { proposalId, ...where }: StageOfEdition & { proposalId: Id<"proposal"> }): number =>
  listAssignments(ctx, where).filter((one) => one.proposalId === proposalId).length;

/** Whether a group has agreed on an entry at a stage and that stands. The caller has authorised. */
export const hasAgreement = (ctx: Reach, { editionId, stage, proposalId }: StageOfEdition & { proposalId: Id<"proposal"> }): boolean =>
  ctx.db
    .select({ id: agreedValues.id })
    .from(agreedValues)
    .where(and(eq(agreedValues.editionId, editionId), eq(agreedValues.stage, stage), eq(agreedValues.proposalId, proposalId), isNull(agreedValues.replacedAt)))
    .limit(1)
    .get() !== undefined;
