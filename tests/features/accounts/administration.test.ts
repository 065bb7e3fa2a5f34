import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import {
  endSessionsOfAccount,
  lockAccount,
  resendInvitation,
  resetSecondFactor,
  setSystemRole,
  unlockAccount,
} from "#app/features/accounts/administration/operations.server.ts";
import { getAccount, searchAccounts } from "#app/features/accounts/administration/queries.server.ts";
import { hasSecondFactor } from "#app/features/accounts/factors/queries.server.ts";
import { acceptInvitation } from "#app/features/accounts/operations.server.ts";
import { findSignedIn } from "#app/features/accounts/queries.server.ts";
import { secondFactors, users } from "#db/schema/accounts.ts";
import { countStatements } from "#tests/support/world.ts";
import { client, makeScene, password, refusal } from "#tests/features/accounts/scene.ts";

const reason = "Akun dipakai orang lain.";
const everything = { q: "", role: null, state: null, limit: 50, offset: 0 } as const;

describe("a system admin", () => {
  it("locks an account: its sessions end, nobody signs in, the person reads why; and unlocks it", async () => {
    const { world, sessions, account, enter, letters } = makeScene();
    const userId = await account();
    const { sessionId } = await enter();
    lockAccount(world.ctx, { userId, reason });
    expect([await sessions.validate(sessionId), findSignedIn(world.ctx, userId)]).toEqual([null, undefined]);
    expect(await refusal(enter())).toBe("accounts.badCredentials");
    expect(letters().map(({ template, params }) => [template, params.reason])).toEqual([["accountLocked", reason]]);
    expect(await refusal(() => lockAccount(world.ctx, { userId, reason }))).toBe("accounts.locked");
    unlockAccount(world.ctx, { userId });
    expect(await refusal(enter())).toBe("accepted");
    expect(await refusal(() => unlockAccount(world.ctx, { userId }))).toBe("accounts.notLocked");
  });

  it("sends an invitation again, which voids the first link, and none to whoever has a password", async () => {
    const { world, sessions, visitor, invite, linkToken } = makeScene();
    const first = invite();
    const { id: userId } = world.ctx.db.select().from(users).get() as typeof users.$inferSelect;
    resendInvitation(world.ctx, { userId });
    const accept = (token: string) => refusal(acceptInvitation(visitor, sessions, { token, password, accepted: [], ...client }));
    expect(await accept(first)).toBe("accounts.invitationUsed");
    expect(await accept(linkToken())).toBe("accepted");
    expect(await refusal(() => resendInvitation(world.ctx, { userId }))).toBe("accounts.invitationDone");
  });

  it("ends every session of an account", async () => {
    const { world, sessions, account, enter } = makeScene();
    const userId = await account();
    const [one, two] = [await enter(), await enter()];
    expect(endSessionsOfAccount(world.ctx, { userId })).toBe(2);
    expect([await sessions.validate(one.sessionId), await sessions.validate(two.sessionId)]).toEqual([null, null]);
  });

  it("resets a second factor with a reason the person reads, and ends their sessions", async () => {
    const { world, account, letters } = makeScene();
    const userId = await account();
    expect(await refusal(() => resetSecondFactor(world.ctx, { userId, reason }))).toBe("accounts.factorNotBegun");
    world.ctx.db.insert(secondFactors).values({ userId, secret: "x", createdAt: 1, confirmedAt: 1 }).run();
    resetSecondFactor(world.ctx, { userId, reason });
    expect(hasSecondFactor(world.ctx, userId)).toBe(false);
    expect(letters().map(({ template, params }) => [template, params.reason])).toEqual([["secondFactorReset", reason]]);
  });

  it("gives and takes system roles, and touches never the own account", async () => {
    const { world, account } = makeScene();
    const userId = await account();
    setSystemRole(world.ctx, { userId, role: "auditor" });
    expect(findSignedIn(world.ctx, userId)?.systemRole).toBe("auditor");
    const admin = world.person("Admin", "system::operator");
    const own = world.as(admin);
    expect(await refusal(() => setSystemRole(own, { userId: admin.userId, role: "none" }))).toBe("accounts.notYourself");
    expect(await refusal(() => lockAccount(own, { userId: admin.userId, reason }))).toBe("accounts.notYourself");
    expect(await refusal(() => resetSecondFactor(own, { userId: admin.userId, reason }))).toBe("accounts.notYourself");
  });
});

describe("the list of accounts", () => {
  it("is the system admin's alone", async () => {
    const { world } = makeScene();
    for (const grant of ["system::organiser", "system::auditor", "edition:edn_x:organiser"]) {
      const ctx = world.as(world.person(grant, grant));
      expect(await refusal(() => searchAccounts(ctx, everything))).toBe("accounts.notAllowed");
    }
  });

  it("finds by name and address, by role and by state, a page at a time", async () => {
    const { world, account } = makeScene();
    const ids = [];
    for (const name of ["Ani", "Budi", "Citra"]) ids.push(await account(`${name.toLowerCase()}@contoh.go.id`, name));
    setSystemRole(world.ctx, { userId: ids[1]!, role: "auditor" });
    lockAccount(world.ctx, { userId: ids[2]!, reason });
    const names = (filter: object) => searchAccounts(world.ctx, { ...everything, ...filter }).rows.map((row) => row.name);
    expect([names({ q: "citra@" }), names({ role: "auditor" }), names({ state: "locked" }), names({ q: "%" })]).toEqual([
      ["Citra"],
      ["Budi"],
      ["Citra"],
      ["Ani", "Budi", "Citra"],
    ]);
    expect(searchAccounts(world.ctx, { ...everything, limit: 1, offset: 1 })).toMatchObject({ found: 3, rows: [{ name: "Budi" }] });
  });

  it("costs the same for one row and for three", async () => {
    const { world, account } = makeScene();
    const cost = () => countStatements(world.ctx, () => void searchAccounts(world.ctx, everything));
    await account();
    const one = cost();
    await account("b@contoh.go.id", "B");
    await account("c@contoh.go.id", "C");
    expect(cost()).toBe(one);
  });

  it("tells of one account how it stands, and nothing of what the person judged", async () => {
    const { world, clock, account, enter } = makeScene();
    const userId = await account();
    await enter();
    const detail = getAccount(world.ctx, { userId, realNow: clock.now });
    expect([detail.sessions, detail.secondFactor, detail.emailVerified, detail.state]).toEqual([1, false, false, "active"]);
    world.ctx.db.update(users).set({ passwordHash: null }).where(eq(users.id, userId)).run();
    expect(getAccount(world.ctx, { userId, realNow: clock.now }).state).toBe("invited");
  });
});
