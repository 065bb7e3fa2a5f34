import type { Ctx } from "#app/lib/ctx.ts";
import { DomainError } from "#app/lib/errors.ts";
import { isUniqueViolation } from "#db/client.server.ts";
import { conflicts } from "#db/schema/conflicts.ts";

/** Refuses `conflicts.alreadyDeclared` (409) for the same person and the same entry or agency. */
export function insertConflict(ctx: Pick<Ctx, "db">, conflict: typeof conflicts.$inferInsert): void {
  try {
    ctx.db.insert(conflicts).values(conflict).run();
  } catch (error) {
    if (isUniqueViolation(error, "conflicts.user_id")) {
      throw new DomainError("conflicts.alreadyDeclared", { kind: "conflict" });
    }
    throw error;
  }
}
