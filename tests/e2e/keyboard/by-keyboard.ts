import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

/** No page of the product has more stops than this; a moment alone has six. */
const most = 400;

const isFocused = (target: Locator): Promise<boolean> => target.evaluate((one) => one === document.activeElement);

/** Goes on with Tab alone until the target has the focus, as a person without a mouse does; one that Tab never meets fails. */
export async function reach(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let steps = 0; steps < most && !(await isFocused(target)); steps += 1) await page.keyboard.press("Tab");
  expect(await isFocused(target), `Tab meets ${String(target)}`).toBe(true);
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
  const half = Number(hour) < 12 ? "AM" : "PM";
  const twelve = String(Number(hour) % 12 || 12).padStart(2, "0");
  for (const order of orders) {
    for (const hours of hour === undefined ? [""] : [hour, twelve]) {
      const parts = { year, month, day, hour: hours, minute: minute ?? "" };
      await typeParts(page, [...order, ...time].map((part) => parts[part]), hours === hour ? null : half);
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
