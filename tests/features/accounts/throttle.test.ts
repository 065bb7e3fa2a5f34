import { describe, expect, it } from "vitest";
import { checkThrottle, countFailure, firstPause, pauseAfter } from "#app/features/accounts/throttle/rules.ts";
import type { Attempts } from "#app/features/accounts/types.ts";
import { auditEntries } from "#db/schema/audit.ts";
import { makeScene, refusal } from "#tests/features/accounts/scene.ts";

const key = { limit: 3, window: 1_000_000, longest: 5 * firstPause };

describe("the throttle of signing in", () => {
  it("counts tries inside a window and starts anew after it", () => {
    let attempts: Attempts | undefined;
    for (let i = 0; i < 2; i += 1) attempts = countFailure(attempts, 1_000, key);
    expect(attempts).toEqual({ failures: 2, firstAt: 1_000, blockedUntil: null });
    const later = 1_000 + key.window;
    expect(countFailure(attempts, later, key)).toEqual({ failures: 1, firstAt: later, blockedUntil: null });
  });

  it("pauses for a minute at the limit and twice as long each time after, up to the longest", () => {
    expect([3, 4, 5, 6, 40].map((failures) => pauseAfter(failures, key) / firstPause)).toEqual([1, 2, 4, 5, 5]);
    const paused = countFailure({ failures: 2, firstAt: 0, blockedUntil: null }, 10, key);
    expect(() => checkThrottle(paused, 10 + firstPause - 1)).toThrow("accounts.throttled");
    expect(() => checkThrottle(paused, 10 + firstPause)).not.toThrow();
  });

  it("pauses one account from one network after ten tries, even for the right password, and lets another network in", async () => {
    const { clock, account, enter } = makeScene();
    await account();
    for (let i = 0; i < 10; i += 1) expect(await refusal(enter({ password: "salah" }))).toBe("accounts.badCredentials");
    expect(await refusal(enter())).toBe("accounts.throttled");
    expect(await refusal(enter({ network: "10.0.0.2" }))).toBe("accepted");
    clock.now += firstPause;
    expect(await refusal(enter())).toBe("accepted");
  });

  it("pauses an unknown address exactly like a known one", async () => {
    const { account, enter } = makeScene();
    await account();
    const answers = async (email: string) => {
      const all = [];
      for (let i = 0; i < 12; i += 1) all.push(await refusal(enter({ email, password: "salah" })));
      return all;
    };
    expect(await answers("siapa@contoh.go.id")).toEqual(await answers("ani@contoh.go.id"));
  });

  it("goes by the real clock: moving the demo's changes nothing", async () => {
    const { world, sessions, account, enter } = makeScene();
    await account();
    for (let i = 0; i < 10; i += 1) await refusal(enter({ password: "salah" }));
    const { signIn } = await import("#app/features/accounts/sessions/operations.server.ts");
    const later = world.as(null, world.ctx.now + 86_400_000 * 30);
    const again = { email: "ani@contoh.go.id", password: "kalimat sandi uji coba", network: "103.10.66.7", userAgent: "" };
    expect(await refusal(signIn(later, sessions, again))).toBe("accounts.throttled");
  });

  it("counts a try before it looks at the password: many at once are many tries", async () => {
    const { account, enter } = makeScene();
    await account();
    const answers = await Promise.all(Array.from({ length: 14 }, () => refusal(enter({ password: "salah" }))));
    expect(answers.filter((answer) => answer === "accounts.badCredentials").length).toBe(10);
  });

  it("does not let one's own success wipe out the failures of a network", async () => {
    const { world, account, enter } = makeScene();
    await account();
    const failures = () => world.ctx.db.$client.prepare("select failures from sign_in_attempts where key like 'network:%'").pluck().get();
    for (let i = 0; i < 4; i += 1) await refusal(enter({ email: `x${i}@contoh.go.id` }));
    await enter();
    expect(failures()).toBe(4);
  });

  it("leaves an audit entry when a pause begins, without the address", async () => {
    const { world, account, enter } = makeScene();
    await account();
    for (let i = 0; i < 11; i += 1) await refusal(enter({ password: "salah" }));
    const entries = world.ctx.db.select().from(auditEntries).all().filter((entry) => entry.action === "accounts.throttle");
    expect(entries.length).toBe(1);
    expect(entries[0]?.record).toContain('"scope":"pair"');
    expect(entries[0]?.record).not.toContain("ani@");
  });
});
