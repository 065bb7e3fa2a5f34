import { and, eq, isNull } from "drizzle-orm";
import type { Ctx, Grant } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { seats } from "#db/schema/competitions.ts";

/** Seats a person holds, as grants of scope `edition`. */
export function listSeatGrants(ctx: Pick<Ctx, "db">, userId: Id<"user">): Grant[] {
  return ctx.db
    .select({ scopeId: seats.editionId, role: seats.role })
    .from(seats)
    .where(and(eq(seats.userId, userId), isNull(seats.removedAt)))
    .all()
    .map((row) => ({ scope: "edition", ...row }));
}
