import { asc, eq } from "drizzle-orm";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import type { PersonalRecord } from "#app/lib/personal-record.ts";
import { assignments, readerBounds, readerExpertise } from "#db/schema/assignment.ts";
import { proposals } from "#db/schema/proposals.ts";

/** Readings a person was given, and what was said of his expertise and load. */
export function personalRecords(ctx: Pick<Ctx, "db">, userId: Id<"user">): PersonalRecord[] {
  const rows = ctx.db
    .select({ entry: proposals.number, stage: assignments.stage, endedAt: assignments.endedAt, endReason: assignments.endReason, at: assignments.assignedAt })
    .from(assignments)
    .leftJoin(proposals, eq(proposals.id, assignments.proposalId))
    .where(eq(assignments.userId, userId))
    .orderBy(asc(assignments.assignedAt))
    .all();
  return [...rows.map(({ at, ...facts }) => ({ kind: "reading", at, facts })), ...knowledgeOf(ctx, userId)];
}

function knowledgeOf(ctx: Pick<Ctx, "db">, userId: Id<"user">): PersonalRecord[] {
  const known = ctx.db.select().from(readerExpertise).where(eq(readerExpertise.userId, userId)).orderBy(asc(readerExpertise.editionId), asc(readerExpertise.category)).all();
  const bounds = ctx.db.select().from(readerBounds).where(eq(readerBounds.userId, userId)).orderBy(asc(readerBounds.editionId)).all();
  return [
    ...known.map(({ setAt, category, band }) => ({ kind: "expertise", at: setAt, facts: { category, band } })),
    ...bounds.map(({ setAt, least, most }) => ({ kind: "load", at: setAt, facts: { least, most } })),
  ];
}
