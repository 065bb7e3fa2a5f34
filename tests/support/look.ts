import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { root } from "#tests/architecture/sources.ts";
import type { Look } from "#tests/support/browser.ts";
import { wordsOnWords } from "#tests/support/words-on-words.ts";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

type AxeViolation = { id: string; nodes: { target: string[]; failureSummary?: string }[] };
type AxeWindow = { axe: { run: (context: Document, options: object) => Promise<{ violations: AxeViolation[] }> } };

/** Whether pictures are wanted: `npm run shots`. */
const shots = process.env.SHOTS === "1";

/**
 * Looks at a screen as a careful person would: no accessibility violation (axe, WCAG 2.2 AA), nothing wider than the window, no
 * words over others, one main heading, a title; and takes its picture when pictures are wanted.
 */
export async function lookAt(page: Page, name: string, look: Look): Promise<void> {
  await glanceAt(page, name, look);
  expect(await violationsOf(page), `axe on ${name}`).toEqual([]);
}

/** The same without axe, for another width of a screen that axe has read. */
export async function glanceAt(page: Page, name: string, look: Look): Promise<void> {
  await page.waitForLoadState("load");
  await settle(page);
  const { title, headings, overflow } = await page.evaluate(() => ({
    title: document.title,
    headings: document.querySelectorAll("h1").length,
    overflow: document.documentElement.scrollWidth - window.innerWidth,
  }));
  expect(title, name).not.toBe("");
  expect(headings, `main headings of ${name}`).toBe(1);
  expect(overflow, `pixels by which ${name} is wider than a window of ${look.width}`).toBeLessThanOrEqual(0);
  // A drawing that measures its place has it a moment after the window has its width.
  await expect.poll(() => wordsOnWords(page), { message: `words over other words on ${name}`, interval: 30 }).toEqual([]);
  if (shots) await takePicture(page, name, look);
}

/** A colour on its way from one to another, be it for one frame, is neither: waits until what moves has come to its end. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    const moving = document.getAnimations().filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime));
    await Promise.allSettled(moving.map(({ finished }) => finished));
    await frame();
  });
}

/** Half a megabyte of axe is brought once a document: a screen that changes in place has it. */
async function violationsOf(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axeSource);
  const violations = await page.evaluate(async (tags) => {
    const { axe } = window as unknown as AxeWindow;
    const result = await axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] });
    return result.violations;
  }, rules);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
}

async function takePicture(page: Page, name: string, look: Look): Promise<void> {
  const folder = join(root, "shots", `${look.locale}-${look.width}`);
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
