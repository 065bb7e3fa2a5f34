import { describe, expect, it } from "vitest";
import {
  acceptInvitation,
  changePassword,
  createUser,
  endExpiredSessions,
  requestPasswordReset,
  signIn,
  signOut,
  updateProfile,
} from "#app/features/accounts/operations.server.ts";
import { openSessions } from "#app/features/accounts/sessions/store.server.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { DomainError } from "#app/lib/errors.ts";
import { makeWorld } from "#tests/support/world.ts";

const roles = ["visitor", "person", "organiser", "auditor", "operator"] as const;
type Role = (typeof roles)[number];

const everybody: readonly Role[] = roles;
const signedIn: readonly Role[] = ["person", "organiser", "auditor", "operator"];

const sessionsOf = (ctx: Ctx) => openSessions(ctx.db, { lifetime: 3_600_000, secure: false });
const own = (ctx: Ctx): Ctx & { actor: Actor } => ctx as Ctx & { actor: Actor };

/** Every operation and who may call it. What it then refuses for other reasons is tested beside its rule. */
const table: { name: string; allowed: readonly Role[]; call: (ctx: Ctx) => unknown }[] = [
  {
    name: "signIn",
    allowed: everybody,
    call: (ctx) => signIn(ctx, sessionsOf(ctx), { email: "nobody@contoh.go.id", password: "salah", network: "::1" }),
  },
  { name: "signOut", allowed: everybody, call: (ctx) => signOut(ctx, "unknown") },
  {
    name: "acceptInvitation",
    allowed: everybody,
    call: (ctx) => acceptInvitation(ctx, sessionsOf(ctx), { token: "unknown", password: "sandi yang panjang" }),
  },
  { name: "requestPasswordReset", allowed: everybody, call: (ctx) => requestPasswordReset(ctx, "nobody@contoh.go.id") },
  { name: "updateProfile", allowed: signedIn, call: (ctx) => updateProfile(own(ctx), { name: "Ani", locale: "id" }) },
  {
    name: "changePassword",
    allowed: signedIn,
    call: (ctx) => changePassword(own(ctx), { currentPassword: "salah", password: "sandi yang panjang", sessionId: "unknown" }),
  },
  {
    name: "createUser",
    allowed: ["operator"],
    call: (ctx) => createUser(ctx, { email: "baru@contoh.go.id", name: "Baru", password: "sandi yang panjang", systemRole: "none" }),
  },
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
