import { asc, eq } from "drizzle-orm";
import { boundModel } from "#app/features/competitions/commitments/queries.server.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { listOf } from "#app/features/competitions/rules.ts";
import type { EditionId } from "#app/features/competitions/types.ts";
import { isShown, judgingWithheldFrom } from "#app/features/conflicts/withholding/queries.server.ts";
import { entryColumns } from "#app/features/proposals/queries.server.ts";
import { listCompeting } from "#app/features/ranking/competing/queries.server.ts";
import { listStageMarks, listStageSheets, withAgencyCodes } from "#app/features/ranking/computing/queries.server.ts";
import { mayReadLists } from "#app/features/ranking/policy.ts";
import { pseudonymsOf } from "#app/features/ranking/pseudonyms/queries.server.ts";
import { findCurrentList } from "#app/features/ranking/queries.server.ts";
import { countedStages } from "#app/features/ranking/rules.ts";
import type { RankingList, ScoredEntry } from "#app/features/ranking/types.ts";
import type { Exploring } from "#app/features/ranking/what-if/types.ts";
import { listMarkers } from "#app/features/scoring/queries.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import { agencies } from "#db/schema/agencies.ts";
import { proposals } from "#db/schema/proposals.ts";
import { rankingRows } from "#db/schema/ranking.ts";

export type StandingRow = { number: number; title: string; agencyName: string; rank: number; listed: boolean };
export type Playground = { list: RankingList; standing: StandingRow[]; given: Omit<Exploring, "change">; withheld: ReadonlySet<number> };

export type Tryable = { list: RankingList; numbers: number[] };

/** What can be changed on a list that stands: its own rules, and who marked for it, by number. 404 for whoever may not read lists. */
export function getTryable(ctx: Ctx, key: { editionId: EditionId; listKey: string }): Tryable {
  if (!mayReadLists(ctx.actor, key.editionId)) throw notFound("ranking.listUnknown");
  const { definition } = getEdition(ctx, key.editionId);
  const list = findCurrentList(ctx, key);
  if (!list) throw notFound("ranking.listUnknown");
  const stages = countedStages(definition, listOf(definition, key.listKey)).map(({ stage }) => stage.key);
  const numbers = pseudonymsOf(ctx, key.editionId);
  return { list, numbers: listMarkers(ctx, { editionId: key.editionId, stages }).flatMap((userId) => numbers.get(userId) ?? []).sort((a, b) => a - b) };
}

/**
 * All that is needed to try other rules on a list that stands; 404 for whoever may not read lists. `given` is for the computation
 * alone; of what comes out nothing is shown of the numbers in `withheld`.
 */
export function getPlayground(ctx: Ctx, key: { editionId: EditionId; listKey: string }): Playground {
  if (!mayReadLists(ctx.actor, key.editionId)) throw notFound("ranking.listUnknown");
  const edition = getEdition(ctx, key.editionId);
  const award = listOf(edition.definition, key.listKey);
  const list = findCurrentList(ctx, key);
  if (!list) throw notFound("ranking.listUnknown");
  const entries = listCompeting(ctx, edition, award);
  const sheets = listStageSheets(ctx, edition.id, countedStages(edition.definition, award));
  const numbers = pseudonymsOf(ctx, edition.id);
  const model = boundModel(ctx, edition.id);
  const stages = listStageMarks(ctx, edition.id, { stages: sheets, numbers, model });
  const byEntry = new Map(entries.map((entry): [string, ScoredEntry] => [entry.id, { proposalId: entry.id, number: entry.number, submittedAt: entry.submittedAt, sheets: {} }]));
  const readers: Exploring["readers"] = {};
  for (const { rubric, sheets: locked } of sheets) {
    const at = (readers[rubric.stage] = {} as Record<number, number[]>);
    for (const { proposalId, userId, marks } of locked) {
      const entry = byEntry.get(proposalId);
      if (!entry) continue;
      const own = entry.sheets as Record<string, (typeof marks)[]>;
      (own[rubric.stage] ??= []).push(marks);
      (at[entry.number] ??= []).push(numbers.get(userId) ?? 0);
    }
  }
  const placed = withAgencyCodes(ctx, entries);
  const input = { definition: edition.definition, award, scored: [...byEntry.values()], placed, stages, seed: edition.tieSeed, model };
  const shown = isShown(judgingWithheldFrom(ctx, key.editionId));
  const withheld = new Set(entries.filter(({ id, agencyId }) => !shown({ proposalId: id, agencyId })).map(({ number }) => number));
  return { list, withheld, standing: standingRows(ctx, list).filter(({ number }) => !withheld.has(number)), given: { input, readers } };
}

const standingRows = (ctx: Pick<Ctx, "db">, list: RankingList): StandingRow[] =>
  ctx.db
    .select({ number: entryColumns.number, title: entryColumns.title, agencyName: entryColumns.agencyName, rank: rankingRows.rank, listed: rankingRows.listed })
    .from(rankingRows)
    .innerJoin(proposals, eq(proposals.id, rankingRows.proposalId))
    .innerJoin(agencies, eq(agencies.id, proposals.agencyId))
    .where(eq(rankingRows.listId, list.id))
    .orderBy(asc(rankingRows.rank))
    .all();
