/** METHODS 1.9.2 and the greatest year: time, memory, and the same bytes from rows in any order. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { designOf } from "#app/features/ranking/calibration/design/rules.ts";
import { fitCalibration } from "#app/features/ranking/calibration/fit/rules.ts";
import type { Fit, Mark } from "#app/features/ranking/calibration/types.ts";
import { drawRanks } from "#app/features/ranking/calibration/uncertainty/rules.ts";
import { seededRandom, shuffled } from "#app/lib/random.ts";
import { gate, mostMemory, say, timed, worked } from "#tests/load/calibration/gates.ts";
import { inventedYear, planForAnyone } from "#tests/features/ranking/calibration/worlds.ts";
import { freshFolder } from "#tests/support/folders.ts";

type Size = { entries: number; assessors: number; draws: number; most: { fit: number; draws: number; memory: number } | null };

const usual: Size = { entries: 3_156, assessors: 80, draws: 4_000, most: { fit: 1, draws: 3, memory: 200 } };
const greatest: Size = { entries: 31_719, assessors: 400, draws: 2_000, most: null };

const marksOf = ({ entries, assessors }: Size): Mark[] =>
  inventedYear({ severity: 5, spread: 0, category: 4 }, planForAnyone({ entries, assessors, reads: 3, strata: 8 }, 1), 1).marks;

export const runUsual = (): void => runRules(usual);
export const runGreatest = (): void => runRules(greatest);
export const runUsualCommand = (): void => runCommand(usual);
export const runGreatestCommand = (): void => runCommand(greatest);

function runRules(size: Size): void {
  const marks = marksOf(size);
  const before = mostMemory();
  fitCalibration(designOf(marks.slice(0, 3_000)));
  const [fit, fitting, fitClock] = worked(() => fitCalibration(designOf(marks)));
  const [chances, drawing, drawClock] = worked(() => drawRanks(fit, { cuts: [99], draws: size.draws, seed: 1 }));
  const memory = mostMemory();
  say(`${size.entries} entries x ${size.assessors} assessors x 3, the rules alone`);
  say(`  fit ${fitting.toFixed(2)} s of a core (${fitClock.toFixed(2)} s by the clock), ${size.draws} draws ${drawing.toFixed(2)} s (${drawClock.toFixed(2)} s)`);
  say(`  ${memory} MiB, of which ${before} before the fit`);
  if (size.most) {
    gate(`fit within ${size.most.fit} s`, fitting <= size.most.fit, `${fitting.toFixed(2)} s`);
    gate(`draws within ${size.most.draws} s`, drawing <= size.most.draws, `${drawing.toFixed(2)} s`);
    gate(`at most ${size.most.memory} MiB`, memory <= size.most.memory, `${memory} MiB`);
  }
  const digest = digestOf(fit, chances.expectedRank);
  const again = fitCalibration(designOf(shuffled(marks, seededRandom(5))));
  const other = digestOf(again, drawRanks(again, { cuts: [99], draws: size.draws, seed: 1 }).expectedRank);
  gate("every bit the same from rows in another order", digest === other, digest.slice(0, 16));
}

const digestOf = ({ effects, leniency, means }: Fit, ranks: Float64Array): string => {
  const hash = createHash("sha256");
  for (const part of [effects, leniency, means, ranks]) hash.update(new Uint8Array(part.buffer, part.byteOffset, part.byteLength));
  return hash.digest("hex");
};

/** The command as an auditor would give it, twice, the second time with its rows shuffled. */
function runCommand(size: Size): void {
  const folder = freshFolder();
  const marks = marksOf(size);
  say(`anugerah rank of ${size.entries} entries x ${size.assessors} assessors x 3, ${size.draws} draws`);
  const digests = [marks, shuffled(marks, seededRandom(9))].map((rows) => {
    const [file, out] = [join(folder, "marks.csv"), join(folder, "ranking.json")];
    writeFileSync(file, `entry,assessor,mark,stratum\n${rows.map(({ entry, assessor, value, stratum }) => `${entry},${assessor},${value},${stratum}\n`).join("")}`);
    const options = ["--marks", file, "--cut", "99", "--cut", "45", "--draws", String(size.draws), "--out", out];
    const [ran, seconds] = timed(() => spawnSync(process.execPath, ["--require", watcher(folder), "app/cli/anugerah.mjs", "rank", ...options], { encoding: "utf8" }));
    const memory = /most memory (\d+)/.exec(ran.stderr)?.[1] ?? "?";
    say(`  ${seconds.toFixed(1)} s from start to end, ${memory} MiB, exit ${ran.status ?? "none"}`);
    if (ran.status !== 0) throw new Error(ran.stderr.slice(-2_000));
    return createHash("sha256").update(readFileSync(out)).digest("hex");
  });
  gate("the same bytes from rows in another order", digests[0] === digests[1], digests[0]?.slice(0, 16) ?? "");
  rmSync(folder, { recursive: true });
}

/** A file that has a process say how much memory it held at most when it ends. */
function watcher(folder: string): string {
  const path = join(folder, "watch.cjs");
  writeFileSync(path, 'process.on("exit", () => process.stderr.write(`most memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB\\n`));\n');
  return path;
}
