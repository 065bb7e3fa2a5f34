import { and, count, eq, isNull, ne, or } from "drizzle-orm";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { isRoundClosed } from "#app/features/scoring/queries.server.ts";
import { assignments } from "#db/schema/assignment.ts";
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
