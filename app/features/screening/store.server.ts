import { desc, eq } from "drizzle-orm";
import type { Ctx } from "#app/lib/ctx.ts";
import { DomainError } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { isUniqueViolation } from "#db/client.server.ts";
import { screenings } from "#db/schema/screening.ts";

type Reach = Pick<Ctx, "db">;

/** Version of the last decision on an entry; 0 before the first. */
export function lastVersion(ctx: Reach, proposalId: Id<"proposal">): number {
  return (
    ctx.db
      .select({ version: screenings.version })
      .from(screenings)
      .where(eq(screenings.proposalId, proposalId))
      .orderBy(desc(screenings.version))
      .limit(1)
      .get()?.version ?? 0
  );
}

/** Refuses `screening.alreadyDecided` (409) when somebody else was faster. */
export function insertScreening(ctx: Reach, screening: typeof screenings.$inferInsert): void {
  try {
    ctx.db.insert(screenings).values(screening).run();
  } catch (error) {
    if (isUniqueViolation(error, "screenings.proposal_id")) {
      throw new DomainError("screening.alreadyDecided", { kind: "conflict" });
    }
    throw error;
  }
}
