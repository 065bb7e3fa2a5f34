/** METHODS 1.9.5: whether an entry said to belong with so much chance does, so often. */
import { designOf } from "#app/features/ranking/calibration/design/rules.ts";
import { calibratedMeans, fitCalibration } from "#app/features/ranking/calibration/fit/rules.ts";
import { drawRanks } from "#app/features/ranking/calibration/uncertainty/rules.ts";
import { gate, say, three } from "#tests/load/calibration/gates.ts";
import { largest, meanOf, recallOf, Tenths } from "#tests/features/ranking/calibration/recall.ts";
import { inventedYear, planForExperts } from "#tests/features/ranking/calibration/worlds.ts";

const years = 20;
const top = 99;
/** Fewest entries of which a tenth's share says anything. */
const leastEntries = 50;

/** Draws the chances of twenty years of experts, category SD 6, and counts how many come true. */
export function runChances(): void {
  const tenths = new Tenths();
  const [expected, actual]: [number[], number[]] = [[], []];
  for (let seed = 1; seed <= years; seed += 1) {
    const plan = planForExperts({ entries: 3_156, assessors: 80, reads: 3, strata: 8 }, seed);
    const { marks, truth } = inventedYear({ severity: 5, spread: 0, category: 6 }, plan, 2_000 + seed);
    const fit = fitCalibration(designOf(marks));
    const chances = drawRanks(fit, { cuts: [top], draws: 1_000, seed }).pTop.get(top) ?? new Float64Array();
    const values = calibratedMeans(fit);
    tenths.add(chances, truth, top);
    expected.push(largest(values, top).reduce((sum, i) => sum + (chances[i] as number), 0) / top);
    actual.push(recallOf(values, truth, top));
  }
  say(`chance of the Top ${top} against what came true, ${years} years of experts, category SD 6`);
  for (const [tenth, { count, said, seen }] of tenths.read().entries()) {
    if (count < leastEntries) continue;
    gate(`chance ${tenth / 10} to ${(tenth + 1) / 10} within .15`, Math.abs(seen - said) <= 0.15, `said ${three(said)}, came true ${three(seen)} of ${count}`);
  }
  const [hoped, found] = [meanOf(expected), meanOf(actual)];
  gate("expected recall within .03 of actual", Math.abs(hoped.mean - found.mean) <= 0.03, `expected ${three(hoped.mean)}, actual ${three(found.mean)} (${three(found.error)})`);
}
