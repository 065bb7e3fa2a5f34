import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { enterStage, evaluate, interview, scheduleInterviews, screen } from "#tests/e2e/walk/judge.ts";
import { createEdition, fillAndOpen, seatPeople } from "#tests/e2e/walk/organise.ts";
import { certify, objectAndFinalise, publishProvisional, seeResults, seeTheRest, verifyInPublic } from "#tests/e2e/walk/rank.ts";
import { draftProposal, inviteWriter, submitProposal } from "#tests/e2e/walk/write.ts";
import { type Clock, makeClock, startWalk, type Walk } from "#tests/e2e/walk/walk.ts";
import { type Look, openBrowser } from "#tests/support/browser.ts";
import { freshFolder } from "#tests/support/folders.ts";
import { type Product, startProduct } from "#tests/support/product.ts";

let product: Product | undefined;
let browser: Browser | undefined;
let clock: Clock;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(["--demo"], { DATA_DIR: freshFolder() }), openBrowser()]);
  clock = makeClock();
});

afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

/** Walked at one width, and every screen looked at in both. */
const looks: Look[] = [
  { locale: "id", width: 1280 },
  { locale: "en", width: 390 },
];

describe.each(looks)("one edition in $locale, walked at $width px", (look) => {
  it("goes from an empty draft to a verified certificate, each step by its own person", async () => {
    if (!product || !browser) throw new Error("nothing was started");
    const walk = startWalk(product, browser, clock, look);
    await walkThrough(walk).catch(async (error: unknown) => {
      await walk.recordFailure();
      throw error;
    });
    await walk.end();
  });
});

async function walkThrough(walk: Walk): Promise<void> {
  await createEdition(walk);
  await fillAndOpen(walk);
  await seatPeople(walk);
  await inviteWriter(walk);
  const good = await draftProposal(walk, `Apotek Singgah ${walk.slug} (data latihan)`, true);
  const fair = await draftProposal(walk, `Perahu Pintar ${walk.slug} (data latihan)`, false);
  const weak = await draftProposal(walk, `Loket Lama ${walk.slug} (data latihan)`, false);
  const numbers = [];
  for (const path of [good, fair, weak]) numbers.push(await submitProposal(walk, path, path === good));
  expect(numbers.map((number) => number.slice(-4))).toEqual(["0001", "0002", "0003"]);

  await enterStage(walk, "screening");
  await screen(walk, [good, fair, weak]);
  await enterStage(walk, "desk");
  await evaluate(walk);
  await enterStage(walk, "finalists");
  await publishProvisional(walk, "top99");
  await objectAndFinalise(walk, "top99", true);

  await scheduleInterviews(walk, good);
  await enterStage(walk, "interview");
  await interview(walk);
  await enterStage(walk, "winners");
  await publishProvisional(walk, "top45");
  await objectAndFinalise(walk, "top45", false);
  const serial = await certify(walk, "top45", good);
  await verifyInPublic(walk, serial);
  await seeResults(walk);
  await seeTheRest(walk);
}
