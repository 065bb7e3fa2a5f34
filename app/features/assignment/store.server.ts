import { and, eq, isNull } from "drizzle-orm";
import type { AssignmentId } from "#app/features/assignment/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { DomainError } from "#app/lib/errors.ts";
import { isUniqueViolation } from "#db/client.server.ts";
import { assignments } from "#db/schema/assignment.ts";

type Reach = Pick<Ctx, "db">;
type Row = typeof assignments.$inferInsert;

/** Rows a statement: well below SQLite's limit of bound values. */
const batch = 500;

/** Refuses `assignment.alreadyAssigned` (409) when a pair of one stage already stands. */
export function insertAssignments(ctx: Reach, rows: readonly Row[]): void {
  try {
    for (let from = 0; from < rows.length; from += batch) {
      ctx.db.insert(assignments).values(rows.slice(from, from + batch)).run();
    }
  } catch (error) {
    if (isUniqueViolation(error, "assignments.stage")) throw new DomainError("assignment.alreadyAssigned", { kind: "conflict" });
    throw error;
  }
}

/** True when this call ended it; false when it had ended before. */
export function endAssignment(ctx: Ctx, id: AssignmentId, reason: string): boolean {
  const standing = and(eq(assignments.id, id), isNull(assignments.endedAt));
  return ctx.db.update(assignments).set({ endedAt: ctx.now, endReason: reason }).where(standing).run().changes === 1;
}
