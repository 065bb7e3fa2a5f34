import { and, eq, isNull } from "drizzle-orm";
import type { AssignmentId } from "#app/features/assignment/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { DomainError } from "#app/lib/errors.ts";
import { isUniqueViolation } from "#db/client.server.ts";
import { insertMany } from "#db/insert-many.ts";
import { assignments } from "#db/schema/assignment.ts";

type Reach = Pick<Ctx, "db">;
type Row = typeof assignments.$inferInsert;

/** Refuses `assignment.alreadyAssigned` (409) when a pair of one stage already stands. */
export function insertAssignments(ctx: Reach, rows: readonly Row[]): void {
  try {
    insertMany(ctx, assignments, rows);
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
