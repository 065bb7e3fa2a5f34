import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { acceptInvitation } from "#app/features/accounts/operations.server.ts";
import { confirmEmail, requestEmail, requestPasswordReset, sendPasswordReset } from "#app/features/accounts/recovery/operations.server.ts";
import { emailLifetime, resetLifetime, resetLimit } from "#app/features/accounts/rules.ts";
import { users } from "#db/schema/accounts.ts";
import { jobs } from "#db/schema/jobs.ts";
import { client, makeScene, refusal } from "#tests/features/accounts/scene.ts";

describe("asking for a new password", () => {
  it("writes the same for a known and an unknown address; the worker looks", async () => {
    const { world, sessions, visitor, account, letters } = makeScene();
    await account();
    for (const email of ["ani@contoh.go.id", "siapa@contoh.go.id"]) requestPasswordReset(visitor, sessions, { email, network: "a" });
    const written = world.ctx.db.select({ kind: jobs.kind, payload: jobs.payload }).from(jobs).all();
    expect(written.map(({ kind }) => kind)).toEqual(["accounts.passwordReset", "accounts.passwordReset"]);
    expect(letters()).toEqual([]);
    for (const { payload } of written) sendPasswordReset(world.ctx, String(payload.email));
    expect(letters().map(({ recipient }) => recipient)).toEqual(["ani@contoh.go.id"]);
  });

  it("sends at most three links an hour, and none to a locked account", async () => {
    const { world, account, letters } = makeScene();
    const locked = await account("dina@contoh.go.id", "Dina");
    await account();
    world.ctx.db.update(users).set({ lockedAt: 1 }).where(eq(users.id, locked)).run();
    sendPasswordReset(world.ctx, "dina@contoh.go.id");
    for (let i = 0; i < resetLimit + 2; i += 1) sendPasswordReset(world.at(world.ctx.now + i).ctx, "ani@contoh.go.id");
    expect(letters().map(({ template }) => template)).toEqual(Array(resetLimit).fill("passwordReset"));
  });

  it("ends every session with the new password, tells by letter, and voids the other links", async () => {
    const { world, sessions, visitor, account, enter, letters, linkToken } = makeScene();
    await account();
    const before = await enter();
    sendPasswordReset(world.ctx, "ani@contoh.go.id");
    const first = linkToken();
    sendPasswordReset(world.at(world.ctx.now + 1).ctx, "ani@contoh.go.id");
    const accept = (token: string) => acceptInvitation(visitor, sessions, { token, password: "payung senja kopi", accepted: [], ...client });
    await accept(linkToken());
    expect(await sessions.validate(before.sessionId)).toBe(null);
    expect(letters().at(-1)?.template).toBe("passwordChanged");
    expect(await refusal(accept(first))).toBe("accounts.invitationUsed");
  });

  it("works for two hours to the millisecond", async () => {
    const { world, sessions, account, linkToken } = makeScene();
    await account();
    sendPasswordReset(world.ctx, "ani@contoh.go.id");
    const late = world.as(null, world.ctx.now + resetLifetime);
    const input = { token: linkToken(), password: "payung senja kopi", accepted: [], ...client };
    expect(await refusal(acceptInvitation(late, sessions, input))).toBe("accounts.invitationExpired");
  });
});

describe("an e-mail address", () => {
  it("changes when the new one has answered; the old one is told", async () => {
    const { world, own, account, letters, linkToken } = makeScene();
    const userId = await account();
    requestEmail(own(userId), "ani.baru@contoh.go.id");
    const emailOf = () => world.ctx.db.select({ email: users.email, at: users.emailVerifiedAt }).from(users).get();
    expect(emailOf()).toEqual({ email: "ani@contoh.go.id", at: null });
    confirmEmail(world.as(null), linkToken());
    expect(emailOf()).toEqual({ email: "ani.baru@contoh.go.id", at: world.ctx.now });
    expect(letters().map(({ template, recipient }) => [template, recipient])).toEqual([
      ["emailCheck", "ani.baru@contoh.go.id"],
      ["emailChanged", "ani@contoh.go.id"],
    ]);
  });

  it("is verified through its own link, once and for a day", async () => {
    const { world, own, account, linkToken } = makeScene();
    const userId = await account();
    requestEmail(own(userId), "ani@contoh.go.id");
    const token = linkToken();
    expect(await refusal(() => confirmEmail(world.as(null, world.ctx.now + emailLifetime), token))).toBe("accounts.invitationExpired");
    confirmEmail(world.as(null), token);
    expect(await refusal(() => confirmEmail(world.as(null), token))).toBe("accounts.invitationUsed");
  });

  it("of another account is not given away: the asker is told the same, its owner gets a letter", async () => {
    const { world, own, account, letters } = makeScene();
    const userId = await account();
    await account("budi@contoh.go.id", "Budi");
    requestEmail(own(userId), "budi@contoh.go.id");
    expect(letters().map(({ template, recipient }) => [template, recipient])).toEqual([["emailInUse", "budi@contoh.go.id"]]);
    expect(JSON.stringify(letters()[0]?.params)).not.toContain("email-confirmations");
    expect(world.ctx.db.select().from(users).all().map(({ email }) => email)).toEqual(["ani@contoh.go.id", "budi@contoh.go.id"]);
  });

  it("that was taken meanwhile is refused", async () => {
    const { world, own, account, linkToken } = makeScene();
    const userId = await account();
    requestEmail(own(userId), "baru@contoh.go.id");
    const token = linkToken();
    await account("baru@contoh.go.id", "Lain");
    expect(await refusal(() => confirmEmail(world.as(null), token))).toBe("accounts.emailTaken");
  });

  it("has links that set no password, and invitations confirm no address", async () => {
    const { world, sessions, visitor, own, account, linkToken, invite } = makeScene();
    const userId = await account();
    requestEmail(own(userId), "baru@contoh.go.id");
    const token = linkToken();
    const accept = acceptInvitation(visitor, sessions, { token, password: "payung senja kopi", accepted: [], ...client });
    expect(await refusal(accept)).toBe("accounts.invitationUnknown");
    const invitation = invite();
    expect(await refusal(() => confirmEmail(world.as(null), invitation))).toBe("accounts.emailLinkUnknown");
  });

  it("gets no more than three links an hour", async () => {
    const { own, account } = makeScene();
    const ctx = own(await account());
    const answers = [];
    for (let i = 0; i < 4; i += 1) answers.push(await refusal(() => requestEmail(ctx, `a${i}@contoh.go.id`)));
    expect(answers).toEqual(["accepted", "accepted", "accepted", "accounts.tooManyLetters"]);
  });
});
