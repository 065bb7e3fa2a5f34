import { and, asc, between, eq, type SQL } from "drizzle-orm";
import { namesOf } from "#app/features/accounts/queries.server.ts";
import type { EditionId } from "#app/features/competitions/types.ts";
import { judgingWithheldFrom, notWithheld, onlyWithheld } from "#app/features/conflicts/withholding/queries.server.ts";
import { entryColumns } from "#app/features/proposals/queries.server.ts";
import { findOrigin, readInputs } from "#app/features/ranking/bundle/inputs/queries.server.ts";
import type { Inputs } from "#app/features/ranking/bundle/types.ts";
import { residualsOfStages } from "#app/features/ranking/evidence/residuals/rules.ts";
import type { Evidence, EvidenceAssessor, EvidenceRow, PageEvidence, StageResiduals } from "#app/features/ranking/evidence/types.ts";
import { mayNameAssessors, mayReadLists } from "#app/features/ranking/policy.ts";
import { pseudonymsOf } from "#app/features/ranking/pseudonyms/queries.server.ts";
import { findCurrentList, getList } from "#app/features/ranking/queries.server.ts";
import type { ListId, RankingList } from "#app/features/ranking/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import { agencies } from "#db/schema/agencies.ts";
import { proposals } from "#db/schema/proposals.ts";
import { rankingAssessors, rankingRows } from "#db/schema/ranking.ts";

type Reach = Pick<Ctx, "db">;

/** Rows drawn on either side of the line. */
const besideLine = 20;

const rowColumns = {
  number: entryColumns.number,
  title: entryColumns.title,
  categoryKey: entryColumns.categoryKey,
  rank: rankingRows.rank,
  listed: rankingRows.listed,
  raw: rankingRows.raw,
  calibrated: rankingRows.calibrated,
  quality: rankingRows.quality,
  rawRank: rankingRows.rawRank,
  calibratedRank: rankingRows.calibratedRank,
  withinRank: rankingRows.withinRank,
  unflaggedRank: rankingRows.unflaggedRank,
  trimmedRank: rankingRows.trimmedRank,
  pTop: rankingRows.pTop,
  expectedRank: rankingRows.expectedRank,
  rankLow: rankingRows.rankLow,
  rankHigh: rankingRows.rankHigh,
};

/** What speaks for and against the standing version of a list; 404 for whoever may not read lists. Names are the chair's alone; entries withheld from the person are left out. */
export function getEvidence(ctx: Ctx, key: { editionId: EditionId; listKey: string }): PageEvidence {
  if (!mayReadLists(ctx.actor, key.editionId)) throw notFound("ranking.listUnknown");
  const list = findCurrentList(ctx, key);
  if (!list) throw notFound("ranking.listUnknown");
  const evidence = evidenceOf(ctx, list, mayNameAssessors(ctx.actor, key.editionId));
  return { ...evidence, residuals: residualsBehind(ctx, evidence) };
}

/** The same of one version for its minutes: under pseudonyms whoever prints them. 404 for whoever may not read lists. */
export function getMinutesEvidence(ctx: Ctx, listId: ListId): Evidence {
  const list = getList(ctx, listId);
  if (!mayReadLists(ctx.actor, list.editionId)) throw notFound("ranking.listUnknown");
  return evidenceOf(ctx, list, false);
}

function evidenceOf(ctx: Ctx, list: RankingList, named: boolean): Evidence {
  const shown = notWithheld(judgingWithheldFrom(ctx, list.editionId));
  const near = between(rankingRows.rank, list.size - besideLine + 1, list.size + besideLine);
  const of = eq(rankingRows.listId, list.id);
  return { list, rows: rowsOf(ctx, and(of, shown)), nearLine: rowsOf(ctx, and(of, shown, near)), assessors: assessorsOf(ctx, list, named) };
}

/** From the marks kept with the version, without those of entries withheld from the person. */
function residualsBehind(ctx: Ctx, { list, assessors }: Evidence): StageResiduals[] | null {
  const origin = findOrigin(ctx, list.id);
  if (!origin) return null;
  const inputs = JSON.parse(readInputs(ctx, origin.inputs)) as Inputs;
  return residualsOfStages(inputs, { assessors, hidden: numbersWithheld(ctx, list.editionId) });
}

const numbersWithheld = (ctx: Ctx, editionId: EditionId): Set<number> =>
  new Set(
    ctx.db
      .select({ number: proposals.number })
      .from(proposals)
      .where(and(eq(proposals.editionId, editionId), onlyWithheld(judgingWithheldFrom(ctx, editionId))))
      .all()
      .flatMap(({ number }) => number ?? []),
  );

const rowsOf = (ctx: Reach, where: SQL | undefined): EvidenceRow[] =>
  ctx.db
    .select(rowColumns)
    .from(rankingRows)
    .innerJoin(proposals, eq(proposals.id, rankingRows.proposalId))
    .innerJoin(agencies, eq(agencies.id, proposals.agencyId))
    .where(where)
    .orderBy(asc(rankingRows.rank))
    .all();

function assessorsOf(ctx: Reach, list: RankingList, named: boolean): EvidenceAssessor[] {
  const rows = ctx.db.select().from(rankingAssessors).where(eq(rankingAssessors.listId, list.id)).all();
  const numbers = pseudonymsOf(ctx, list.editionId);
  const names = named ? namesOf(ctx, [...new Set(rows.map(({ userId }) => userId))]) : null;
  return rows
    .map(({ userId, listId: _listId, ...row }) => ({ ...row, number: numbers.get(userId) ?? 0, name: names?.get(userId) ?? null }))
    .sort((a, b) => (b.leniency ?? 0) - (a.leniency ?? 0) || a.number - b.number);
}
