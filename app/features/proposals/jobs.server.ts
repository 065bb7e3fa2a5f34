import { sweepDrafting } from "#app/features/proposals/drafting/operations.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";

/** Deletes earlier texts of drafts that can no longer be brought back, and who had which page open. */
export const sweepDrafts = (ctx: Ctx): void => sweepDrafting(ctx);
