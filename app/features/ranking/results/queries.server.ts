import { and, eq, inArray } from "drizzle-orm";
import type { Quantity, Words } from "#app/features/competitions/definition/types.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { listOf } from "#app/features/competitions/rules.ts";
import { getEntry, getOwnProposal } from "#app/features/proposals/queries.server.ts";
import type { ProposalId } from "#app/features/proposals/types.ts";
import { profileOf } from "#app/features/ranking/profiles/rules.ts";
import type { ProfileLine } from "#app/features/ranking/profiles/types.ts";
import { countedStages } from "#app/features/ranking/rules.ts";
import type { ListId } from "#app/features/ranking/types.ts";
import { listLockedSheets } from "#app/features/scoring/queries.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { rankingLists, rankingPeers, rankingRows, releasedRemarks } from "#db/schema/ranking.ts";

type Reach = Pick<Ctx, "db">;

export type ProfiledStage = { stage: string; name: Words; lines: (ProfileLine & { name: Words })[] };

export type EntrantResult = {
  listName: Words;
  final: boolean;
  publishedAt: number;
  listed: boolean;
  quantity: Quantity;
  /** Points; null in versions that keep no figures. */
  raw: number | null;
  calibrated: number | null;
  stages: ProfiledStage[];
};

export type EntrantPage = { title: string; agencyId: string; category: Words; zone: string; results: EntrantResult[]; remarks: { text: string; releasedAt: number } | null };

/**
 * What the agency of an entry may know of its marks once a list that judged it is published: own means by criterion beside those
 * of anonymous peers, both values, whether it is listed, and remarks that were released. Empty before; 404 for everybody else.
 */
export function getEntrantPage(ctx: Ctx, proposalId: ProposalId): EntrantPage {
  const proposal = getOwnProposal(ctx, proposalId);
  const { definition } = getEdition(ctx, proposal.editionId);
  const rows = publishedRows(ctx, proposalId);
  const head = { title: proposal.title, agencyId: proposal.agencyId, zone: definition.zone };
  if (rows.length === 0) return { ...head, category: { id: "", en: "" }, results: [], remarks: null };
  const { categoryKey } = getEntry(ctx, proposalId);
  const category = definition.categories.find(({ key }) => key === categoryKey)?.name ?? { id: categoryKey, en: categoryKey };
  const results = rows.map(({ listId, listKey, status, publishedAt, ...row }): EntrantResult => {
    const award = listOf(definition, listKey);
    const peers = peersAt(ctx, listId, categoryKey);
    const stages = countedStages(definition, award).map(({ stage, rubric }): ProfiledStage => {
      const sheets = listLockedSheets(ctx, { editionId: proposal.editionId, stage: stage.key, proposalIds: [proposalId] }).filter((sheet) => sheet.proposalId === proposalId);
      const lines = profileOf(sheets.map(({ marks }) => marks), rubric, peers.filter((one) => one.stage === stage.key));
      const nameOf = (key: string): Words => rubric.criteria.find((one) => one.key === key)?.name ?? { id: key, en: key };
      return { stage: stage.key, name: stage.name, lines: lines.map((line) => ({ ...line, name: nameOf(line.criterionKey) })) };
    });
    return { ...row, listName: award.name, final: status === "final", publishedAt: publishedAt ?? 0, stages };
  });
  return { ...head, category, results, remarks: findReleased(ctx, proposalId) };
}

const publishedRows = (ctx: Reach, proposalId: ProposalId) =>
  ctx.db
    .select({
      listId: rankingLists.id,
      listKey: rankingLists.listKey,
      status: rankingLists.status,
      publishedAt: rankingLists.publishedAt,
      quantity: rankingLists.quantity,
      listed: rankingRows.listed,
      raw: rankingRows.raw,
      calibrated: rankingRows.calibrated,
    })
    .from(rankingRows)
    .innerJoin(rankingLists, eq(rankingLists.id, rankingRows.listId))
    .where(and(eq(rankingRows.proposalId, proposalId), inArray(rankingLists.status, ["provisional", "final"])))
    .orderBy(rankingLists.publishedAt)
    .all();

const peersAt = (ctx: Reach, listId: ListId, categoryKey: string) =>
  ctx.db
    .select()
    .from(rankingPeers)
    .where(and(eq(rankingPeers.listId, listId), eq(rankingPeers.categoryKey, categoryKey)))
    .all();

function findReleased(ctx: Reach, proposalId: ProposalId): EntrantPage["remarks"] {
  const row = ctx.db.select({ text: releasedRemarks.text, releasedAt: releasedRemarks.releasedAt }).from(releasedRemarks).where(eq(releasedRemarks.proposalId, proposalId)).get();
  return row?.releasedAt == null ? null : { text: row.text, releasedAt: row.releasedAt };
}
