import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

/** No page of the product has more stops than this; a moment alone has six. */
const most = 400;

const isFocused = (target: Locator): Promise<boolean> => target.evaluate((one) => one === document.activeElement);

/**
 * Goes on with Tab alone until the target has the focus, as a person without a mouse does. One that Tab never meets fails, and so
 * does one that has the focus without showing it, or under something that lies over it.
 */
export async function reach(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  // Looked up once: at every step anew, finding it takes longer than the key.
  let found = await target.elementHandle();
  for (let steps = 0; steps < most; steps += 1) {
    const place = await found?.evaluate(placeOfFocus);
    if (place === "here") break;
    if (place === "gone") found = await target.elementHandle();
    else await page.keyboard.press("Tab");
  }
  expect(await isFocused(target), `Tab meets ${String(target)}`).toBe(true);
  await expect.poll(() => target.evaluate(faultOfFocus), { message: `focus on ${String(target)}`, interval: 20 }).toBeNull();
}

/** Runs in the page. What React has drawn anew meanwhile is another element. */
function placeOfFocus(one: Element): "here" | "elsewhere" | "gone" {
  if (!one.isConnected) return "gone";
  return one === document.activeElement ? "here" : "elsewhere";
}

/** Runs in the page. A ring may be drawn by what frames a control; of the control one point at least must be seen. */
function faultOfFocus(one: Element): string | null {
  const frames = [one, one.parentElement, one.parentElement?.parentElement, one.parentElement?.parentElement?.parentElement];
  const isRinged = frames.some((frame) => {
    if (!frame?.matches(":focus-visible, :has(:focus-visible)")) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(frame);
    return outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0;
  });
  if (!isRinged) return "no ring";
  const { left, right, top, bottom } = one.getBoundingClientRect();
  const points = [0.5, 0.1, 0.9].flatMap((part) => [0.5, 0.1, 0.9].map((other) => [left + (right - left) * part, top + (bottom - top) * other] as const));
  const isSeen = points.some(([x, y]) => {
    const found = document.elementFromPoint(x, y);
    return found !== null && (one.contains(found) || found.contains(one) || found.closest("label")?.contains(one) === true);
  });
  return isSeen ? null : "nothing of it is seen";
}

/** After a deed the focus is somewhere: on what was pressed, on words that say how it went, or on the page. */
export async function standsSomewhere(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName), { timeout: 10_000 }).not.toBe("BODY");
}

type Question = {
  trigger: Locator;
  /** Words of the button that says yes. */
  answer: string;
  /** What is typed into it before. */
  fill?: (dialog: Locator) => Promise<void>;
};

/**
 * Opens a question, sees that it takes the focus and keeps it, leaves it with Escape, which gives the focus back, opens it again
 * and says yes.
 */
export async function askByKeys(page: Page, { trigger, answer, fill }: Question): Promise<void> {
  const dialog = page.getByRole("alertdialog");
  const holdsFocus = () => dialog.evaluate((one) => one.contains(document.activeElement));
  await pressByKeys(page, trigger);
  await dialog.waitFor();
  for (let steps = 0; steps < 6; steps += 1) {
    expect(await holdsFocus(), "the question holds the focus").toBe(true);
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  await expect.poll(() => isFocused(trigger), { message: "Escape gives the focus back" }).toBe(true);
  await page.keyboard.press("Enter");
  await fill?.(dialog);
  await pressByKeys(page, dialog.getByRole("button", { name: answer, exact: true }));
  await dialog.waitFor({ state: "hidden" });
  await standsSomewhere(page);
}

/** Goes to a list and down to the choice of that name. */
export async function pickByKeys(page: Page, list: Locator, label: string): Promise<void> {
  await reach(page, list);
  const chosen = () => list.evaluate((one: HTMLSelectElement) => one.selectedOptions[0]?.label.trim());
  await page.keyboard.press("Home");
  for (let steps = 0; steps < 60 && (await chosen()) !== label; steps += 1) await page.keyboard.press("ArrowDown");
  expect(await chosen()).toBe(label);
}

/** Looks for a name in a long list by typing it, goes down to it and takes it. */
export async function searchByKeys(page: Page, box: Locator, name: string): Promise<void> {
  await reach(page, box);
  await page.keyboard.type(name);
  const found = page.getByRole("option", { name, exact: true });
  await found.waitFor();
  const isMarked = () => found.evaluate((one) => one.id === document.activeElement?.getAttribute("aria-activedescendant"));
  for (let steps = 0; steps < 10 && !(await isMarked()); steps += 1) await page.keyboard.press("ArrowDown");
  expect(await isMarked(), `the arrow comes to ${name}`).toBe(true);
  await page.keyboard.press("Enter");
  await found.waitFor({ state: "hidden" });
  expect(await box.inputValue()).toBe(name);
}

/** Goes to where a file is chosen and opens the chooser; what the chooser itself shows is the system's own. */
export async function chooseFileByKeys(page: Page, input: Locator, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  await reach(page, input);
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.keyboard.press("Space")]);
  await chooser.setFiles(file);
}

/** Ticks a box, or takes its tick away. */
export async function tickByKeys(page: Page, box: Locator): Promise<void> {
  await reach(page, box);
  await page.keyboard.press("Space");
}

/** Reaches a link or a button and presses it. */
export async function pressByKeys(page: Page, target: Locator): Promise<void> {
  await reach(page, target);
  await page.keyboard.press("Enter");
}

/** Reaches a box and ticks it, or the first choice of a group and goes on to the wanted one. */
export async function chooseByKeys(page: Page, group: Locator, wanted: Locator): Promise<void> {
  await reach(page, group);
  await page.keyboard.press("Space");
  for (let steps = 0; steps < 10 && !(await wanted.isChecked()); steps += 1) await page.keyboard.press("ArrowDown");
  expect(await wanted.isChecked()).toBe(true);
}

/** Types over what stands in the field; a day or a moment part by part, as they stand on the screen. */
export async function typeByKeys(page: Page, target: Locator, text: string): Promise<void> {
  await reach(page, target);
  const type = await target.getAttribute("type");
  if (type === "datetime-local" || type === "date") return typeMoment(page, target, text);
  await page.keyboard.press("Control+A");
  await page.keyboard.type(text);
  expect(await target.inputValue()).toBe(text);
}

type Part = "day" | "month" | "year" | "hour" | "minute";

/** Browsers put the parts of a day in the order of their own language, and hours before or after noon. */
const orders: Part[][] = [
  ["day", "month", "year"],
  ["month", "day", "year"],
  ["year", "month", "day"],
];

async function typeMoment(page: Page, target: Locator, text: string): Promise<void> {
  const [, year = "", month = "", day = "", hour, minute] = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d))?$/.exec(text) ?? [];
  const time: Part[] = hour === undefined ? [] : ["hour", "minute"];
  const noon = Number(hour) < 12 ? "AM" : "PM";
  const twelve = String(Number(hour) % 12 || 12).padStart(2, "0");
  for (const order of orders) {
    for (const half of hour === undefined ? [null] : [null, noon]) {
      const parts = { year, month, day, hour: (half ? twelve : hour) ?? "", minute: minute ?? "" };
      await typeParts(page, [...order, ...time].map((part) => parts[part]), half);
      if ((await target.inputValue()) === text) return;
      await firstPart(page, target);
    }
  }
  expect(await target.inputValue()).toBe(text);
}

/** A year may have more than four digits: only the arrow says that it has not. The arrow is harmless where the part is full already. */
async function typeParts(page: Page, parts: readonly string[], half: string | null): Promise<void> {
  for (const part of parts) {
    await page.keyboard.type(part);
    if (part.length === 4) await page.keyboard.press("ArrowRight");
  }
  if (half) await page.keyboard.type(half);
}

/** Back to the first part: everything is emptied, from wherever the cursor stands. */
async function firstPart(page: Page, target: Locator): Promise<void> {
  for (let steps = 0; steps < 8; steps += 1) {
    await page.keyboard.press("Backspace");
    await page.keyboard.press("ArrowLeft");
  }
  await reach(page, target);
}
