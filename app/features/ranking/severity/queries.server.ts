import { and, asc, eq, inArray } from "drizzle-orm";
import type { Words } from "#app/features/competitions/definition/types.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { listOf } from "#app/features/competitions/rules.ts";
import type { EditionId } from "#app/features/competitions/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import { rankingAssessors, rankingLists } from "#db/schema/ranking.ts";

export type OwnSeverity = { listName: Words; stage: Words; marks: number; leniency: number | null; se: number | null; publishedAt: number };

/** One's own leniency as the published lists found it, and nobody else's; empty before a publication. 404 without an account. */
export function listOwnSeverity(ctx: Ctx, editionId: EditionId): OwnSeverity[] {
  if (!ctx.actor) throw notFound("competitions.editionUnknown");
  const { marks, leniency, se, stage } = rankingAssessors;
  const rows = ctx.db
    .select({ listKey: rankingLists.listKey, publishedAt: rankingLists.publishedAt, stage, marks, leniency, se })
    .from(rankingAssessors)
    .innerJoin(rankingLists, eq(rankingLists.id, rankingAssessors.listId))
    .where(and(eq(rankingLists.editionId, editionId), inArray(rankingLists.status, ["provisional", "final"]), eq(rankingAssessors.userId, ctx.actor.userId)))
    .orderBy(asc(rankingLists.publishedAt), asc(stage))
    .all();
  if (rows.length === 0) return [];
  const { definition } = getEdition(ctx, editionId);
  const unnamed = (key: string): Words => ({ id: key, en: key });
  return rows.map(({ listKey, stage: key, publishedAt, ...row }) => ({
    ...row,
    publishedAt: publishedAt ?? 0,
    listName: listOf(definition, listKey).name,
    stage: definition.stages.find((one) => one.key === key)?.name ?? unnamed(key),
  }));
}
