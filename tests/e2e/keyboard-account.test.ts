import { Secret, TOTP } from "otpauth";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { translators } from "#app/i18n/dictionaries.ts";
import { mailOf, password } from "#tests/e2e/early/scene.ts";
import { askByKeys, pressByKeys, reach, standsSomewhere, typeByKeys } from "#tests/e2e/keyboard/by-keyboard.ts";
import { button, link, named, openStage, signInByKeys, type Stage } from "#tests/e2e/keyboard/stage.ts";
import { told } from "#tests/e2e/walk/walk.ts";
import type { Look } from "#tests/support/browser.ts";

const fresh = "perahu baru di dermaga lama";
let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});

afterAll(() => stage?.close());

const looks: Look[] = [
  { locale: "id", width: 1280 },
  { locale: "en", width: 390 },
];

/** A code that is good once: of now, or of so many half minutes later. */
const codeOf = (secret: string, later = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret.replaceAll(" ", "")) }).generate({ timestamp: Date.now() + later * 30_000 });

async function giveCode(page: Page, code: string): Promise<void> {
  await page.waitForURL("**/sign-in/code**");
  await typeByKeys(page, named(page, "code"), code);
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

describe.each(looks)("by the keyboard alone, in $locale at $width px", (look) => {
  const t = translators[look.locale];
  const name = `Kunci${look.width} Orang`;
  const email = mailOf(name);

  beforeAll(async () => {
    await stage.scene.enrol(name);
  });

  it("a forgotten password is made anew", async () => {
    const page = await stage.visitor(look);
    await page.goto("/password-reset");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.className), "the first stop leads past the frame").toBe("skip");
    await page.keyboard.press("Enter");
    await typeByKeys(page, named(page, "email"), email);
    await pressByKeys(page, button(page, t("accounts.reset.submit")));
    await page.waitForURL((url) => url.pathname !== "/password-reset");
    await standsSomewhere(page);
    const letter = () => stage.one<{ params: string } | undefined>("select params from outbox where recipient = ? and params like '%/invitations/%'", email)?.params;
    await expect.poll(letter, { timeout: 20_000 }).toBeDefined();
    await page.goto(new URL((JSON.parse(letter() ?? "{}") as { link: string }).link).pathname);
    await typeByKeys(page, named(page, "password"), fresh);
    await reach(page, button(page, t("accounts.strength.show")));
    await page.keyboard.press("Space");
    expect(await named(page, "password").getAttribute("type")).toBe("text");
    await pressByKeys(page, button(page, t("accounts.invitation.resetSubmit")));
    await page.waitForURL((url) => !url.pathname.startsWith("/invitations"));
    await page.context().close();
  });

  it("a second factor is set up, other sessions are ended, and who one is is proved once more", async () => {
    const page = await stage.visitor(look);
    await signInByKeys(page, email, fresh);
    await page.goto("/profile/second-factor");
    await pressByKeys(page, button(page, t("accounts.factor.begin")));
    const key = page.locator("code.code-text");
    await key.waitFor();
    await standsSomewhere(page);
    const secret = (await key.textContent()) ?? "";
    await typeByKeys(page, named(page, "code"), codeOf(secret));
    await pressByKeys(page, button(page, t("accounts.factor.confirm")));
    await page.locator(".code-list code").first().waitFor();
    await standsSomewhere(page);
    const codes = await page.locator(".code-list code").allTextContents();
    await reach(page, link(page, t("accounts.factor.codesDownload")));
    const [file] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    expect(file.url()).toContain(codes[0] ?? "");

    const other = await stage.visitor(look);
    await signInByKeys(other, email, fresh);
    await giveCode(other, codeOf(secret, 1));
    await other.context().clearCookies({ name: "anugerah_session" });
    await signInByKeys(other, email, fresh);
    await giveCode(other, codes[0] ?? "");
    await page.goto("/profile/sessions");
    const end = t("accounts.sessions.endOthers");
    await askByKeys(page, { trigger: button(page, end), answer: end });
    await expect.poll(() => page.locator(".records > li").count()).toBe(1);
    await other.goto("/profile");
    await other.waitForURL("**/sign-in?**");
    await other.context().close();

    stage.scene.ctx.db.$client.exec("update sessions set proved_at = proved_at - 660000");
    const address = `baru${look.width}@contoh.go.id`;
    await page.goto("/profile/email");
    await typeByKeys(page, named(page, "email"), address);
    await pressByKeys(page, button(page, t("accounts.email.submit")));
    await page.waitForURL("**/re-authentication?**");
    await standsSomewhere(page);
    await typeByKeys(page, named(page, "password"), fresh);
    await pressByKeys(page, button(page, t("accounts.prove.submit")));
    await page.waitForURL("**/profile/email?**");
    await page.getByText(t("common.restored")).waitFor();
    expect(await named(page, "email").inputValue()).toBe(address);
    await pressByKeys(page, button(page, t("accounts.email.submit")));
    await told(page, t("accounts.email.sent", { email: address }));
    await standsSomewhere(page);
    await page.context().close();
  });

  it("what is held of a person is taken along, and its erasure asked for and withdrawn", async () => {
    const asking = `Data${look.width} Orang`;
    await stage.scene.enrol(asking);
    const page = await stage.visitor(look);
    await signInByKeys(page, mailOf(asking), password);
    await page.goto("/profile/data");
    await reach(page, button(page, t("accounts.data.take")));
    const [file] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    expect(file.suggestedFilename()).toMatch(/\.json$|\.zip$/);
    await pressByKeys(page, link(page, t("accounts.erasure.ask")));
    await page.waitForURL("**/profile/erasure");
    await standsSomewhere(page);
    await typeByKeys(page, named(page, "reason"), "Saya pindah instansi.");
    await pressByKeys(page, button(page, t("accounts.erasure.ask")));
    await page.waitForURL("**/profile/data");
    await standsSomewhere(page);
    await pressByKeys(page, button(page, t("accounts.erasure.withdraw")));
    await link(page, t("accounts.erasure.ask")).waitFor();
    await standsSomewhere(page);
    await page.context().close();
  });
});
