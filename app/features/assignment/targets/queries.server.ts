import { and, eq } from "drizzle-orm";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { readerTargets } from "#db/schema/assignment.ts";

/** Entries that need another number of readers than their stage says. The caller has authorised. */
export function listTargets(ctx: Pick<Ctx, "db">, { editionId, stage }: { editionId: Id<"edition">; stage: string }): Map<Id<"proposal">, number> {
  const here = and(eq(readerTargets.editionId, editionId), eq(readerTargets.stage, stage));
  const rows = ctx.db.select({ proposalId: readerTargets.proposalId, readers: readerTargets.readers }).from(readerTargets).where(here).all();
  return new Map(rows.map(({ proposalId, readers }) => [proposalId, readers]));
}
