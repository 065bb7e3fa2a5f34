import { existsSync } from "node:fs";
import chromiumPackage from "@sparticuz/chromium";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";

/** Where Chromium is: an installed one, else the one that comes with npm (Linux x64), unpacked the first time. */
export async function chromiumPath(): Promise<string> {
  const installed = [process.env.CHROMIUM_PATH, "/usr/bin/chromium", "/usr/bin/google-chrome"].find(
    (path) => path !== undefined && existsSync(path),
  );
  return installed ?? (await chromiumPackage.executablePath());
}

/** Headless Chromium. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await chromiumPath(),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-quic",
    ],
  });
}

export type Person = { context: BrowserContext; page: Page };

export type Look = { locale: "id" | "en"; width: number };

/** A window of that width, as high as a phone or a desk screen is. */
export const sizeOf = ({ width }: Look) => ({ width, height: width < 600 ? 844 : 900 });

/** A refused form answers 4xx, and going to another page breaks off what the last one was still fetching: no faults. */
const expected = /status of 4\d\d|Failed to fetch manifest patches|net::ERR_INTERNET_DISCONNECTED/;

/** A person's own browser window: their language, their screen, their cookies. Anything wrong in the page's console is kept. */
export async function openWindow(browser: Browser, baseUrl: string, look: Look): Promise<Person & { complaints: string[] }> {
  const context = await browser.newContext({
    baseURL: baseUrl,
    viewport: sizeOf(look),
    locale: look.locale === "id" ? "id-ID" : "en-GB",
    timezoneId: "Asia/Makassar",
    reducedMotion: "reduce",
    hasTouch: look.width < 600,
  });
  await context.addCookies([{ name: "language", value: look.locale, url: baseUrl }]);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" && !expected.test(message.text())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  return { context, page, complaints };
}
