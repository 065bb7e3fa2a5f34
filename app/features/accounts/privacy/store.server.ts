import { and, eq } from "drizzle-orm";
import type { ErasureId } from "#app/features/accounts/privacy/types.ts";
import type { UserId } from "#app/features/accounts/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { DomainError } from "#app/lib/errors.ts";
import { isUniqueViolation } from "#db/client.server.ts";
import { erasureRequests, invitations } from "#db/schema/accounts.ts";

export type ErasureRequest = typeof erasureRequests.$inferSelect;

/** Refuses `accounts.erasureOpen` (409) while another request of the person waits. */
export function insertErasure(ctx: Ctx, request: typeof erasureRequests.$inferInsert): void {
  try {
    ctx.db.insert(erasureRequests).values(request).run();
  } catch (error) {
    if (isUniqueViolation(error, "erasure_requests.user_id")) throw new DomainError("accounts.erasureOpen", { kind: "conflict" });
    throw error;
  }
}

export const findErasure = (ctx: Pick<Ctx, "db">, id: ErasureId): ErasureRequest | undefined =>
  ctx.db.select().from(erasureRequests).where(eq(erasureRequests.id, id)).get();

/** True when this call answered the open request. */
export function closeErasure(ctx: Ctx, id: ErasureId, answer: { status: ErasureRequest["status"]; note: string | null }): boolean {
  const open = and(eq(erasureRequests.id, id), eq(erasureRequests.status, "open"));
  const decided = { ...answer, decidedBy: ctx.actor?.userId ?? null, decidedAt: ctx.now };
  return ctx.db.update(erasureRequests).set(decided).where(open).run().changes === 1;
}

/** Takes the words out of a person's requests; that they were made stays. */
export function blankErasures(ctx: Pick<Ctx, "db">, userId: UserId): void {
  ctx.db.update(erasureRequests).set({ reason: "", note: null }).where(eq(erasureRequests.userId, userId)).run();
}

export function deleteInvitationsOf(ctx: Pick<Ctx, "db">, userId: UserId): void {
  ctx.db.delete(invitations).where(eq(invitations.userId, userId)).run();
}
