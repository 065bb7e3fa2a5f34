import { asc, eq } from "drizzle-orm";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import type { PersonalRecord } from "#app/lib/personal-record.ts";
import { assignments } from "#db/schema/assignment.ts";
import { proposals } from "#db/schema/proposals.ts";

/** Readings a person was given. */
export function personalRecords(ctx: Pick<Ctx, "db">, userId: Id<"user">): PersonalRecord[] {
  const rows = ctx.db
    .select({ entry: proposals.number, stage: assignments.stage, endedAt: assignments.endedAt, endReason: assignments.endReason, at: assignments.assignedAt })
    .from(assignments)
    .leftJoin(proposals, eq(proposals.id, assignments.proposalId))
    .where(eq(assignments.userId, userId))
    .orderBy(asc(assignments.assignedAt))
    .all();
  return rows.map(({ at, ...facts }) => ({ kind: "reading", at, facts }));
}
