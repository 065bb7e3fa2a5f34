import { desc, eq } from "drizzle-orm";
import { storedChecks } from "#app/features/screening/inputs.ts";
import type { Decision } from "#app/features/screening/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { screenings } from "#db/schema/screening.ts";

/** The decision that stands on an entry; undefined before the first. The caller has authorised. */
export function findScreening(ctx: Pick<Ctx, "db">, proposalId: Id<"proposal">): Decision | undefined {
  const row = ctx.db
    .select({
      version: screenings.version,
      outcome: screenings.outcome,
      checks: screenings.checks,
      reason: screenings.reason,
      decidedAt: screenings.decidedAt,
      decidedBy: screenings.decidedBy,
    })
    .from(screenings)
    .where(eq(screenings.proposalId, proposalId))
    .orderBy(desc(screenings.version))
    .limit(1)
    .get();
  return row && { ...row, checks: storedChecks.parse(row.checks) };
}
