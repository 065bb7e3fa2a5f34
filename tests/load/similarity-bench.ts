/** METHODS section 4's acceptance on a generated collection: 3,156 new texts against 30,000 old ones. About two minutes. */
import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Plant, planted, plantKinds } from "#tests/features/screening/similarity/planted.ts";
import { root } from "#tests/architecture/sources.ts";

const [news, olds] = [Number(process.env.BENCH_NEW ?? 3_156), Number(process.env.BENCH_OLD ?? 30_000)];
const say = (text: string): void => void process.stdout.write(`${text}\n`);

export function benchSimilarity(): void {
  const folder = mkdtempSync(join(tmpdir(), "similarity-"));
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
