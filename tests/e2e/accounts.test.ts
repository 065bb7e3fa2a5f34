import { Secret, TOTP } from "otpauth";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openHouse } from "#app/cli/house.ts";
import { systemCtx } from "#app/cli/system-ctx.ts";
import { createUser } from "#app/features/accounts/operations.server.ts";
import type { SystemRole } from "#app/features/accounts/types.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import type { Translate } from "#app/i18n/translator.ts";
import { confirm, press, signIn, told } from "#tests/e2e/walk/walk.ts";
import { readConfig } from "#app/lib/config.server.ts";
import { type Look, openBrowser, openWindow } from "#tests/support/browser.ts";
import { lookAt } from "#tests/support/look.ts";
import { type Product, startProduct } from "#tests/support/product.ts";

let product: Product | undefined;
let browser: Browser | undefined;

const password = "payung senja kopi";
const people: Record<string, SystemRole> = {
  ...{ throttled: "none", reset: "none", writer: "none", first: "none", second: "none", leaving: "none", locked: "none" },
  ...{ organiser: "organiser", operator: "operator" },
};

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct([]), openBrowser()]);
  const house = openHouse(readConfig({ DATA_DIR: product.dataDir, BASE_URL: product.url }));
  for (const [key, systemRole] of Object.entries(people)) {
    await createUser(systemCtx(house, "id"), { email: addressOf(key), name: nameOf(key), password, systemRole });
  }
  house.close();
});

afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const started = (): { product: Product; browser: Browser } => {
  if (!product || !browser) throw new Error("nothing was started");
  return { product, browser };
};

const nameOf = (key: string): string => `Orang ${key}`;
const addressOf = (key: string): string => `${key}@latihan.invalid`;

const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) => {
  const { url } = started().product;
  return fetch(url + path, {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams(fields).toString(),
    headers: { Origin: url, "Content-Type": "application/x-www-form-urlencoded", ...headers },
  });
};

/** What of an answer could tell one account from another: the page's own number and the typed address are taken out. */
const tellTale = async (answer: Response, typed: string) => {
  const body = (await answer.text()).replaceAll(/nonce=\\?"[^"\\]*\\?"/g, "").replaceAll(typed, "").replaceAll(/"now",\d+|\d{13}/g, "");
  return { status: answer.status, cookie: answer.headers.get("Set-Cookie"), body };
};

describe("signing in over HTTP", () => {
  it("answers an unknown address, a wrong password and, after ten tries, both pauses alike", async () => {
    const tries = async (email: string) => {
      const answers = [];
      for (let i = 0; i < 11; i += 1) answers.push(await tellTale(await post("/sign-in", { email, password: "kata sandi yang salah" }), email));
      return answers;
    };
    const [known, unknown] = [await tries(addressOf("throttled")), await tries("siapa.ini@latihan.invalid")];
    expect(known.map(({ status }) => status)).toEqual([...Array<number>(10).fill(422), 429]);
    expect(unknown).toEqual(known);
  });

  it("answers a request for a new password alike for a known and an unknown address", async () => {
    const ask = async (email: string) => {
      const answer = await post("/password-reset", { email });
      return [answer.status, answer.headers.get("Location"), answer.headers.get("Set-Cookie")];
    };
    expect(await ask("siapa.ini@latihan.invalid")).toEqual(await ask(addressOf("reset")));
  });

  it("signs in in place: data instead of a page, and a cookie that works", async () => {
    const email = addressOf("writer");
    const wrong = await post("/sign-in/in-place", { email, password: "kata sandi yang salah" });
    expect(wrong.status).toBe(422);
    expect(await wrong.json()).toMatchObject({ ok: false, needsCode: false });
    const right = await post("/sign-in/in-place", { email, password });
    expect(right.status).toBe(200);
    expect(await right.json()).toMatchObject({ ok: true, person: { email } });
    const cookie = (right.headers.get("Set-Cookie") ?? "").split(";")[0] ?? "";
    const page = await fetch(`${started().product.url}/profile`, { redirect: "manual", headers: { Cookie: cookie } });
    expect(page.status).toBe(200);
  });

  it("refuses signing in in place from another site", async () => {
    const answer = await post("/sign-in/in-place", { email: addressOf("writer"), password }, { Origin: "http://example.org" });
    expect([answer.status, answer.headers.get("Set-Cookie")]).toEqual([403, null]);
  });

  it("keeps the system's pages from everybody but its admin", async () => {
    const signed = await post("/sign-in/in-place", { email: addressOf("organiser"), password });
    const cookie = (signed.headers.get("Set-Cookie") ?? "").split(";")[0] ?? "";
    const statusOf = async (path: string) =>
      (await fetch(started().product.url + path, { redirect: "manual", headers: { Cookie: cookie } })).status;
    expect(await Promise.all(["/system/accounts", "/system/accounts/usr_x", "/system/erasures"].map(statusOf))).toEqual([403, 403, 403]);
  });
});

const looks: (Look & { person: string })[] = [
  { locale: "id", width: 1280, person: "first" },
  { locale: "en", width: 390, person: "second" },
];

describe.each(looks)("an account in $locale at $width px", (look) => {
  it("gets a second factor, signs in with it, ends another session, and proves who it is before a weighty act", async () => {
    const window = await openWindow(started().browser, started().product.url, look);
    const { page } = window;
    const t = translators[look.locale];
    const email = addressOf(look.person);
    await signIn(page, t, email, password);
    await lookAtProfile(page, look);
    const { secret, codes } = await enrol(page, t, look);
    await signOutAndIn(page, t, { email, look, code: () => totp(secret, 1) });
    await signOutAndIn(page, t, { email, look, code: () => codes[0] ?? "" });
    await endOtherSession(page, t, { email, look, code: codes[1] ?? "" });
    await proveAgain(page, t, look);
    await window.context.close();
    expect(window.complaints).toEqual([]);
  });
});

/** A code of the next half minute, for the one now was used. */
const totp = (secret: string, steps = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret.replaceAll(" ", "")) }).generate({ timestamp: Date.now() + steps * 30_000 });

async function lookAtProfile(page: Page, look: Look): Promise<void> {
  for (const [name, path] of Object.entries({ profile: "/profile", email: "/profile/email", data: "/profile/data", erasure: "/profile/erasure" })) {
    await page.goto(path);
    await lookAt(page, `account-${name}`, look);
  }
}

async function enrol(page: Page, t: Translate, look: Look): Promise<{ secret: string; codes: string[] }> {
  await page.goto("/profile/second-factor");
  await lookAt(page, "account-factor-none", look);
  await press(page, t("accounts.factor.begin"));
  const key = page.locator("code.code-text");
  await key.waitFor();
  const secret = (await key.textContent()) ?? "";
  await lookAt(page, "account-factor-set-up", look);
  await page.locator('[name="code"]').fill(totp(secret));
  await press(page, t("accounts.factor.confirm"));
  await page.locator(".code-list code").first().waitFor();
  await lookAt(page, "account-recovery-codes", look);
  const codes = await page.locator(".code-list code").allTextContents();
  expect(codes.length).toBe(10);
  await page.reload();
  expect(await page.locator(".code-list").count()).toBe(0);
  return { secret, codes };
}

type Entry = { email: string; look: Look; code: () => string };

async function signOutAndIn(page: Page, t: Translate, { email, look, code }: Entry): Promise<void> {
  await page.context().clearCookies({ name: "anugerah_session" });
  await giveCode(page, t, { email, look, code });
  await page.goto("/profile");
  expect(await page.locator("h1").textContent()).toBe(t("accounts.profile.title"));
}

async function giveCode(page: Page, t: Translate, { email, look, code }: Entry): Promise<void> {
  await page.goto("/sign-in");
  await page.locator('[name="email"]').fill(email);
  await page.locator('[name="password"]').fill(password);
  await press(page, t("accounts.signIn.submit"), page.locator("main"));
  await page.waitForURL("**/sign-in/code**");
  await lookAt(page, "account-code", look);
  await page.goto("/profile");
  await page.waitForURL("**/sign-in?**");
  await page.goto("/sign-in/code");
  await page.locator('[name="code"]').fill(code());
  await press(page, t("accounts.code.submit"));
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

async function endOtherSession(page: Page, t: Translate, { email, look, code }: Omit<Entry, "code"> & { code: string }): Promise<void> {
  const other = await openWindow(started().browser, started().product.url, look);
  await giveCode(other.page, t, { email, look, code: () => code });
  await page.goto("/profile/sessions");
  await lookAt(page, "account-sessions", look);
  await confirm(page, t("accounts.sessions.endOthers"));
  await page.getByText(t("accounts.sessions.current"), { exact: true }).waitFor();
  expect(await page.locator(".records > li").count()).toBe(1);
  await other.page.goto("/profile");
  await other.page.waitForURL("**/sign-in?**");
  await other.context.close();
}

/** The session is made to look old: the page then asks once more, and what was typed comes back. */
async function proveAgain(page: Page, t: Translate, look: Look): Promise<void> {
  await ageSessions();
  await page.goto("/profile/email");
  await page.locator('[name="email"]').fill("alamat.baru@latihan.invalid");
  await press(page, t("accounts.email.submit"));
  await page.waitForURL("**/re-authentication?**");
  await lookAt(page, "account-prove", look);
  await page.locator('[name="password"]').fill(password);
  await press(page, t("accounts.prove.submit"));
  await page.waitForURL("**/profile/email?**");
  await page.getByText(t("common.restored")).waitFor();
  expect(await page.locator('[name="email"]').inputValue()).toBe("alamat.baru@latihan.invalid");
  await press(page, t("accounts.email.submit"));
  await told(page, t("accounts.email.sent", { email: "alamat.baru@latihan.invalid" }));
}

async function ageSessions(): Promise<void> {
  const { openDatabase } = await import("#db/client.server.ts");
  const db = openDatabase(`${started().product.dataDir}/anugerah.db`);
  db.$client.exec("update sessions set proved_at = proved_at - 660000");
  db.$client.close();
}

describe.each(looks)("the system admin in $locale at $width px", (look) => {
  it("finds an account, locks and unlocks it, and answers a request for erasure", async () => {
    const window = await openWindow(started().browser, started().product.url, look);
    const { page } = window;
    const t = translators[look.locale];
    await askForErasure(look, t);
    await signIn(page, t, addressOf("operator"), password);
    await page.goto("/system/accounts?q=locked");
    await lookAt(page, "system-accounts", look);
    await page.getByRole("link", { name: nameOf("locked") }).click();
    await page.getByRole("link", { name: t("accounts.system.lock") }).click();
    await page.locator('[name="reason"]').fill("Uji coba kunci.");
    await press(page, t("accounts.system.lock"));
    await page.getByText(t("accounts.system.lockedFor", { reason: "Uji coba kunci." })).waitFor();
    await lookAt(page, "system-account", look);
    await confirm(page, t("accounts.system.unlock"));
    await page.getByText(t("accounts.system.states.active"), { exact: true }).waitFor();
    await page.goto("/system/erasures");
    await lookAt(page, "system-erasures", look);
    await page.getByRole("link", { name: t("accounts.system.refuse") }).first().click();
    await page.locator('[name="reason"]').fill("Tugas penilaian belum selesai.");
    await press(page, t("accounts.system.refuse"));
    await page.getByText(t("accounts.system.noErasures")).waitFor();
    await window.context.close();
    expect(window.complaints).toEqual([]);
  });
});

async function askForErasure(look: Look, t: Translate): Promise<void> {
  const { page, context } = await openWindow(started().browser, started().product.url, look);
  await signIn(page, t, addressOf("leaving"), password);
  await page.goto("/profile/erasure");
  await page.locator('[name="reason"]').fill("Saya pindah instansi.");
  await press(page, t("accounts.erasure.ask"));
  await page.waitForURL("**/profile/data");
  await context.close();
}
