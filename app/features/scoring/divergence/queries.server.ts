import { mayAssign } from "#app/features/assignment/policy.ts";
import { reachFor } from "#app/features/assignment/rules.ts";
import { readersOf } from "#app/features/assignment/targets/queries.server.ts";
import type { Criterion } from "#app/features/competitions/definition/types.ts";
import { getEdition, listSeats } from "#app/features/competitions/queries.server.ts";
import { rubricOf, stageOf } from "#app/features/competitions/rules.ts";
import { isShown, judgingWithheldFrom } from "#app/features/conflicts/withholding/queries.server.ts";
import { listEntries } from "#app/features/proposals/queries.server.ts";
import { numberText } from "#app/features/proposals/rules.ts";
import { type Agreement, listAgreements, sourcesByEntry } from "#app/features/scoring/agreement/queries.server.ts";
import { callsAnother, differenceOf, diverges } from "#app/features/scoring/divergence/rules.ts";
import { mayReadSignals } from "#app/features/scoring/policy.ts";
import { countReadings, listLockedSheets } from "#app/features/scoring/queries.server.ts";
import { weightedTotal } from "#app/features/scoring/rules.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";

export type ReadEntry = {
  proposalId: Id<"proposal">;
  number: string;
  title: string;
  /** Readings handed out, and locked ones. */
  standing: number;
  locked: number;
  /** Lowest, highest and mean total, hundredths of a point. */
  lowest: number;
  highest: number;
  mean: number;
  difference: number;
  diverges: boolean;
  /** The standing agreed value, hundredths of a point. */
  agreed: number | null;
  /** The marks changed since it was agreed: it does not count until the group meets again. */
  agreedStale: boolean;
};

/**
 * Entries of a stage whose independent marks are all locked, the furthest apart first, with what a small group agreed on. For the
 * chair and auditors (404), without what they are in conflict with.
 */
export function listReadEntries(ctx: Ctx, where: { editionId: Id<"edition">; stage: string }): ReadEntry[] {
  if (!mayReadSignals(ctx.actor, where.editionId)) throw notFound("competitions.editionUnknown");
  const { definition } = getEdition(ctx, where.editionId);
  const rubric = rubricOf(definition, where.stage);
  const shown = isShown(judgingWithheldFrom(ctx, where.editionId));
  const totals = new Map<Id<"proposal">, number[]>();
  for (const { proposalId, marks } of listLockedSheets(ctx, where)) totals.set(proposalId, [...(totals.get(proposalId) ?? []), weightedTotal(rubric, marks)]);
  const standing = countReadings(ctx, where);
  const agreements = new Map(listAgreements(ctx, where).map((one) => [one.proposalId, one]));
  return listEntries(ctx, { editionId: where.editionId })
    .filter(({ id, agencyId }) => shown({ proposalId: id, agencyId }))
    .flatMap(({ id, number, title }): ReadEntry[] => {
      const own = totals.get(id) ?? [];
      if (own.length === 0 || own.length < (standing.get(id) ?? 0)) return [];
      const agreed = agreements.get(id);
      return [
        {
          ...{ proposalId: id, number: numberText(definition.year, number), title, standing: standing.get(id) ?? 0, locked: own.length },
          lowest: Math.round(Math.min(...own) / 10_000),
          highest: Math.round(Math.max(...own) / 10_000),
          mean: Math.round(own.reduce((sum, one) => sum + one, 0) / own.length / 10_000),
          difference: Math.round(differenceOf(own)),
          diverges: diverges(own, definition.reading.divergence),
          agreed: agreed?.value ?? null,
          agreedStale: agreed !== undefined && !agreed.isCurrent,
        },
      ];
    })
    .sort((a, b) => b.difference - a.difference || (a.number < b.number ? -1 : 1));
}

export type AwaitingEntry = { proposalId: Id<"proposal">; number: string; title: string };

/**
 * Entries of a desk whose totals diverge and for which no further reader has been called, by number and without any mark: for
 * whoever hands out readings, and for the chair and auditors (404), but for those withheld from the asking person.
 */
export function listAwaitingReaders(ctx: Ctx, where: { editionId: Id<"edition">; stage: string }): AwaitingEntry[] {
  const { editionId, stage } = where;
  if (!mayAssign(ctx.actor, editionId) && !mayReadSignals(ctx.actor, editionId)) throw notFound("competitions.editionUnknown");
  const { definition } = getEdition(ctx, editionId);
  const threshold = definition.reading.divergence;
  const desk = stageOf(definition, stage);
  if (threshold === null || desk.kind !== "desk") return [];
  const [sources, standing, readers] = [sourcesByEntry(ctx, where), countReadings(ctx, where), readersOf(ctx, where)];
  const shown = isShown(judgingWithheldFrom(ctx, editionId));
  const awaits = (id: Id<"proposal">): boolean =>
    callsAnother({ totals: (sources.get(id) ?? []).map(({ total }) => total), standing: standing.get(id) ?? 0, readers, threshold });
  return listEntries(ctx, { editionId, reach: [reachFor(desk)] })
    .filter(({ id, agencyId }) => awaits(id) && shown({ proposalId: id, agencyId }))
    .map(({ id, number, title }) => ({ proposalId: id, number: numberText(definition.year, number), title }))
    .sort((a, b) => (a.number < b.number ? -1 : 1));
}

export type AgreementPage = {
  entry: ReadEntry;
  maxMark: number;
  criteria: (Pick<Criterion, "key" | "name" | "levels"> & { marks: number[] })[];
  people: { userId: Id<"user">; name: string }[];
  standing: Agreement | null;
};

/**
 * One entry whose independent marks are locked, with those marks by criterion without names, and who may have met. For the chair and
 * auditors; 404 for everybody else, for an entry not yet read by all, and for what the asking person is in conflict with.
 */
export function getAgreementPage(ctx: Ctx, { editionId, stage, proposalId }: { editionId: Id<"edition">; stage: string; proposalId: Id<"proposal"> }): AgreementPage {
  const entry = listReadEntries(ctx, { editionId, stage }).find((one) => one.proposalId === proposalId);
  if (!entry) throw notFound("scoring.agreementUnknown");
  const rubric = rubricOf(getEdition(ctx, editionId).definition, stage);
  const sheets = listLockedSheets(ctx, { editionId, stage, proposalIds: [proposalId] }).filter((sheet) => sheet.proposalId === proposalId);
  const judging = listSeats(ctx, editionId).filter(({ role }) => role === "evaluator" || role === "juror" || role === "chair");
  const people = new Map(judging.map(({ userId, name }) => [userId, name]));
  return {
    ...{ entry, maxMark: rubric.maxMark },
    criteria: rubric.criteria.map(({ key, name, levels }) => ({ key, name, levels, marks: sheets.flatMap(({ marks }) => marks[key] ?? []).sort((a, b) => a - b) })),
    people: [...people].map(([userId, name]) => ({ userId, name })),
    standing: listAgreements(ctx, { editionId, stage }).find((one) => one.proposalId === proposalId) ?? null,
  };
}
