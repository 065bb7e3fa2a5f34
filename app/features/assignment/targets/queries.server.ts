import { and, eq } from "drizzle-orm";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { rubricOf } from "#app/features/competitions/rules.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { readerTargets, stageReaders } from "#db/schema/assignment.ts";

type Reach = Pick<Ctx, "db">;
type StageOfEdition = { editionId: Id<"edition">; stage: string };

/** Entries that need another number of readers than their stage says. The caller has authorised. */
export function listTargets(ctx: Reach, { editionId, stage }: StageOfEdition): Map<Id<"proposal">, number> {
  const here = and(eq(readerTargets.editionId, editionId), eq(readerTargets.stage, stage));
  const rows = ctx.db.select({ proposalId: readerTargets.proposalId, readers: readerTargets.readers }).from(readerTargets).where(here).all();
  return new Map(rows.map(({ proposalId, readers }) => [proposalId, readers]));
}

/** How many readers a plan has given a stage in place of what its rules say; null without one. The caller has authorised. */
export function findStageReaders(ctx: Reach, { editionId, stage }: StageOfEdition): number | null {
  const here = and(eq(stageReaders.editionId, editionId), eq(stageReaders.stage, stage));
  return ctx.db.select({ readers: stageReaders.readers }).from(stageReaders).where(here).get()?.readers ?? null;
}

/** Readers an entry of a stage needs unless it has a number of its own: by the last plan, else by the rules; null where neither says. */
export const readersOf = (ctx: Reach, where: StageOfEdition): number | null =>
  findStageReaders(ctx, where) ?? rubricOf(getEdition(ctx, where.editionId).definition, where.stage).readers;
