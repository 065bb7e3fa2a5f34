import type { Ctx } from "#app/lib/ctx.ts";
import { auditCosignatures, auditWitnesses } from "#db/schema/audit.ts";

type Reach = Pick<Ctx, "db">;

export function insertWitness(ctx: Reach, witness: typeof auditWitnesses.$inferInsert): void {
  ctx.db.insert(auditWitnesses).values(witness).run();
}

/** Whether it was new: one that is there already stays as it is. */
export const insertCosignature = (ctx: Reach, one: typeof auditCosignatures.$inferInsert): boolean => ctx.db.insert(auditCosignatures).values(one).onConflictDoNothing().run().changes === 1;
