import { endAssignment } from "#app/features/assignment/operations.server.ts";
import { findAssignment, isLocked } from "#app/features/assignment/queries.server.ts";
import type { AssignmentId } from "#app/features/assignment/types.ts";
import { isStageListed } from "#app/features/ranking/queries.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { DomainError } from "#app/lib/errors.ts";
import { inTransaction } from "#db/client.server.ts";

/**
 * Takes a reading back, a locked one only while no list that counts it is signed, published or final (`assignment.readingListed`):
 * nothing may move under its signatures, and what comes up later is an objection's to decide. Refusals besides as in `endAssignment`.
 */
export function endReading(ctx: Ctx, input: { assignmentId: AssignmentId; reason: string }): void {
  inTransaction(ctx, () => {
    const reading = findAssignment(ctx, input.assignmentId);
    const wasLocked = reading !== undefined && isLocked(ctx, reading.id);
    endAssignment(ctx, input);
    if (wasLocked && isStageListed(ctx, reading)) throw new DomainError("assignment.readingListed", { kind: "conflict" });
  });
}
