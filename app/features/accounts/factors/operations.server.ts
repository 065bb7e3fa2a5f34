import {
  asTimeCode,
  isFactorCompulsory,
  normalizeRecoveryCode,
  recoveryCodeBytes,
  recoveryCodeCount,
  recoveryCodeOf,
  secretBytes,
  secretOf,
  stepOfCode,
} from "#app/features/accounts/factors/rules.ts";
import { countRecoveryCodes, hasSecondFactor } from "#app/features/accounts/factors/queries.server.ts";
import * as store from "#app/features/accounts/factors/store.server.ts";
import { accountLetter } from "#app/features/accounts/rules.ts";
import { deleteSessionsOf, findUser } from "#app/features/accounts/store.server.ts";
import { countTry, forgetTries } from "#app/features/accounts/throttle/operations.server.ts";
import { personKey } from "#app/features/accounts/throttle/rules.ts";
import type { UserId } from "#app/features/accounts/types.ts";
import { recordAudit } from "#app/features/audit/operations.server.ts";
import { queueMail } from "#app/features/notifications/operations.server.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { DomainError } from "#app/lib/errors.ts";
import { sha256Hex } from "#app/lib/hash.server.ts";
import { inTransaction } from "#db/client.server.ts";

type OwnCtx = Ctx & { actor: Actor };

/** Gives the signed-in person a new secret for an authenticator. It asks nothing yet. Refuses `accounts.factorStands` (409). */
export function beginSecondFactor(ctx: OwnCtx): void {
  inTransaction(ctx, () => {
    const { userId } = ctx.actor;
    if (hasSecondFactor(ctx, userId)) throw new DomainError("accounts.factorStands", { kind: "conflict" });
    const secret = ctx.keys.secrets.seal(secretOf(ctx.randomBytes(secretBytes)), userId);
    store.replaceFactor(ctx, { userId, secret, createdAt: ctx.now, confirmedAt: null, lastStep: null });
    recordAudit(ctx, { action: "accounts.beginSecondFactor", subject: { kind: "user", id: userId } });
  });
}

/**
 * Turns the second factor on with the first code of it, ends the person's other sessions and returns ten recovery codes, which
 * nothing can show again. Refuses `accounts.badCode`, and `accounts.throttled` after five tries. `now` in UTC ms of the real
 * clock.
 */
export function confirmSecondFactor(ctx: OwnCtx, input: { code: string; sessionId: string; now: number }): string[] {
  const { userId } = ctx.actor;
  const keys = personKey("code", userId);
  countTry(ctx, keys, input.now);
  return inTransaction(ctx, () => {
    const factor = store.findFactor(ctx, userId);
    if (!factor || factor.confirmedAt !== null) throw new DomainError("accounts.factorNotBegun", { kind: "conflict" });
    const step = stepIn(ctx, factor, input);
    if (step === null) throw new DomainError("accounts.badCode");
    forgetTries(ctx, keys);
    store.updateFactor(ctx, userId, { confirmedAt: ctx.now, lastStep: step });
    deleteSessionsOf(ctx, userId, input.sessionId);
    tell(ctx, "secondFactorOn");
    return newCodes(ctx);
  });
}

function stepIn(ctx: Ctx, factor: store.FactorRow, { code, now }: { code: string; now: number }): number | null {
  const digits = asTimeCode(code);
  if (digits === null) return null;
  return stepOfCode(ctx.keys.secrets.open(factor.secret, factor.userId), digits, { now, lastStep: factor.lastStep });
}

function newCodes(ctx: OwnCtx): string[] {
  const codes = Array.from({ length: recoveryCodeCount }, () => recoveryCodeOf(ctx.randomBytes(recoveryCodeBytes)));
  store.replaceRecoveryCodes(ctx, ctx.actor.userId, codes.map((code) => sha256Hex(normalizeRecoveryCode(code))));
  return codes;
}

function tell(ctx: OwnCtx, template: "secondFactorOn" | "secondFactorOff" | "recoveryCodesRenewed"): void {
  const user = findUser(ctx, ctx.actor.userId);
  if (user) queueMail(ctx, accountLetter(ctx, user, template));
  recordAudit(ctx, { action: `accounts.${template}`, subject: { kind: "user", id: ctx.actor.userId } });
}

/** Makes ten new recovery codes; the old ones are void. Refuses `accounts.factorNotBegun` (409) without a second factor. */
export function renewRecoveryCodes(ctx: OwnCtx): string[] {
  return inTransaction(ctx, () => {
    if (!hasSecondFactor(ctx, ctx.actor.userId)) throw new DomainError("accounts.factorNotBegun", { kind: "conflict" });
    tell(ctx, "recoveryCodesRenewed");
    return newCodes(ctx);
  });
}

/**
 * Removes the signed-in person's second factor and its recovery codes. Refuses `accounts.factorCompulsory` (409) where the
 * configuration asks one of what the person is.
 */
export function removeSecondFactor(ctx: OwnCtx, input: { mode: "optional" | "staff" }): void {
  inTransaction(ctx, () => {
    if (isFactorCompulsory(input.mode, ctx.actor.grants)) throw new DomainError("accounts.factorCompulsory", { kind: "conflict" });
    const stood = hasSecondFactor(ctx, ctx.actor.userId);
    store.deleteFactor(ctx, ctx.actor.userId);
    if (stood) tell(ctx, "secondFactorOff");
  });
}

/**
 * Takes a code of a person's authenticator, or one of their recovery codes, and uses it up. Refuses `accounts.badCode`, and
 * `accounts.throttled` after five tries. `now` in UTC ms of the real clock. The caller knows who it is about.
 */
export function takeCode(ctx: Ctx, input: { userId: UserId; code: string; now: number }): void {
  const keys = personKey("code", input.userId);
  countTry(ctx, keys, input.now);
  inTransaction(ctx, () => {
    const factor = store.findFactor(ctx, input.userId);
    if (!factor?.confirmedAt) throw new DomainError("accounts.badCode");
    const step = stepIn(ctx, factor, input);
    if (step !== null) store.updateFactor(ctx, input.userId, { lastStep: step });
    else takeRecoveryCode(ctx, input);
    forgetTries(ctx, keys);
  });
}

function takeRecoveryCode(ctx: Ctx, { userId, code }: { userId: UserId; code: string }): void {
  const user = findUser(ctx, userId);
  const used = store.useRecoveryCode(ctx, userId, sha256Hex(normalizeRecoveryCode(code)));
  if (!used || !user) throw new DomainError("accounts.badCode");
  queueMail(ctx, accountLetter(ctx, user, "recoveryCodeUsed", { left: countRecoveryCodes(ctx, userId) }));
  recordAudit(ctx, { action: "accounts.useRecoveryCode", subject: { kind: "user", id: userId } });
}
