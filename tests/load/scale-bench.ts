import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { solvePlan, writePlan } from "#app/features/assignment/plans/jobs.server.ts";
import { applyPlan, makePlan } from "#app/features/assignment/plans/operations.server.ts";
import { findPlan } from "#app/features/assignment/plans/queries.server.ts";
import { approveList, signMinutes } from "#app/features/ranking/operations.server.ts";
import { findCurrentList } from "#app/features/ranking/queries.server.ts";
import { findLastRun } from "#app/features/ranking/runs/queries.server.ts";
import type { Actor } from "#app/lib/ctx.ts";
import { root } from "#tests/architecture/sources.ts";
import { month } from "#tests/features/ranking/edition.ts";
import { makeScaleScene, markAll, type ScaleScene } from "#tests/load/scale/scene.ts";
import { peakOf, type Waited, whileOthersAsk } from "#tests/load/scale/watching.ts";
import { freshFolder } from "#tests/support/folders.ts";
import { type Product, startProduct } from "#tests/support/product.ts";

const size = { entries: Number(process.env.ENTRIES ?? 31_719), assessors: Number(process.env.ASSESSORS ?? 400) };
const say = (words: string): void => void process.stdout.write(`${words}\n`);
const line = (what: string, ms: number, more = ""): void => say(`${what.padEnd(58)} ${`${(ms / 1_000).toFixed(2)} s`.padStart(9)}  ${more}`);
const listKey = "top2";

/** With a connection of somebody else, who only ever waits to save. */
type Scaled = ScaleScene & { others: Database.Database };

/**
 * A year of all of Indonesia through the product's own pages: planned, marked, computed by the worker, looked at, taken away as
 * files, and examined by whoever doubts it; with what one process of the site needs, and how long others wait for it.
 */
export async function benchScale(): Promise<void> {
  const dataDir = freshFolder();
  const made = await timed(`${size.entries} entries, ${size.assessors} assessors written`, () => makeScaleScene(dataDir, size));
  const scene: Scaled = { ...made, others: new Database(made.house.config.databaseFile) };
  const planId = await plan(scene);
  const sheets = await timed("every reading marked and locked", () => markAll(scene));
  say(`${sheets} sheets`);
  const product = await startProduct([], { DATA_DIR: dataDir, WEB_PROCESSES: "1" });
  try {
    const cookie = sessionOf(scene, scene.organiser);
    await compute(product, scene, cookie);
    await visit({ product, scene }, { cookie, planId });
    await publish({ product, scene }, cookie);
  } finally {
    await product.stop();
  }
  scene.others.close();
  scene.house.close();
  await command("audit verify", ["audit", "verify", "--data", dataDir]);
  await command("bundle verify", ["bundle", "verify", join(dataDir, "bundle.zip")]);
}

async function timed<T>(what: string, work: () => T | Promise<T>): Promise<T> {
  const started = performance.now();
  const result = await work();
  line(what, performance.now() - started, `${Math.round(process.resourceUsage().maxRSS / 1_024)} MiB`);
  return result;
}

/** The assignment as the organiser makes it: asked for, solved, looked at, applied. */
async function plan(scene: Scaled): Promise<string> {
  const ctx = scene.as(scene.organiser, month(1));
  const most = Math.ceil((size.entries * 3) / size.assessors) + 2;
  const fill = { kind: "fill", rules: { least: most - 4, most, expertPerEntry: true, oneSeatPerOrganisation: false } } as const;
  const planId = makePlan(ctx, { editionId: scene.editionId, stage: "desk", change: fill, reason: "Pembagian pertama" });
  await timed("plan of all readings solved", () => solvePlan(ctx, { planId }));
  const found = findPlan(ctx, planId);
  if (found?.status !== "ready") throw new Error(`the plan is ${found?.status}`);
  await timed("plan handed to the worker", () => applyPlan(ctx, { planId, digest: found.digest ?? "" }));
  await timed("plan written by the worker, a part at a time", () => writePlan(ctx, { planId }));
  return planId;
}

function sessionOf({ house: { db, config } }: ScaleScene, { userId }: Actor): string {
  const id = randomBytes(20).toString("hex");
  db.$client.prepare("insert into sessions (id, user_id, expires_at, last_seen_at) values (?, ?, ?, ?)").run(id, userId, Math.floor((Date.now() + config.sessionMs) / 1_000), Date.now());
  return `anugerah_session=${id}`;
}

type Watched = { product: Product; scene: Scaled };

const addressOf = ({ editionId }: ScaleScene): string => `/organiser/editions/${editionId}`;

async function compute(product: Product, scene: Scaled, cookie: string): Promise<void> {
  const ctx = scene.as(scene.organiser);
  const { ms, waited } = await whileOthersAsk(product.url, scene.others, async () => {
    const asked = await fetch(`${product.url}${addressOf(scene)}/lists/${listKey}/computation`, { method: "POST", redirect: "manual", headers: { cookie, origin: product.url } });
    if (asked.status !== 302) throw new Error(`asking for the list was answered with ${asked.status}`);
    for (;;) {
      const run = findLastRun(ctx, { editionId: scene.editionId, listKey });
      if (run?.status === "failed") throw new Error(`the list was refused: ${run.refusal?.code}`);
      if (run?.status === "done") return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  });
  line("list computed by the worker, 2,000 draws", ms, waits(waited, product));
}

const waits = ({ answer, write }: Waited, product: Product): string => `others waited ${Math.round(answer)} ms for an answer, ${Math.round(write)} to save; ${Math.round(peakOf(product.pid()))} MiB at most`;

async function take({ product, scene }: Watched, what: string, path: string, cookie: string): Promise<Buffer> {
  const { result, ms, waited } = await whileOthersAsk(product.url, scene.others, async () => {
    const answer = await fetch(`${product.url}${path}`, { headers: { cookie, connection: "close" } });
    const bytes = Buffer.from(await answer.arrayBuffer());
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    return bytes;
  });
  line(what, ms, `${(result.length / 1_024).toFixed(0)} KiB; ${waits(waited, product)}`);
  return result;
}

async function visit(watched: Watched, { cookie, planId }: { cookie: string; planId: string }): Promise<void> {
  const { scene } = watched;
  const base = addressOf(scene);
  const last = Math.ceil(size.entries / 50);
  for (const [what, path] of [
    ["overview of the edition", base],
    ["list, first page", `${base}/lists/${listKey}`],
    ["list, last page", `${base}/lists/${listKey}?page=${last}`],
    ["list, figures and plots", `${base}/lists/${listKey}/figures`],
    ["list, what if: the form", `${base}/lists/${listKey}/what-if`],
    ["list, what if: 120 instead of 99", `${base}/lists/${listKey}/what-if?tried=1&size=120`],
    ["list, proposed extra reads", `${base}/lists/${listKey}/extra-reads`],
    ["entries, last page", `${base}/entries?page=${last}`],
    ["assignment", `${base}/assignment`],
    ["assignment, the plan", `${base}/assignment/plans/${planId}`],
    ["assignment, readers", `${base}/assignment/readers`],
    ["scoring, progress", `${base}/scoring?stage=desk`],
    ["audit log", `${base}/audit`],
  ] as const) await take(watched, what, path, cookie);
  const chair = sessionOf(scene, scene.chair);
  await take(watched, "scoring, signals to the chair", `${base}/scoring?stage=desk`, chair);
  await take(watched, "scoring, entries to the chair", `${base}/scoring/entries?stage=desk`, chair);
  await take(watched, "list, explanation of an entry to the chair", `${base}/lists/${listKey}/entries/1`, chair);
  const listId = findCurrentList(scene.as(scene.organiser), { editionId: scene.editionId, listKey })?.id;
  await take(watched, "list as CSV", `/downloads/lists/${listId}.csv`, cookie);
  await take(watched, "list as XLSX", `/downloads/lists/${listId}.xlsx`, cookie);
}

async function publish(watched: Watched, cookie: string): Promise<void> {
  const { scene } = watched;
  const list = findCurrentList(scene.as(scene.organiser), { editionId: scene.editionId, listKey });
  if (!list) throw new Error("there is no list");
  signMinutes(scene.as(scene.chair, Date.now()), { listId: list.id, minutesNumber: "BA-01/2026", minutes: "Panel bersidang dan menyepakati daftar ini." });
  approveList(scene.as(scene.signatory, Date.now()), { listId: list.id });
  await take(watched, "minutes as PDF", `/downloads/minutes/${list.id}.pdf`, cookie);
  writeFileSync(join(scene.house.config.dataDir, "bundle.zip"), await take(watched, "bundle of the result, with every mark", `/downloads/bundles/${list.id}.zip`, cookie));
}

async function command(what: string, argv: string[]): Promise<void> {
  const started = performance.now();
  const child = spawn(process.execPath, [join(root, "app/cli/anugerah.mjs"), ...argv, "--lang", "en"], { stdio: ["ignore", "pipe", "inherit"] });
  let [said, peak] = ["", 0];
  child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const look = setInterval(() => (peak = Math.max(peak, peakOf(child.pid ?? 0))), 50);
  const code = await new Promise((resolve) => child.once("close", resolve));
  clearInterval(look);
  line(what, performance.now() - started, `${Math.round(peak)} MiB; exit ${String(code)}: ${said.trim().split("\n")[0] ?? ""}`);
}
