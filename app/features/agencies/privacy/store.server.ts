import { and, eq, isNull } from "drizzle-orm";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { agencyMembers } from "#db/schema/agencies.ts";

export function endMemberships(ctx: Pick<Ctx, "db" | "now">, userId: Id<"user">): number {
  const standing = and(eq(agencyMembers.userId, userId), isNull(agencyMembers.removedAt));
  return ctx.db.update(agencyMembers).set({ removedAt: ctx.now }).where(standing).run().changes;
}
