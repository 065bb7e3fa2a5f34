import { describe, expect, it } from "vitest";
import { changePassword } from "#app/features/accounts/passwords/operations.server.ts";
import { requireGoodPassword } from "#app/features/accounts/passwords/rules.ts";
import { makeScene, password, refusal } from "#tests/features/accounts/scene.ts";

const about = ["Ratna Kusumawardhani", "ratna.kusuma@menpan.go.id"];
const judged = (text: string, accepted: string[] = []) => refusal(requireGoodPassword(text, { about, accepted }));

describe("a password", () => {
  it("has at least 12 and at most 256 characters, of whatever kind", async () => {
    expect(await judged("kuda nil 7")).toBe("form.tooShort");
    expect(await judged("payung senja kopi")).toBe("accepted");
    expect(await judged("payung senja kopi ".repeat(14) + "akhi")).toBe("accepted");
    expect(await judged("payung senja kopi ".repeat(14) + "akhir")).toBe("form.tooLong");
  });

  it.each(["password1234", "indonesia2026", "qwertyuiop[]", "aaaaaaaaaaaaaaaa", "bismillah12345", "123456789012"])(
    "is refused when it is common: %s",
    async (text) => {
      expect(await judged(text)).toBe("accounts.strength.refused");
    },
  );

  it.each(["kusumawardhani", "ratna.kusuma", "ratnakusuma12", "anugerah2026!", "latihan-anugerah"])(
    "is refused when it is made of the person's name, address or the product's words: %s",
    async (text) => {
      expect(await judged(text)).toBe("accounts.strength.refused");
    },
  );

  it("of a demo is taken where the demo says so", async () => {
    expect(await judged("latihan-anugerah", ["latihan-anugerah"])).toBe("accepted");
  });

  it("of 256 characters is judged like any other", async () => {
    const text = Array.from({ length: 64 }, (_, index) => `k${(index * 37) % 100}q`).join("");
    expect([await judged(text.padEnd(256, "payung senja ")), await judged("xk2h".repeat(64))]).toEqual(["accepted", "accounts.strength.refused"]);
  });
});

describe("changing the password", () => {
  const change = { currentPassword: password, password: "payung senja kopi", accepted: [] };

  it("ends the other sessions, keeps the present one and tells the person by letter", async () => {
    const { sessions, own, account, enter, letters } = makeScene();
    const userId = await account();
    const [mine, other] = [await enter(), await enter()];
    await changePassword(own(userId), sessions, { ...change, sessionId: mine.sessionId });
    expect((await sessions.validate(mine.sessionId))?.userId).toBe(userId);
    expect(await sessions.validate(other.sessionId)).toBe(null);
    expect(letters().map(({ template, recipient }) => [template, recipient])).toEqual([["passwordChanged", "ani@contoh.go.id"]]);
  });

  it("asks for the present one, five times", async () => {
    const { sessions, own, account } = makeScene();
    const ctx = own(await account());
    const wrong = () => refusal(changePassword(ctx, sessions, { ...change, currentPassword: "salah", sessionId: "" }));
    const answers = [];
    for (let i = 0; i < 6; i += 1) answers.push(await wrong());
    expect(answers).toEqual([...Array<string>(5).fill("accounts.wrongPassword"), "accounts.throttled"]);
  });
});
