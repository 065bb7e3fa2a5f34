import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import {
  endOtherSessions,
  endOwnSession,
  proveIdentity,
  signOut,
} from "#app/features/accounts/sessions/operations.server.ts";
import { handleOf, listSessions } from "#app/features/accounts/sessions/queries.server.ts";
import { abbreviateNetwork, deviceOf, isFreshProof, proofLifetime, seenInterval } from "#app/features/accounts/sessions/rules.ts";
import { sessions as sessionTable, users } from "#db/schema/accounts.ts";
import { makeScene, refusal } from "#tests/features/accounts/scene.ts";

describe("signing in", () => {
  it("opens a session for the right password, whatever the case of the address", async () => {
    const { sessions, account, enter } = makeScene();
    const userId = await account("Ani@Contoh.go.id");
    const { sessionId, codeDue } = await enter();
    expect([(await sessions.validate(sessionId))?.userId, codeDue]).toEqual([userId, false]);
  });

  it("refuses an unknown address, a wrong password and a locked account in the same words", async () => {
    const { world, account, enter } = makeScene();
    const locked = await account("dina@contoh.go.id", "Dina");
    await account();
    world.ctx.db.update(users).set({ lockedAt: 1 }).where(eq(users.id, locked)).run();
    const answers = [enter({ password: "salah sekali" }), enter({ email: "x@contoh.go.id" }), enter({ email: "dina@contoh.go.id" })];
    expect(await Promise.all(answers.map(refusal))).toEqual(Array(3).fill("accounts.badCredentials"));
  });

  it("ends the session on signing out", async () => {
    const { sessions, visitor, account, enter } = makeScene();
    await account();
    const { sessionId } = await enter();
    signOut(visitor, sessionId);
    expect(await sessions.validate(sessionId)).toBe(null);
  });
});

describe("the list of sessions", () => {
  it("says device, network in short and last use, marks the present one, and shows no other person's", async () => {
    const { world, clock, account, enter } = makeScene();
    const userId = await account();
    await account("budi@contoh.go.id", "Budi");
    await enter({ email: "budi@contoh.go.id" });
    const { sessionId } = await enter();
    expect(listSessions(world.ctx, { userId, sessionId, realNow: clock.now })).toEqual([
      {
        handle: handleOf(sessionId),
        device: { browser: "Firefox", system: "Linux" },
        network: "103.10.x.x",
        createdAt: clock.now,
        lastSeenAt: clock.now,
        current: true,
      },
    ]);
  });

  it("ends one's own session by its handle, never another person's", async () => {
    const { sessions, own, account, enter } = makeScene();
    const userId = await account();
    await account("budi@contoh.go.id", "Budi");
    const other = await enter({ email: "budi@contoh.go.id" });
    const mine = await enter();
    expect(await refusal(() => endOwnSession(own(userId), handleOf(other.sessionId)))).toBe("accounts.sessionUnknown");
    endOwnSession(own(userId), handleOf(mine.sessionId));
    expect(await sessions.validate(mine.sessionId)).toBe(null);
    expect(await sessions.validate(other.sessionId)).not.toBe(null);
  });

  it("ends all others and keeps the present one", async () => {
    const { sessions, own, account, enter } = makeScene();
    const userId = await account();
    const [mine, second, third] = [await enter(), await enter(), await enter()];
    expect(endOtherSessions(own(userId), mine.sessionId)).toBe(2);
    const left = await Promise.all([mine, second, third].map(({ sessionId }) => sessions.validate(sessionId)));
    expect(left.map((one) => one?.userId ?? null)).toEqual([userId, null, null]);
  });

  it("notes the last use no more often than every five minutes", async () => {
    const { world, clock, sessions, account, enter } = makeScene();
    await account();
    const { sessionId } = await enter();
    const start = clock.now;
    const seen = async (now: number) => {
      clock.now = now;
      await sessions.validate(sessionId);
      return world.ctx.db.select({ at: sessionTable.lastSeenAt }).from(sessionTable).get()?.at;
    };
    expect(await seen(start + seenInterval - 1)).toBe(start);
    expect(await seen(start + seenInterval)).toBe(start + seenInterval);
  });

  it("names browser and system as people know them", () => {
    const edge = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36 Edg/126.0";
    const phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Mobile/15E148 Safari/604.1";
    expect([deviceOf(edge), deviceOf(phone), deviceOf("curl/8"), deviceOf(null)]).toEqual([
      { browser: "Microsoft Edge", system: "Windows" },
      { browser: "Safari", system: "iOS" },
      { browser: "", system: "" },
      { browser: "", system: "" },
    ]);
  });

  it("keeps of a network address what does not name a household", () => {
    const shown = ["103.10.66.7", "::ffff:103.10.66.7", "2001:db8:1:2::7", "::1", "", null].map(abbreviateNetwork);
    expect(shown).toEqual(["103.10.x.x", "103.10.x.x", "2001:db8:…", "::1", "", ""]);
  });
});

describe("proving who one is", () => {
  it("counts for ten minutes of the real clock from signing in on", async () => {
    const { sessions, clock, account, enter } = makeScene();
    await account();
    const { sessionId } = await enter();
    const { provedAt = null } = (await sessions.validate(sessionId)) ?? {};
    expect([proofLifetime - 1, proofLifetime, -1].map((ms) => isFreshProof(provedAt, clock.now + ms))).toEqual([true, false, false]);
    expect(isFreshProof(null, clock.now)).toBe(false);
  });

  it("starts anew with the right password, and not with a wrong one", async () => {
    const { sessions, clock, own, account, enter } = makeScene();
    const userId = await account();
    const { sessionId } = await enter();
    clock.now += proofLifetime;
    const prove = (word: string) => proveIdentity(own(userId), sessions, { sessionId, password: word, code: "" });
    expect(await refusal(prove("salah sekali"))).toBe("accounts.wrongProof");
    expect(isFreshProof((await sessions.validate(sessionId))?.provedAt ?? null, clock.now)).toBe(false);
    await prove("kalimat sandi uji coba");
    expect(isFreshProof((await sessions.validate(sessionId))?.provedAt ?? null, clock.now)).toBe(true);
  });
});
