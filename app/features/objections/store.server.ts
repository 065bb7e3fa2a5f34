import { and, count, eq, gt, max } from "drizzle-orm";
import type { EditionId } from "#app/features/competitions/types.ts";
import type { Objection, ObjectionId } from "#app/features/objections/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { DomainError } from "#app/lib/errors.ts";
import { objections } from "#db/schema/objections.ts";

type Reach = Pick<Ctx, "db">;

export const findObjection = (ctx: Reach, id: ObjectionId): Objection | undefined =>
  ctx.db.select().from(objections).where(eq(objections.id, id)).get();

/** The next running number; issued inside the caller's transaction. */
export const nextNumber = (ctx: Reach, editionId: EditionId): number =>
  (ctx.db.select({ last: max(objections.number) }).from(objections).where(eq(objections.editionId, editionId)).get()?.last ??
    0) + 1;

/** Objections of one address in the edition after an instant. */
export const countSince = (ctx: Reach, editionId: EditionId, email: string, since: number): number =>
  ctx.db
    .select({ n: count() })
    .from(objections)
    .where(and(eq(objections.editionId, editionId), eq(objections.email, email), gt(objections.filedAt, since)))
    .get()?.n ?? 0;

export function insertObjection(ctx: Reach, objection: Objection): void {
  ctx.db.insert(objections).values(objection).run();
}

/** Decides an open objection; refuses `objections.alreadyDecided` when somebody was faster. */
export function saveDecision(
  ctx: Reach,
  id: ObjectionId,
  decision: Pick<Objection, "status" | "decision" | "decidedBy" | "decidedAt">,
): void {
  const open = and(eq(objections.id, id), eq(objections.status, "open"));
  if (ctx.db.update(objections).set(decision).where(open).run().changes !== 1) {
    throw new DomainError("objections.alreadyDecided", { kind: "conflict" });
  }
}
