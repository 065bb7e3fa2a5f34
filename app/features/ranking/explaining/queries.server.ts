import { and, eq, type SQL } from "drizzle-orm";
import { namesOf } from "#app/features/accounts/queries.server.ts";
import type { Words } from "#app/features/competitions/definition/types.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { listOf, rubricOf } from "#app/features/competitions/rules.ts";
import type { Edition, EditionId } from "#app/features/competitions/types.ts";
import { isShown, judgingWithheldFrom, notWithheld } from "#app/features/conflicts/withholding/queries.server.ts";
import { entryColumns } from "#app/features/proposals/queries.server.ts";
import type { ProposalId } from "#app/features/proposals/types.ts";
import { findOrigin, readInputs } from "#app/features/ranking/bundle/inputs/queries.server.ts";
import type { Inputs } from "#app/features/ranking/bundle/types.ts";
import { mayExplain, mayNameAssessors } from "#app/features/ranking/policy.ts";
import { pseudonymsOf } from "#app/features/ranking/pseudonyms/queries.server.ts";
import { findCurrentList } from "#app/features/ranking/queries.server.ts";
import { countedStages } from "#app/features/ranking/rules.ts";
import type { ListId, RankingList } from "#app/features/ranking/types.ts";
import { listAgreements } from "#app/features/scoring/agreement/queries.server.ts";
import { listLockedSheets } from "#app/features/scoring/queries.server.ts";
import { weightedTotal } from "#app/features/scoring/rules.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { agencies } from "#db/schema/agencies.ts";
import { proposals } from "#db/schema/proposals.ts";
import { rankingAssessors, rankingRows } from "#db/schema/ranking.ts";

type Reach = Pick<Ctx, "db">;

/** One sheet behind a value; points. `adjusted` is the total less the leniency of the assessor and of the panel. */
export type ExplainedSheet = { number: number; name: string | null; marks: { key: string; mark: number }[]; total: number; leniency: number | null; adjusted: number };

/** What a small group agreed on after the independent sheets; points. `counts`: in their place, else it stands beside them. */
export type ExplainedAgreement = { marks: { key: string; mark: number }[]; total: number; counts: boolean };

export type ExplainedStage = {
  stage: string;
  name: Words;
  weightBp: number;
  criteria: { key: string; name: Words; weightBp: number }[];
  sheets: ExplainedSheet[];
  /** Who heard it together, and how lenient all of them were, points; null where no panel's leniency is told. */
  panel: { name: string; leniency: number } | null;
  agreed: ExplainedAgreement | null;
  raw: number;
  calibrated: number;
};

type Row = typeof rankingRows.$inferSelect;
export type ExplainedNeighbour = { rank: number; number: number; raw: number | null; calibrated: number | null; quality: number | null; listed: boolean };

export type Explanation = {
  list: RankingList;
  entry: { number: number; title: string; agencyName: string };
  row: Omit<Row, "listId">;
  stages: ExplainedStage[];
  /** The rows above and below, and the last that is listed. */
  above: ExplainedNeighbour | null;
  below: ExplainedNeighbour | null;
  lastListed: ExplainedNeighbour | null;
};

/**
 * How the value and the place of one entry came about, mark by mark; 404 for everybody but chair and
 * auditors, and for them of an entry withheld from them; such a neighbour is left out. Names are the chair's.
 */
export function getExplanation(ctx: Ctx, at: { editionId: EditionId; listKey: string; number: number }): Explanation {
  if (!mayExplain(ctx.actor, at.editionId)) throw notFound("ranking.listUnknown");
  const edition = getEdition(ctx, at.editionId);
  const list = findCurrentList(ctx, at);
  const found = list && findRow(ctx, list.id, at.number);
  const bars = judgingWithheldFrom(ctx, at.editionId);
  if (!list || !found || !isShown(bars)({ proposalId: found.row.proposalId, agencyId: found.agencyId })) throw notFound("ranking.listUnknown");
  const { listId: _listId, ...row } = found.row;
  const rank = (wanted: number): ExplainedNeighbour | null => neighbour(ctx, and(eq(rankingRows.listId, list.id), eq(rankingRows.rank, wanted), notWithheld(bars)));
  return {
    ...{ list, row, entry: found.entry },
    stages: stagesOf(ctx, { edition, list, number: at.number, proposalId: row.proposalId, named: mayNameAssessors(ctx.actor, at.editionId) }),
    ...{ above: rank(row.rank - 1), below: rank(row.rank + 1), lastListed: rank(lastListedRank(ctx, list.id)) },
  };
}

function findRow(ctx: Reach, listId: ListId, number: number): { row: Row; agencyId: Id<"agency">; entry: Explanation["entry"] } | undefined {
  return ctx.db
    .select({ row: rankingRows, agencyId: proposals.agencyId, entry: { number: entryColumns.number, title: entryColumns.title, agencyName: entryColumns.agencyName } })
    .from(rankingRows)
    .innerJoin(proposals, eq(proposals.id, rankingRows.proposalId))
    .innerJoin(agencies, eq(agencies.id, proposals.agencyId))
    .where(and(eq(rankingRows.listId, listId), eq(proposals.number, number)))
    .get();
}

function neighbour(ctx: Reach, where: SQL | undefined): ExplainedNeighbour | null {
  const { raw, calibrated, quality, listed } = rankingRows;
  const row = ctx.db
    .select({ rank: rankingRows.rank, number: entryColumns.number, raw, calibrated, quality, listed })
    .from(rankingRows)
    .innerJoin(proposals, eq(proposals.id, rankingRows.proposalId))
    .where(where)
    .get();
  return row ?? null;
}

const lastListedRank = (ctx: Reach, listId: ListId): number =>
  ctx.db
    .select({ rank: rankingRows.rank })
    .from(rankingRows)
    .where(and(eq(rankingRows.listId, listId), eq(rankingRows.listed, true)))
    .all()
    .reduce((last, { rank }) => Math.max(last, rank), 0);

type Explaining = { edition: Edition; list: RankingList; number: number; proposalId: ProposalId; named: boolean };

function stagesOf(ctx: Ctx, { edition, list, number, proposalId, named }: Explaining): ExplainedStage[] {
  const found = ctx.db.select().from(rankingAssessors).where(eq(rankingAssessors.listId, list.id)).all();
  const leniencyAt = new Map(found.map(({ stage, userId, leniency }) => [`${stage} ${userId}`, leniency]));
  const numbers = pseudonymsOf(ctx, edition.id);
  const panels = panelsOf(ctx, list, number);
  return countedStages(edition.definition, listOf(edition.definition, list.listKey)).map(({ stage, rubric, weightBp }) => {
    const locked = listLockedSheets(ctx, { editionId: edition.id, stage: stage.key, proposalIds: [proposalId] }).filter((sheet) => sheet.proposalId === proposalId);
    const names: Map<Id<"user">, string> | null = named ? namesOf(ctx, locked.map(({ userId }) => userId)) : null;
    const panel = panels.get(stage.key) ?? null;
    const sheets = locked.map(({ userId, marks }): ExplainedSheet => {
      const total = weightedTotal(rubric, marks) / 1_000_000;
      const leniency = leniencyAt.get(`${stage.key} ${userId}`) ?? null;
      const given = rubric.criteria.map(({ key }) => ({ key, mark: (marks[key] ?? 0) / 100 }));
      return { number: numbers.get(userId) ?? 0, name: names?.get(userId) ?? null, marks: given, total, leniency, adjusted: total - (leniency ?? 0) - (panel?.leniency ?? 0) };
    });
    return {
      ...{ stage: stage.key, name: stage.name, weightBp, panel, agreed: agreementOf(ctx, { edition, stage: stage.key, proposalId }), sheets: sheets.sort((a, b) => a.number - b.number) },
      criteria: rubric.criteria.map(({ key, name, weightBp: weight }) => ({ key, name, weightBp: weight ?? 0 })),
      raw: mean(sheets.map(({ total }) => total)),
      calibrated: mean(sheets.map(({ adjusted }) => adjusted)),
    };
  });
}

/** The panel that heard an entry at each stage, of the marks a version was computed from, where the version tells panels' leniency. */
function panelsOf(ctx: Reach, list: RankingList, number: number): Map<string, NonNullable<ExplainedStage["panel"]>> {
  const told = (list.model?.stages ?? []).filter(({ panels }) => panels !== undefined);
  const origin = told.length > 0 ? findOrigin(ctx, list.id) : undefined;
  if (!origin) return new Map();
  const { stages } = JSON.parse(readInputs(ctx, origin.inputs)) as Inputs;
  const found = told.flatMap(({ stage, panels = [] }) => {
    const heardBy = stages.find((one) => one.stage === stage)?.sheets.find(({ entry }) => entry === number)?.panel ?? "";
    return panels.filter(({ panel }) => panel === heardBy).map(({ panel, leniency }) => [stage, { name: panel, leniency }] as const);
  });
  return new Map(found);
}

/** What was agreed on an entry, where the marks are still those the group met on: otherwise it counts nowhere. */
function agreementOf(ctx: Ctx, { edition, stage, proposalId }: { edition: Edition; stage: string; proposalId: ProposalId }): ExplainedAgreement | null {
  const found = listAgreements(ctx, { editionId: edition.id, stage }).find((one) => one.proposalId === proposalId && one.isCurrent);
  if (!found) return null;
  const rubric = rubricOf(edition.definition, stage);
  const marks = rubric.criteria.map(({ key }) => ({ key, mark: (found.marks[key] ?? 0) / 100 }));
  return { marks, total: weightedTotal(rubric, found.marks) / 1_000_000, counts: edition.definition.reading.agreedValue === "counts" };
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
