import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { withWithheld } from "#app/features/conflicts/withholding/queries.server.ts";
import type { Actor } from "#app/lib/ctx.ts";
import { DomainError } from "#app/lib/errors.ts";
import { pdfText } from "#app/lib/pdf-reading/read.server.ts";
import { readSheet } from "#app/lib/spreadsheets.server.ts";
import type { SignedInCtx } from "#app/request.server.ts";
import { makeAside, readAside } from "#app/routes/aside/ask.server.ts";
import { pages, type Pages } from "#app/routes/aside/pages.server.ts";
import { openDatabase } from "#db/client.server.ts";
import { editions } from "#db/schema/competitions.ts";
import { bar, makeCalibrated } from "#tests/features/ranking/scene.ts";
import { freshFolder } from "#tests/support/folders.ts";

const scene = makeCalibrated();
bar(scene.world, { editionId: scene.editionId, person: scene.chair, proposalId: scene.entries[2] as (typeof scene.entries)[number] });
scene.world.ctx.db.update(editions).set({ lastNumber: 5_000 }).run();
const file = join(freshFolder(), "anugerah.db");
writeFileSync(file, scene.world.ctx.db.$client.serialize());
const db = openDatabase(file);

const params = { editionId: scene.editionId, listKey: "top2" };
const request = { url: "http://localhost/?stage=desk&tried=1&size=3", signal: new AbortController().signal };
const addressed = { params, url: request.url };
const as = (actor: Actor): SignedInCtx => {
  const ctx = scene.as(actor);
  return { ...ctx, db, actor: withWithheld({ db, now: ctx.now }, actor) };
};

const read: (keyof Pages)[] = ["scoringPage", "scoringEntriesPage", "listFiguresPage", "whatIfOutcome"];

it.each(read)("%s of a large edition, read in a thread, is what the process would have read, without what is withheld", async (page) => {
  const ctx = as(scene.chair);
  const told = await readAside(ctx, page, { params, request });
  expect(told).toEqual(pages[page](ctx, addressed));
  expect(told).not.toEqual(pages[page](as({ ...scene.chair, userId: scene.organiser.userId }), addressed));
});

it("a refusal in a thread is the refusal of the page", async () => {
  const stranger: Actor = { ...scene.chair, grants: [] };
  const refused = await readAside(as(stranger), "scoringPage", { params, request }).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(DomainError);
  expect(refused).toMatchObject({ code: "competitions.editionUnknown", kind: "notFound" });
});

it.each(["listCsv", "minutesPdf"] as const)("%s of a large edition, made in a thread, lists what the process would have listed, without what is withheld", async (file) => {
  const asking = { params: { listId: scene.listId }, request };
  const { name, bytes } = await makeAside(as(scene.chair), file, asking);
  const here = await makeAside(scene.as(as(scene.chair).actor), file, asking);
  const whole = await makeAside(as(scene.organiser), file, asking);
  const text = async (made: Uint8Array): Promise<string> => (file === "listCsv" ? Buffer.from(made).toString() : await pdfText(made));
  expect([name, await text(bytes)]).toEqual([here.name, await text(here.bytes)]);
  expect(await text(whole.bytes)).not.toBe(await text(bytes));
});

it("a workbook of the list holds in a thread, too, the marks of those the reader may judge, and nothing of others", async () => {
  const book = async (actor: Actor): Promise<string[]> => {
    const { bytes } = await makeAside(as(actor), "listXlsx", { params: { listId: scene.listId }, request });
    const { rows } = await readSheet(bytes, { maxRows: 1_000, maxBytes: 1_000_000 });
    return rows.map((row) => row.slice(0, 2).join(" "));
  };
  const [chairs, organisers] = [await book(scene.chair), await book(scene.organiser)];
  expect(organisers.length).toBe(chairs.length + 1);
  expect(organisers).toEqual(expect.arrayContaining(chairs));
});
