import { describe, expect, it } from "vitest";
import * as accounts from "#app/features/accounts/operations.server.ts";
import { findInvitationView, findSignedIn } from "#app/features/accounts/queries.server.ts";
import { attemptKeys, attemptWindow, checkThrottle, countFailure, invitationLifetime, resetLimit } from "#app/features/accounts/rules.ts";
import { openSessions } from "#app/features/accounts/sessions/store.server.ts";
import type { Attempts } from "#app/features/accounts/types.ts";
import { DomainError } from "#app/lib/errors.ts";
import { inTransaction } from "#db/client.server.ts";
import { invitations, users } from "#db/schema/accounts.ts";
import { outbox } from "#db/schema/notifications.ts";
import { makeWorld, type World } from "#tests/support/world.ts";

const password = "kalimat sandi uji coba";

function setUp() {
  const world = makeWorld();
  const sessions = openSessions(world.ctx.db, { lifetime: 3_600_000, secure: false });
  return { world, sessions };
}

const refusal = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "accepted",
    (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
  );

async function withUser(world: World) {
  return accounts.createUser(world.ctx, { email: "Ani@Contoh.go.id", name: "Ani", password, systemRole: "organiser" });
}

function invite(world: World): string {
  inTransaction(world.ctx, () => {
    accounts.inviteAccount(world.ctx, { email: "budi@contoh.go.id", name: "Budi", grant: { kind: "account" }, place: "penulis unit" });
  });
  const letter = world.ctx.db.select().from(outbox).all().at(-1);
  return String(letter?.params.link).split("/").at(-1) as string;
}

describe("signing in", () => {
  it("opens a session for the right password, whatever the case of the address", async () => {
    const { world, sessions } = setUp();
    const userId = await withUser(world);
    const id = await accounts.signIn(world.as(null), sessions, { email: "ani@contoh.go.id", password, network: "::1" });
    expect((await sessions.validate(id))?.userId).toBe(userId);
    expect(findSignedIn(world.ctx, userId)?.actor.grants).toEqual([{ scope: "system", scopeId: "", role: "organiser" }]);
  });

  it("refuses an unknown address and a wrong password in the same words", async () => {
    const { world, sessions } = setUp();
    await withUser(world);
    const visitor = world.as(null);
    const attempt = (email: string) => refusal(accounts.signIn(visitor, sessions, { email, password: "salah sekali", network: "a" }));
    expect([await attempt("ani@contoh.go.id"), await attempt("x@contoh.go.id")]).toEqual(["accounts.badCredentials", "accounts.badCredentials"]);
  });

  it("pauses one account from one network after ten tries, even for the right password, and forgets them after the window", async () => {
    const { world, sessions } = setUp();
    await withUser(world);
    const attempt = (word: string, network = "::1", now = world.ctx.now) =>
      refusal(accounts.signIn(world.as(null, now), sessions, { email: "ani@contoh.go.id", password: word, network }));
    for (let i = 0; i < 10; i += 1) expect(await attempt("salah")).toBe("accounts.badCredentials");
    expect(await attempt(password)).toBe("accounts.throttled");
    expect(await attempt(password, "::2")).toBe("accepted");
    expect(await attempt(password, "::1", world.ctx.now + attemptWindow)).toBe("accepted");
  });

  it("counts a try before it looks at the password: many at once are many tries", async () => {
    const { world, sessions } = setUp();
    await withUser(world);
    const input = { email: "ani@contoh.go.id", password: "salah", network: "::1" };
    const answers = await Promise.all(Array.from({ length: 14 }, () => refusal(accounts.signIn(world.as(null), sessions, input))));
    expect(answers.filter((answer) => answer === "accounts.badCredentials").length).toBe(10);
  });

  it("counts tries inside a window and starts anew after it", () => {
    const limit = attemptKeys("a", "b")[0]?.limit ?? 0;
    let attempts: Attempts | undefined;
    for (let i = 0; i < limit - 1; i += 1) attempts = countFailure(attempts, 1_000, limit);
    expect(attempts).toEqual({ failures: limit - 1, firstAt: 1_000, blockedUntil: null });
    const later = 1_000 + attemptWindow;
    expect(countFailure(attempts, later, limit)).toEqual({ failures: 1, firstAt: later, blockedUntil: null });
    const blocked = countFailure(attempts, 2_000, limit);
    expect(() => checkThrottle(blocked, 2_000 + attemptWindow - 1)).toThrow("accounts.throttled");
    expect(() => checkThrottle(blocked, 2_000 + attemptWindow)).not.toThrow();
  });

  it("ends the session on signing out", async () => {
    const { world, sessions } = setUp();
    await withUser(world);
    const id = await accounts.signIn(world.as(null), sessions, { email: "ani@contoh.go.id", password, network: "::1" });
    accounts.signOut(world.as(null), id);
    expect(await sessions.validate(id)).toBe(null);
  });

  it("ends a person's other sessions when the password is changed", async () => {
    const { world, sessions } = setUp();
    const userId = await withUser(world);
    const enter = () => accounts.signIn(world.as(null), sessions, { email: "ani@contoh.go.id", password, network: "::1" });
    const [own, other] = [await enter(), await enter()];
    const ctx = { ...world.ctx, actor: { userId, name: "Ani", email: "ani@contoh.go.id", grants: [] } };
    await accounts.changePassword(ctx, { currentPassword: password, password: "kalimat sandi yang baru", sessionId: own });
    expect([await sessions.validate(own), await sessions.validate(other)]).toEqual([{ userId, fresh: false }, null]);
  });
});

describe("invitations", () => {
  it("sets the password once, and the link is void afterwards", async () => {
    const { world, sessions } = setUp();
    const token = invite(world);
    const accept = () => accounts.acceptInvitation(world.as(null), sessions, { token, password, name: "Budi Santoso" });
    const id = await accept();
    expect(await sessions.validate(id)).not.toBe(null);
    expect(await refusal(accept())).toBe("accounts.invitationUsed");
    expect(world.ctx.db.select({ name: users.name }).from(users).all()).toEqual([{ name: "Budi Santoso" }]);
  });

  it("expires to the millisecond", async () => {
    const { world, sessions } = setUp();
    const token = invite(world);
    const late = world.as(null, world.ctx.now + invitationLifetime);
    expect(await refusal(accounts.acceptInvitation(late, sessions, { token, password }))).toBe("accounts.invitationExpired");
  });

  it("keeps no secret: the link's token is stored as its hash", () => {
    const { world } = setUp();
    const token = invite(world);
    const row = world.ctx.db.select().from(invitations).get();
    expect(JSON.stringify(row)).not.toContain(token);
    expect(findInvitationView(world.ctx, token)?.email).toBe("budi@contoh.go.id");
    expect(findInvitationView(world.ctx, "unknown")).toBe(undefined);
  });

  it("sends a reset only to an address with an account, three an hour", async () => {
    const { world } = setUp();
    await withUser(world);
    accounts.requestPasswordReset(world.as(null), "nobody@contoh.go.id");
    for (let i = 0; i < resetLimit + 2; i += 1) accounts.requestPasswordReset(world.as(null), "ani@contoh.go.id");
    expect(world.ctx.db.select().from(outbox).all().map((mail) => mail.template)).toEqual(Array(resetLimit).fill("passwordReset"));
  });
});

describe("accounts", () => {
  it("are made by the system admin alone, one an address", async () => {
    const { world } = setUp();
    await withUser(world);
    expect(await refusal(withUser(world))).toBe("accounts.emailTaken");
    const organiser = world.person("Sekretariat", "system::organiser");
    const input = { email: "c@contoh.go.id", name: "C", password, systemRole: "none" as const };
    expect(await refusal(accounts.createUser(world.as(organiser), input))).toBe("accounts.notAllowed");
  });
});
