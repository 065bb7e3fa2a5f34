import { describe, expect, it } from "vitest";
import { letterHtml } from "#app/features/notifications/components/letter-html.ts";
import { afterFailure, allowance, readAnswer } from "#app/features/notifications/delivery/rules.ts";
import { composeLetter, hasLostSecret, withoutSecrets } from "#app/features/notifications/rules.ts";
import { translators } from "#app/i18n/dictionaries.ts";

describe("an answer of a mail server", () => {
  it.each([
    [undefined, undefined, "later"],
    [421, "CONN", "later"],
    [450, "RCPT TO", "later"],
    [451, "DATA", "later"],
    [452, "RCPT TO", "later"],
    [550, "RCPT TO", "address"],
    [551, "RCPT TO", "address"],
    [552, "RCPT TO", "later"],
    [553, "RCPT TO", "address"],
    [554, "DATA", "letter"],
    [552, "DATA", "letter"],
    [535, "AUTH PLAIN", "later"],
    [530, "MAIL FROM", "later"],
    [550, "MAIL FROM", "later"],
  ] as const)("%s to %s means: %s", (code, command, refusal) => {
    expect(readAnswer({ code, command })).toBe(refusal);
  });
});

describe("a pause between tries", () => {
  it("doubles from one minute, with a fifth by chance, and ends at the eighth", () => {
    const pauses = [1, 2, 3, 4, 5, 6, 7].map((attempts) => afterFailure(attempts, { now: 0, chance: 0 }).nextAttemptAt / 60_000);
    expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 64]);
    expect(afterFailure(3, { now: 0, chance: 1 }).nextAttemptAt).toBe(4 * 60_000 * 1.2);
    expect(afterFailure(8, { now: 5, chance: 1 })).toEqual({ status: "failed", nextAttemptAt: 5 });
  });
});

it("lets no more letters leave in any minute than allowed", () => {
  const now = 1_000_000;
  expect(allowance([], 3, now)).toBe(3);
  expect(allowance([now - 60_000, now - 59_999, now], 3, now)).toBe(1);
  expect(allowance([now, now, now, now], 3, now)).toBe(0);
});

describe("a secret", () => {
  const token = "Zm9vYmFyYmF6cXV4MTIzNDU2Nzg5MDEy";
  it.each([
    [`https://a.go.id/invitations/${token}`, "https://a.go.id/invitations/••••••"],
    [`https://a.go.id/verify?token=${token}&x=1`, "https://a.go.id/verify?token=••••••&x=1"],
    [`https://a.go.id/reset/${"0a".repeat(32)}`, "https://a.go.id/reset/••••••"],
    ["https://a.go.id/proposals/prop_0123456789abcdefghjk/edit", "https://a.go.id/proposals/prop_0123456789abcdefghjk/edit"],
    ["https://a.go.id/editions/kompetisi-inovasi-pelayanan-publik-2026/results", "https://a.go.id/editions/kompetisi-inovasi-pelayanan-publik-2026/results"],
  ])("%s is shown as %s", (text, shown) => {
    expect(withoutSecrets(text)).toBe(shown);
  });

  it("that is gone forbids a repeat", () => {
    expect([hasLostSecret({ link: "https://a.go.id/x/••••••" }), hasLostSecret({ link: "https://a.go.id/home" })]).toEqual([true, false]);
  });
});

describe("the set part of a letter", () => {
  const page = (body: string) => letterHtml({ subject: "S", body, foot: "F", locale: "id", baseUrl: "https://a.go.id" });
  it("shows marks as text and makes only own addresses into links", () => {
    const html = page('<img src=x onerror=alert(1)> & "x"\n\nhttps://a.go.id/home https://evil.example/x');
    expect(html.includes("<img")).toBe(false);
    expect(html.includes("&lt;img src=x onerror=alert(1)&gt; &amp; &quot;x&quot;")).toBe(true);
    expect([...html.matchAll(/href="([^"]+)"/g)].map((match) => match[1])).toEqual(["https://a.go.id/home"]);
  });
});

it("prints a letter in the edition's own words where it has them", () => {
  const own = { subject: "Halo {name}", body: "{count} surat untuk {name}, {unknown}" };
  expect(composeLetter(translators.id, "assigned", { name: "Ani", count: 1200, rehearsal: 1 }, own)).toEqual({
    subject: "[LATIHAN] Halo Ani",
    body: "1.200 surat untuk Ani, {unknown}",
  });
});
