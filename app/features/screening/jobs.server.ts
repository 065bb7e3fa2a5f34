import { closeCorrections } from "#app/features/screening/corrections/operations.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";

/** Ends corrections whose clock has run out and brings answered entries back, a few at a time until none is left. */
export function sweepCorrections(ctx: Ctx): void {
  while (closeCorrections(ctx) > 0);
}
