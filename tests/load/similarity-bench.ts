/** METHODS section 4's acceptance on a generated collection: 3,156 new texts against 30,000 old ones. About two minutes. */
import { spawnSync } from "node:child_process";
import { closeSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { Ctx } from "#app/lib/ctx.ts";
import type { ProposalId } from "#app/features/proposals/types.ts";
import { packed, sketchOf } from "#app/features/screening/similarity/sketch/rules.ts";
import { replaceSketch } from "#app/features/screening/similarity/store.server.ts";
import { findLike } from "#app/features/screening/similarity/stored/queries.server.ts";
import { tokenise } from "#app/features/screening/similarity/text/rules.ts";
import { titleKey } from "#app/features/screening/similarity/titles/rules.ts";
import { inTransaction, openDatabase } from "#db/client.server.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { type Plant, planted, plantKinds } from "#tests/features/screening/similarity/planted.ts";
import { root } from "#tests/architecture/sources.ts";
import { freshFolder } from "#tests/support/folders.ts";

const [news, olds] = [Number(process.env.BENCH_NEW ?? 3_156), Number(process.env.BENCH_OLD ?? 30_000)];
const say = (text: string): void => void process.stdout.write(`${text}\n`);

export function benchSimilarity(): void {
  const folder = freshFolder();
  try {
    const plants = writeCorpus(folder);
    const out = join(folder, "pairs.json");
    const started = performance.now();
    const argv = ["app/cli/anugerah.mjs", "similarity", "--lang", "en", "--new", join(folder, "new.jsonl"), "--old", join(folder, "old.jsonl"), "--out", out];
    const { status, stderr } = spawnSync(process.execPath, argv, { cwd: root, encoding: "utf8" });
    say(stderr.trimEnd());
    if (status !== 0) throw new Error("the command failed");
    say(`all pairs, from start to end of the process        ${((performance.now() - started) / 1_000).toFixed(1)} s`);
    report(JSON.parse(readFileSync(out, "utf8")) as { pairs: { a: string; b: string }[] }, plants);
    benchStored(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function writeCorpus(folder: string): Plant[] {
  const { documents, plants } = planted({ news, olds, plantsAKind: 40, seed: 2026 });
  const files = { new: openSync(join(folder, "new.jsonl"), "w"), old: openSync(join(folder, "old.jsonl"), "w") };
  for (const { isNew, ...document } of documents) writeSync(isNew ? files.new : files.old, `${JSON.stringify(document)}\n`);
  closeSync(files.new);
  closeSync(files.old);
  return plants;
}

function report({ pairs }: { pairs: { a: string; b: string }[] }, plants: readonly Plant[]): void {
  const found = new Set(pairs.map(({ a, b }) => `${a} ${b}`));
  for (const kind of plantKinds) {
    const mine = plants.filter((plant) => plant.kind === kind);
    const hits = mine.filter(({ copy, source }) => found.has(`${copy} ${source}`)).length;
    say(`recall of ${kind.padEnd(40)} ${(hits / mine.length).toFixed(3)}  (${hits}/${mine.length})`);
  }
  const right = new Set(plants.map(({ copy, source }) => `${copy} ${source}`));
  const wrong = [...found].filter((pair) => !right.has(pair)).length;
  say(`false pairs                                        ${wrong}  (${((wrong / news) * 1_000).toFixed(2)} a thousand new texts)`);
}

/** New texts put into a stored index of 30,000, each with its look for others: what the worker does with a submission. */
function benchStored(folder: string): void {
  const db = openDatabase(join(folder, "index.db"));
  migrateDatabase(db);
  // Sketches alone: there are no entries behind them here.
  db.$client.pragma("foreign_keys = OFF");
  const ctx = { db, now: 0 } as Ctx;
  fillIndex(ctx, linesOf(join(folder, "old.jsonl")));
  // SQLite writes its journal back behind a commit, outside any lock, every thousand pages: measured by itself.
  db.$client.pragma("wal_autocheckpoint = 0");
  const times = { looking: [] as number[], "looking and storing": [] as number[], "journal written back": [] as number[] };
  let found = 0;
  for (const [i, { id, title, text }] of linesOf(join(folder, "new.jsonl")).slice(0, 500).entries()) {
    const started = performance.now();
    const sketch = { proposalId: id as ProposalId, titleKey: titleKey(title), names: sketchOf(text, tokenise(text)) };
    found += findLike(ctx, sketch).length;
    times.looking.push(performance.now() - started);
    inTransaction(ctx, () => replaceSketch(ctx, { ...sketch, version: 1 }));
    const stored = performance.now();
    times["looking and storing"].push(stored - started);
    if (i % textsAJournal !== 0) continue;
    db.$client.pragma("wal_checkpoint(PASSIVE)");
    times["journal written back"].push(performance.now() - stored);
  }
  say(`one new text against ${olds} stored: ${found} pairs of 500 texts`);
  for (const [name, all] of Object.entries(times)) say(`  ${name.padEnd(49)}${spread(all)}`);
  db.$client.close();
}

/** About a thousand pages, after which SQLite would do it by itself. */
const textsAJournal = 4;

function spread(times: number[]): string {
  times.sort((a, b) => a - b);
  const at = (share: number): string => `${(times[Math.floor(share * (times.length - 1))] as number).toFixed(1)} ms`;
  return `median ${at(0.5)}, p95 ${at(0.95)}, slowest ${at(1)}`;
}

const linesOf = (path: string): { id: string; title: string; text: string }[] =>
  readFileSync(path, "utf8").trimEnd().split("\n").map((line) => JSON.parse(line) as { id: string; title: string; text: string });

/** Postings in the order of their key: the fastest way to fill the table at once. */
function fillIndex({ db }: Ctx, documents: readonly { id: string; title: string; text: string }[]): void {
  const sketch = db.$client.prepare("insert into similarity_sketches values (?, ?, 1, ?, ?, 0)");
  const posting = db.$client.prepare("insert into similarity_postings values (?, ?)");
  const postings: number[] = [];
  inTransaction({ db }, () => {
    documents.forEach(({ id, title, text }, i) => {
      const names = sketchOf(text, tokenise(text));
      sketch.run(i + 1, id, titleKey(title), packed(names));
      for (const name of names) postings.push(name * 65_536 + i + 1);
    });
    for (const one of Float64Array.from(postings).sort()) posting.run(Math.floor(one / 65_536), one % 65_536);
  });
}
