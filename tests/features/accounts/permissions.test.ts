import { describe, expect, it } from "vitest";
import {
  endSessionsOfAccount,
  lockAccount,
  resendInvitation,
  resetSecondFactor,
  setSystemRole,
  unlockAccount,
} from "#app/features/accounts/administration/operations.server.ts";
import {
  beginSecondFactor,
  confirmSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
} from "#app/features/accounts/factors/operations.server.ts";
import { acceptInvitation, createUser, updateProfile } from "#app/features/accounts/operations.server.ts";
import { changePassword } from "#app/features/accounts/passwords/operations.server.ts";
import {
  eraseAccount,
  refuseErasure,
  requestErasure,
  withdrawErasure,
} from "#app/features/accounts/privacy/operations.server.ts";
import {
  confirmEmail,
  requestEmail,
  requestPasswordReset,
  sendPasswordReset,
} from "#app/features/accounts/recovery/operations.server.ts";
import {
  checkPassword,
  endExpiredSessions,
  endOtherSessions,
  endOwnSession,
  enterCode,
  proveIdentity,
  signIn,
  signOut,
} from "#app/features/accounts/sessions/operations.server.ts";
import { openSessions } from "#app/features/accounts/sessions/store.server.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { DomainError } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { makeWorld } from "#tests/support/world.ts";

const roles = ["visitor", "person", "organiser", "auditor", "operator"] as const;
type Role = (typeof roles)[number];

const everybody: readonly Role[] = roles;
const signedIn: readonly Role[] = ["person", "organiser", "auditor", "operator"];

const sessionsOf = (ctx: Ctx) => openSessions(ctx.db, { lifetime: 3_600_000, secure: false });
const own = (ctx: Ctx): Ctx & { actor: Actor } => ctx as Ctx & { actor: Actor };

const client = { network: "::1", userAgent: "" };
const stranger = { userId: "usr_unknown" as Id<"user"> };
const requestId = "ers_unknown" as Id<"erasure">;
const nobody = { email: "nobody@contoh.go.id", ...client };

/** Every operation and who may call it. What it then refuses for other reasons is tested beside its rule. */
const table: { name: string; allowed: readonly Role[]; call: (ctx: Ctx) => unknown }[] = [
  { name: "signIn", allowed: everybody, call: (ctx) => signIn(ctx, sessionsOf(ctx), { ...nobody, password: "salah" }) },
  { name: "enterCode", allowed: everybody, call: (ctx) => enterCode(ctx, sessionsOf(ctx), { ...client, sessionId: "", code: "1" }) },
  { name: "signOut", allowed: everybody, call: (ctx) => signOut(ctx, "unknown") },
  {
    name: "acceptInvitation",
    allowed: everybody,
    call: (ctx) =>
      acceptInvitation(ctx, sessionsOf(ctx), { ...client, token: "unknown", password: "sandi yang panjang", accepted: [] }),
  },
  { name: "requestPasswordReset", allowed: everybody, call: (ctx) => requestPasswordReset(ctx, sessionsOf(ctx), nobody) },
  { name: "sendPasswordReset", allowed: ["operator"], call: (ctx) => sendPasswordReset(ctx, "nobody@contoh.go.id") },
  { name: "requestEmail", allowed: signedIn, call: (ctx) => requestEmail(own(ctx), "baru@contoh.go.id") },
  { name: "confirmEmail", allowed: everybody, call: (ctx) => confirmEmail(ctx, "unknown") },
  { name: "updateProfile", allowed: signedIn, call: (ctx) => updateProfile(own(ctx), { name: "Ani", locale: "id" }) },
  {
    name: "changePassword",
    allowed: signedIn,
    call: (ctx) =>
      changePassword(own(ctx), sessionsOf(ctx), { currentPassword: "salah", password: "x", sessionId: "unknown", accepted: [] }),
  },
  {
    name: "checkPassword",
    allowed: signedIn,
    call: (ctx) => checkPassword(own(ctx), sessionsOf(ctx), { purpose: "proof", password: "x", refusal: "accounts.wrongProof" }),
  },
  {
    name: "proveIdentity",
    allowed: signedIn,
    call: (ctx) => proveIdentity(own(ctx), sessionsOf(ctx), { sessionId: "", password: "x", code: "" }),
  },
  { name: "endOwnSession", allowed: signedIn, call: (ctx) => endOwnSession(own(ctx), "unknown") },
  { name: "endOtherSessions", allowed: signedIn, call: (ctx) => endOtherSessions(own(ctx), "unknown") },
  { name: "beginSecondFactor", allowed: signedIn, call: (ctx) => beginSecondFactor(own(ctx)) },
  {
    name: "confirmSecondFactor",
    allowed: signedIn,
    call: (ctx) => confirmSecondFactor(own(ctx), { code: "1", sessionId: "", now: ctx.now }),
  },
  { name: "renewRecoveryCodes", allowed: signedIn, call: (ctx) => renewRecoveryCodes(own(ctx)) },
  { name: "removeSecondFactor", allowed: signedIn, call: (ctx) => removeSecondFactor(own(ctx), { mode: "optional" }) },
  {
    name: "createUser",
    allowed: ["operator"],
    call: (ctx) => createUser(ctx, { email: "baru@contoh.go.id", name: "Baru", password: "sandi yang panjang", systemRole: "none" }),
  },
  { name: "lockAccount", allowed: ["operator"], call: (ctx) => lockAccount(ctx, { ...stranger, reason: "x" }) },
  { name: "unlockAccount", allowed: ["operator"], call: (ctx) => unlockAccount(ctx, stranger) },
  { name: "resendInvitation", allowed: ["operator"], call: (ctx) => resendInvitation(ctx, stranger) },
  { name: "endSessionsOfAccount", allowed: ["operator"], call: (ctx) => endSessionsOfAccount(ctx, stranger) },
  { name: "resetSecondFactor", allowed: ["operator"], call: (ctx) => resetSecondFactor(ctx, { ...stranger, reason: "x" }) },
  { name: "setSystemRole", allowed: ["operator"], call: (ctx) => setSystemRole(ctx, { ...stranger, role: "none" }) },
  { name: "requestErasure", allowed: signedIn, call: (ctx) => requestErasure(own(ctx), { reason: "x" }) },
  { name: "withdrawErasure", allowed: signedIn, call: (ctx) => withdrawErasure(own(ctx), requestId) },
  { name: "refuseErasure", allowed: ["operator"], call: (ctx) => refuseErasure(ctx, { requestId, note: "x" }) },
  { name: "eraseAccount", allowed: ["operator"], call: (ctx) => eraseAccount(ctx, requestId) },
  { name: "endExpiredSessions", allowed: ["operator"], call: (ctx) => endExpiredSessions(ctx, 0) },
];

/** A visitor reaches only what is for everybody: pages of signed-in people ask for an actor before the operation. */
const cells = table.flatMap(({ name, allowed, call }) =>
  roles
    .filter((role) => role !== "visitor" || !(allowed === signedIn))
    .map((role) => ({ name, role, call, allowed: allowed.includes(role) })),
);

async function isAllowed(role: Role, call: (ctx: Ctx) => unknown): Promise<boolean> {
  const world = makeWorld();
  const actor = role === "visitor" ? null : world.person("Ani", ...(role === "person" ? [] : [`system::${role}`]));
  try {
    await call(world.as(actor));
    return true;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.code !== "accounts.notAllowed";
  }
}

describe("permissions of accounts", () => {
  it.each(cells)("$name by $role: $allowed", async ({ role, call, allowed }) => {
    expect(await isAllowed(role, call)).toBe(allowed);
  });
});
