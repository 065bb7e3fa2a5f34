import { Secret, TOTP } from "otpauth";
import { describe, expect, it } from "vitest";
import {
  beginSecondFactor,
  confirmSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
  takeCode,
} from "#app/features/accounts/factors/operations.server.ts";
import { findOwnFactor, hasSecondFactor } from "#app/features/accounts/factors/queries.server.ts";
import { isFactorCompulsory } from "#app/features/accounts/factors/rules.ts";
import { acceptInvitation } from "#app/features/accounts/operations.server.ts";
import { sendPasswordReset } from "#app/features/accounts/recovery/operations.server.ts";
import { enterCode, proveIdentity } from "#app/features/accounts/sessions/operations.server.ts";
import { codeLifetime } from "#app/features/accounts/sessions/rules.ts";
import { recoveryCodes, secondFactors } from "#db/schema/accounts.ts";
import { client, makeScene, refusal } from "#tests/features/accounts/scene.ts";

const halfMinute = 30_000;

/** Codes as an authenticator shows them, made without the product's own rules. */
const codeOf = (secret: string, at: number): string => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at });

async function enrolled() {
  const scene = makeScene();
  const userId = await scene.account();
  const ctx = scene.own(userId);
  beginSecondFactor(ctx);
  const secret = findOwnFactor(ctx, userId).secret as string;
  const codes = confirmSecondFactor(ctx, { code: codeOf(secret, scene.clock.now), sessionId: "", now: scene.clock.now });
  scene.clock.now += 10 * halfMinute;
  const take = (code: string) => refusal(() => takeCode(scene.visitor, { userId, code, now: scene.clock.now }));
  return { ...scene, userId, ctx, secret, codes, take, code: () => codeOf(secret, scene.clock.now) };
}

describe("a second factor", () => {
  it("is asked only after its first code was seen, and its secret is shown only until then", async () => {
    const { clock, own, account } = makeScene();
    const userId = await account();
    const ctx = own(userId);
    beginSecondFactor(ctx);
    const { secret } = findOwnFactor(ctx, userId);
    expect([hasSecondFactor(ctx, userId), findOwnFactor(ctx, userId).state]).toEqual([false, "begun"]);
    const wrong = { code: "000000", sessionId: "", now: clock.now };
    expect(await refusal(() => confirmSecondFactor(ctx, wrong))).toBe("accounts.badCode");
    confirmSecondFactor(ctx, { ...wrong, code: codeOf(secret as string, clock.now) });
    expect([hasSecondFactor(ctx, userId), findOwnFactor(ctx, userId)]).toEqual([
      true,
      { state: "on", confirmedAt: ctx.now, secret: null, codesLeft: 10 },
    ]);
    expect(await refusal(() => beginSecondFactor(ctx))).toBe("accounts.factorStands");
  });

  it("keeps secret and recovery codes unreadable in the database", async () => {
    const { ctx, secret, codes } = await enrolled();
    const kept = JSON.stringify([ctx.db.select().from(secondFactors).all(), ctx.db.select().from(recoveryCodes).all()]);
    expect(codes.length).toBe(10);
    expect([secret, ...codes, ...codes.map((code) => code.replaceAll("-", ""))].filter((word) => kept.includes(word))).toEqual([]);
  });

  it("takes a code half a minute early or late, none further off, and none twice", async () => {
    const { clock, secret, take } = await enrolled();
    const at = (steps: number) => codeOf(secret, clock.now + steps * halfMinute);
    expect(await take(at(-2))).toBe("accounts.badCode");
    expect(await take(at(2))).toBe("accounts.badCode");
    expect(await take(at(-1))).toBe("accepted");
    expect(await take(at(0))).toBe("accepted");
    expect(await take(at(0))).toBe("accounts.badCode");
    expect(await take(at(-1))).toBe("accounts.badCode");
    expect(await take(at(1))).toBe("accepted");
  });

  it("takes a recovery code once, however it is typed, and tells the person how many are left", async () => {
    const { codes, take, letters } = await enrolled();
    const [first = "", second = ""] = codes;
    expect(await take(first.toUpperCase().replaceAll("-", " "))).toBe("accepted");
    expect(await take(first)).toBe("accounts.badCode");
    expect(await take(second)).toBe("accepted");
    const told = letters().filter(({ template }) => template === "recoveryCodeUsed");
    expect(told.map(({ params }) => params.left)).toContain(9);
  });

  it("pauses after five wrong codes", async () => {
    const { take, code } = await enrolled();
    for (let i = 0; i < 5; i += 1) expect(await take("123456")).toBe("accounts.badCode");
    expect(await take(code())).toBe("accounts.throttled");
  });

  it("voids the old recovery codes when new ones are made", async () => {
    const { ctx, codes, take } = await enrolled();
    const fresh = renewRecoveryCodes(ctx);
    expect(await take(codes[0] as string)).toBe("accounts.badCode");
    expect(await take(fresh[0] as string)).toBe("accepted");
  });

  it("ends the other sessions when it is turned on", async () => {
    const { clock, sessions, own, account, enter } = makeScene();
    const userId = await account();
    const [mine, other] = [await enter(), await enter()];
    const ctx = own(userId);
    beginSecondFactor(ctx);
    const secret = findOwnFactor(ctx, userId).secret as string;
    confirmSecondFactor(ctx, { code: codeOf(secret, clock.now), sessionId: mine.sessionId, now: clock.now });
    expect([(await sessions.validate(mine.sessionId)) !== null, await sessions.validate(other.sessionId)]).toEqual([true, null]);
  });
});

describe("signing in with a second factor", () => {
  it("opens a session that signs nobody in until the code came, and a new one then", async () => {
    const { sessions, visitor, userId, enter, code } = await enrolled();
    const waiting = await enter();
    expect([waiting.codeDue, (await sessions.validate(waiting.sessionId))?.codeDue]).toEqual([true, true]);
    const give = (text: string) => enterCode(visitor, sessions, { sessionId: waiting.sessionId, code: text, ...client });
    expect(await refusal(give("111111"))).toBe("accounts.badCode");
    const { sessionId } = await give(code());
    expect(sessionId).not.toBe(waiting.sessionId);
    expect([(await sessions.validate(sessionId))?.userId, await sessions.validate(waiting.sessionId)]).toEqual([userId, null]);
  });

  it("waits ten minutes for the code, and asking prolongs nothing", async () => {
    const { clock, sessions, visitor, enter, code } = await enrolled();
    const waiting = await enter();
    clock.now += codeLifetime;
    await sessions.validate(waiting.sessionId);
    const late = enterCode(visitor, sessions, { sessionId: waiting.sessionId, code: code(), ...client });
    expect(await refusal(late)).toBe("accounts.codeTooLate");
  });

  it("takes password and code at once, and refuses a wrong code", async () => {
    const { enter, code } = await enrolled();
    expect(await refusal(enter({ code: "111111" }))).toBe("accounts.badCode");
    expect((await enter({ code: code() })).codeDue).toBe(false);
  });

  it("is asked after a new password was set by letter too", async () => {
    const { world, sessions, visitor, linkToken } = await enrolled();
    sendPasswordReset(world.at(world.ctx.now + 1).ctx, "ani@contoh.go.id");
    const input = { token: linkToken(), password: "payung senja kopi", accepted: [], ...client };
    const { codeDue, sessionId } = await acceptInvitation(visitor, sessions, input);
    expect([codeDue, (await sessions.validate(sessionId))?.codeDue]).toEqual([true, true]);
  });

  it("proves who one is by a code as well as by the password", async () => {
    const { sessions, ctx, enter, code, clock } = await enrolled();
    const { sessionId } = await enter({ code: code() });
    clock.now += 20 * 60_000;
    await proveIdentity(ctx, sessions, { sessionId, password: "", code: code() });
    expect((await sessions.validate(sessionId))?.provedAt).toBe(clock.now);
  });
});

describe("a compulsory second factor", () => {
  const grant = (scope: "system" | "edition" | "agency", role: string) => ({ scope, scopeId: "x", role });

  it("is asked of organisers, signatories and system admins alone, where the configuration says so", () => {
    const asked = [grant("system", "organiser"), grant("system", "operator"), grant("edition", "organiser"), grant("edition", "signatory")];
    const free = [grant("system", "auditor"), grant("edition", "evaluator"), grant("edition", "screener"), grant("agency", "admin")];
    expect(asked.map((one) => isFactorCompulsory("staff", [one]))).toEqual([true, true, true, true]);
    expect(free.map((one) => isFactorCompulsory("staff", [one]))).toEqual([false, false, false, false]);
    expect(isFactorCompulsory("optional", asked)).toBe(false);
  });

  it("cannot be removed by whom it is asked of; an optional one can, and its codes go with it", async () => {
    const { ctx, userId, codes, take } = await enrolled();
    const operator = { ...ctx, actor: { ...ctx.actor, grants: [grant("system", "operator")] } };
    expect(await refusal(() => removeSecondFactor(operator, { mode: "staff" }))).toBe("accounts.factorCompulsory");
    removeSecondFactor(ctx, { mode: "optional" });
    expect([hasSecondFactor(ctx, userId), await take(codes[0] as string)]).toEqual([false, "accounts.badCode"]);
  });
});
