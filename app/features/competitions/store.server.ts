import { and, eq, isNull, sql } from "drizzle-orm";
import type { Definition } from "#app/features/competitions/definition/types.ts";
import type { EditionId, SeatId } from "#app/features/competitions/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { DomainError } from "#app/lib/errors.ts";
import { isUniqueViolation } from "#db/client.server.ts";
import { editions, seats, stageExtensions } from "#db/schema/competitions.ts";

type Reach = Pick<Ctx, "db">;
export type EditionRow = typeof editions.$inferSelect;
export type SeatRow = typeof seats.$inferSelect;

/** Refuses `competitions.slugTaken`. */
export function insertEdition(ctx: Reach, edition: EditionRow): void {
  try {
    ctx.db.insert(editions).values(edition).run();
  } catch (error) {
    if (!isUniqueViolation(error, "editions.slug")) throw error;
    throw new DomainError("competitions.slugTaken", { kind: "conflict", params: { slug: edition.slug } });
  }
}

/** Changes an edition nobody has changed since `revision`; refuses `competitions.stale` otherwise. */
export function updateEdition(
  ctx: Reach,
  at: { id: EditionId; revision: number },
  change: { definition?: Definition; status?: EditionRow["status"]; openedAt?: number },
): void {
  const same = and(eq(editions.id, at.id), eq(editions.revision, at.revision));
  const { changes } = ctx.db
    .update(editions)
    .set({ ...change, revision: at.revision + 1 })
    .where(same)
    .run();
  if (changes !== 1) throw new DomainError("competitions.stale", { kind: "conflict" });
}

export function insertExtension(ctx: Reach, extension: typeof stageExtensions.$inferInsert): void {
  ctx.db.insert(stageExtensions).values(extension).run();
}

/** The next running number of the edition; 1 for the first. */
export function nextNumber(ctx: Reach, id: EditionId): number | undefined {
  const next = { lastNumber: sql`${editions.lastNumber} + 1` };
  return ctx.db.update(editions).set(next).where(eq(editions.id, id)).returning({ number: editions.lastNumber }).get()?.number;
}

/** Refuses `competitions.seatTaken` when the person sits in this seat already. */
export function insertSeat(ctx: Reach, seat: SeatRow): void {
  try {
    ctx.db.insert(seats).values(seat).run();
  } catch (error) {
    if (!isUniqueViolation(error, "seats.edition_id")) throw error;
    throw new DomainError("competitions.seatTaken", { kind: "conflict" });
  }
}

export const findSeat = (ctx: Reach, id: SeatId): SeatRow | undefined =>
  ctx.db.select().from(seats).where(present(id)).get();

/** True when this call ended the seat; false when it had ended before. */
export const endSeat = (ctx: Ctx, id: SeatId, removalReason: string): boolean =>
  ctx.db.update(seats).set({ removedAt: ctx.now, removalReason }).where(present(id)).run().changes === 1;

const present = (id: SeatId) => and(eq(seats.id, id), isNull(seats.removedAt));
