/** How often the 90 % rank interval of an entry holds its true rank, in years that are as the default model takes them to be. */
import { designOf } from "#app/features/ranking/calibration/design/rules.ts";
import { fitCalibration } from "#app/features/ranking/calibration/fit/rules.ts";
import { drawRanks } from "#app/features/ranking/calibration/uncertainty/rules.ts";
import { gate, say, three } from "#tests/load/calibration/gates.ts";
import { largest, meanOf } from "#tests/features/ranking/calibration/recall.ts";
import { inventedYear, type Plan, planForAnyone, planForExperts, planForPanels, type World } from "#tests/features/ranking/calibration/worlds.ts";

type Case = { name: string; world: World; years: number; cut: number; plan: (seed: number) => Plan };

const desk = { entries: 3_156, assessors: 80, reads: 3, strata: 8 };
const stage = { entries: 99, panels: 3, jurors: 3, strata: 3 };

const cases: Case[] = [
  { name: "anyone, severity only", world: { severity: 5, spread: 0, category: 0 }, years: 20, cut: 99, plan: (seed) => planForAnyone(desk, seed) },
  { name: "experts, category SD 6", world: { severity: 5, spread: 0, category: 6 }, years: 20, cut: 99, plan: (seed) => planForExperts(desk, seed) },
  { name: "anyone, two reads", world: { severity: 5, spread: 0, category: 0 }, years: 20, cut: 99, plan: (seed) => planForAnyone({ ...desk, reads: 2 }, seed) },
  { name: "99 before all nine jurors", world: { severity: 5, spread: 0, category: 4 }, years: 300, cut: 45, plan: everybodyHears },
  { name: "99 before panels, SD 5, rotating", world: { severity: 5, spread: 0, category: 4, panel: 5 }, years: 300, cut: 45, plan: (seed) => planForPanels({ ...stage, rotating: true }, seed) },
];

function everybodyHears(): Plan {
  const strata = Array.from({ length: stage.entries }, (_, i) => i % stage.strata);
  const all = Array.from({ length: 9 }, (_, j) => j);
  return { strata, readers: strata.map(() => all), assessors: all.length };
}

/** Draws every year and counts entries whose true rank lies in their interval, of all and of those that the ranks say are near the line. */
export function runCoverage(): void {
  say("true rank within the 90 % interval, by entry; standard error over years in brackets");
  for (const one of cases) runCase(one);
}

function runCase({ name, world, years, cut, plan }: Case): void {
  const [all, near]: [number[], number[]] = [[], []];
  for (let seed = 1; seed <= years; seed += 1) {
    const { marks, truth } = inventedYear(world, plan(seed), 8_000 + seed);
    const { rank90, expectedRank } = drawRanks(fitCalibration(designOf(marks)), { cuts: [cut], draws: 1_000, seed });
    const ranks = new Int32Array(truth.length);
    largest(truth, truth.length).forEach((i, place) => (ranks[i] = place + 1));
    const holds = rank90.map(([low, high], i) => (low <= (ranks[i] as number) && (ranks[i] as number) <= high ? 1 : 0));
    all.push(meanOf(holds).mean);
    near.push(meanOf(holds.filter((_, i) => Math.abs((expectedRank[i] as number) - cut) <= cut / 2)).mean);
  }
  const [whole, line] = [meanOf(all), meanOf(near)];
  const figures = `${three(whole.mean)} (${three(whole.error).slice(1)}), near the line ${three(line.mean)} (${three(line.error).slice(1)}), ${years} years`;
  gate(`${name}: 90 % within 2`, Math.abs(whole.mean - 0.9) <= 0.02, figures);
}
