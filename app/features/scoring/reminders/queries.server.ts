import { and, count, eq, isNull, ne, or, sql } from "drizzle-orm";
import { listBars } from "#app/features/conflicts/queries.server.ts";
import { notWithheld } from "#app/features/conflicts/withholding/queries.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { isRoundClosed } from "#app/features/scoring/queries.server.ts";
import { assignments } from "#db/schema/assignment.ts";
import { proposals } from "#db/schema/proposals.ts";
import { scoreSheets } from "#db/schema/scoring.ts";

/** How many readings of a stage each assessor has not locked; who has none left is missing, and so is everybody once the desk is closed. Only the system asks. */
export const countOpenSheets = (ctx: Pick<Ctx, "db">, at: { editionId: Id<"edition">; stage: string }): { userId: Id<"user">; count: number }[] =>
  isRoundClosed(ctx, at) ? [] : ctx.db
    .select({ userId: assignments.userId, count: count() })
    .from(assignments)
    .leftJoin(scoreSheets, eq(scoreSheets.assignmentId, assignments.id))
    .where(
      and(
        eq(assignments.editionId, at.editionId),
        eq(assignments.stage, at.stage),
        isNull(assignments.endedAt),
        or(isNull(scoreSheets.id), ne(scoreSheets.status, "locked")),
      ),
    )
    .groupBy(assignments.userId)
    .orderBy(assignments.userId)
    .all();

/** Standing readings of a stage, and how many of them are not locked, without entries the person is in conflict with. Only the system asks. */
export function countReadingsKnownTo(ctx: Pick<Ctx, "db" | "now">, { editionId, stage, userId }: { editionId: Id<"edition">; stage: string; userId: Id<"user"> }): { standing: number; open: number } {
  const isOpen = sql<number>`coalesce(sum(${scoreSheets.status} is null or ${scoreSheets.status} <> 'locked'), 0)`;
  const row = ctx.db
    .select({ standing: count(), open: isOpen })
    .from(assignments)
    .innerJoin(proposals, eq(proposals.id, assignments.proposalId))
    .leftJoin(scoreSheets, eq(scoreSheets.assignmentId, assignments.id))
    .where(and(eq(assignments.editionId, editionId), eq(assignments.stage, stage), isNull(assignments.endedAt), notWithheld(listBars(ctx, { editionId, userId }))))
    .get();
  return { standing: row?.standing ?? 0, open: row?.open ?? 0 };
}
