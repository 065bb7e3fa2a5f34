import { tellNextPeople } from "#app/features/proposals/announcements/operations.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";

/** Tells everybody an announcement that is due is for, a few in each transaction, with a breath between. */
export async function sendAnnouncements(ctx: Ctx): Promise<void> {
  while (tellNextPeople(ctx)) await new Promise((resolve) => setImmediate(resolve));
}
