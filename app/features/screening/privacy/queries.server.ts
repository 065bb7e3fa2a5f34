import { asc, eq } from "drizzle-orm";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import type { PersonalRecord } from "#app/lib/personal-record.ts";
import { screenings } from "#db/schema/screening.ts";
import { proposals } from "#db/schema/proposals.ts";

/** Eligibility decisions a person took. */
export function personalRecords(ctx: Pick<Ctx, "db">, userId: Id<"user">): PersonalRecord[] {
  const rows = ctx.db
    .select({ entry: proposals.number, outcome: screenings.outcome, at: screenings.decidedAt })
    .from(screenings)
    .leftJoin(proposals, eq(proposals.id, screenings.proposalId))
    .where(eq(screenings.decidedBy, userId))
    .orderBy(asc(screenings.decidedAt))
    .all();
  return rows.map(({ at, ...facts }) => ({ kind: "screening", at, facts }));
}
