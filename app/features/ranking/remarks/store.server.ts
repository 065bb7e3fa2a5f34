import { eq } from "drizzle-orm";
import type { ProposalId } from "#app/features/proposals/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { releasedRemarks } from "#db/schema/ranking.ts";

export type RemarksRecord = typeof releasedRemarks.$inferSelect;
type Reach = Pick<Ctx, "db">;

export const findRemarks = (ctx: Reach, proposalId: ProposalId): RemarksRecord | undefined =>
  ctx.db.select().from(releasedRemarks).where(eq(releasedRemarks.proposalId, proposalId)).get();

export function saveRemarks(ctx: Reach, remarks: RemarksRecord): void {
  ctx.db.insert(releasedRemarks).values(remarks).onConflictDoUpdate({ target: releasedRemarks.proposalId, set: remarks }).run();
}
