import type { ReadingAccess } from "#app/features/proposals/attachments/queries.server.ts";
import type { Proposal } from "#app/features/proposals/types.ts";
import { findReadingAccess } from "#app/features/scoring/sheet/queries.server.ts";
import { findScreeningAccess } from "#app/features/screening/cases/queries.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";

/** How the asking person reads the files of an entry of another agency: to screen it, or by assignment. */
export const accessOf =
  (ctx: Ctx) =>
  (proposal: Proposal): ReadingAccess =>
    findScreeningAccess(ctx, proposal) ?? findReadingAccess(ctx, proposal.id);
