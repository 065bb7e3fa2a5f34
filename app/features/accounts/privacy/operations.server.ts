import { deleteFactor } from "#app/features/accounts/factors/store.server.ts";
import { mayManageAccounts } from "#app/features/accounts/policy.ts";
import { pseudonymOf } from "#app/features/accounts/privacy/rules.ts";
import * as store from "#app/features/accounts/privacy/store.server.ts";
import type { ErasureId } from "#app/features/accounts/privacy/types.ts";
import { accountLetter } from "#app/features/accounts/rules.ts";
import * as accountStore from "#app/features/accounts/store.server.ts";
import type { UserId } from "#app/features/accounts/types.ts";
import { recordAudit } from "#app/features/audit/operations.server.ts";
import { queueMail } from "#app/features/notifications/operations.server.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { authorize, DomainError, notFound } from "#app/lib/errors.ts";
import { inTransaction } from "#db/client.server.ts";

type OwnCtx = Ctx & { actor: Actor };

/**
 * Asks that what is held about the signed-in person be erased (UU 27/2022 article 8); a system admin answers. Every admin gets a
 * letter. Refuses `accounts.erasureOpen` (409) while a request waits.
 */
export function requestErasure(ctx: OwnCtx, input: { reason: string }): ErasureId {
  return inTransaction(ctx, () => {
    const id = ctx.newId("erasure");
    const { userId } = ctx.actor;
    store.insertErasure(ctx, { id, userId, reason: input.reason, status: "open", requestedAt: ctx.now });
    const person = accountStore.findUser(ctx, userId);
    if (person) queueMail(ctx, accountLetter(ctx, person, "erasureRequested"));
    for (const admin of accountStore.listOperators(ctx)) {
      queueMail(ctx, accountLetter(ctx, admin, "erasureToDecide", { link: `${ctx.baseUrl}/system/erasures` }));
    }
    recordAudit(ctx, { action: "accounts.requestErasure", subject: { kind: "user", id: userId } });
    return id;
  });
}

/** Takes one's own open request back. Refuses `accounts.erasureUnknown` (404) for another's and an answered one. */
export function withdrawErasure(ctx: OwnCtx, requestId: ErasureId): void {
  inTransaction(ctx, () => {
    const request = store.findErasure(ctx, requestId);
    const isOwn = request?.userId === ctx.actor.userId;
    if (!isOwn || !store.closeErasure(ctx, requestId, { status: "withdrawn", note: null })) throw notFound("accounts.erasureUnknown");
    recordAudit(ctx, { action: "accounts.withdrawErasure", subject: { kind: "user", id: ctx.actor.userId } });
  });
}

/** Refuses a request with a reason the person reads in a letter. Only a system admin does. */
export function refuseErasure(ctx: Ctx, input: { requestId: ErasureId; note: string }): void {
  inTransaction(ctx, () => {
    authorize(mayManageAccounts(ctx.actor));
    const request = store.findErasure(ctx, input.requestId);
    const answered = store.closeErasure(ctx, input.requestId, { status: "refused", note: input.note });
    const person = request && accountStore.findUser(ctx, request.userId);
    if (!answered || !person) throw notFound("accounts.erasureUnknown");
    queueMail(ctx, accountLetter(ctx, person, "erasureRefused", { note: input.note }));
    recordAudit(ctx, { action: "accounts.refuseErasure", subject: { kind: "user", id: person.id } });
  });
}

/**
 * Executes a request in the account itself: name and address give way to a pseudonym; password, second factor, sessions and links
 * go; the account stays locked, so that results and marks still have their author. Returns who it was, for the other rooms. Only a
 * system admin does, and not for oneself: `accounts.notYourself` (409).
 */
export function eraseAccount(ctx: Ctx, requestId: ErasureId): { userId: UserId; name: string; email: string } {
  return inTransaction(ctx, () => {
    authorize(mayManageAccounts(ctx.actor));
    const request = store.findErasure(ctx, requestId);
    const person = request && accountStore.findUser(ctx, request.userId);
    if (!person || !store.closeErasure(ctx, requestId, { status: "executed", note: null })) throw notFound("accounts.erasureUnknown");
    if (person.id === ctx.actor?.userId) throw new DomainError("accounts.notYourself", { kind: "conflict" });
    accountStore.deleteSessionsOf(ctx, person.id);
    deleteFactor(ctx, person.id);
    store.deleteInvitationsOf(ctx, person.id);
    store.blankErasures(ctx, person.id);
    accountStore.updateUser(ctx, person.id, {
      ...pseudonymOf(person.id),
      ...{ passwordHash: null, systemRole: "none", emailVerifiedAt: null, lockReason: null },
      ...{ lockedAt: ctx.now, erasedAt: ctx.now },
    });
    recordAudit(ctx, { action: "accounts.erase", subject: { kind: "user", id: person.id } });
    return { userId: person.id, name: person.name, email: person.email };
  });
}
