import { and, eq, isNull } from "drizzle-orm";
import type { Ctx, Grant } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { agencyMembers } from "#db/schema/agencies.ts";

/** Where a person is a member, as grants of scope `agency`. */
export function listAgencyGrants(ctx: Pick<Ctx, "db">, userId: Id<"user">): Grant[] {
  return ctx.db
    .select({ scopeId: agencyMembers.agencyId, role: agencyMembers.role })
    .from(agencyMembers)
    .where(and(eq(agencyMembers.userId, userId), isNull(agencyMembers.removedAt)))
    .all()
    .map((row) => ({ scope: "agency", ...row }));
}
