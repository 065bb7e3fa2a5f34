/** METHODS 1.5: what the same readings buy when they are given alike, and when they go where the marks leave doubt. */
import { designOf, rawMeans, readsOf } from "#app/features/ranking/calibration/design/rules.ts";
import { calibratedMeans, fitCalibration, qualities } from "#app/features/ranking/calibration/fit/rules.ts";
import type { Mark } from "#app/features/ranking/calibration/types.ts";
import { drawRanks } from "#app/features/ranking/calibration/uncertainty/rules.ts";
import { isInBand } from "#app/features/ranking/evidence/rules.ts";
import { proposeReads, readsAtOnce } from "#app/features/ranking/extra-reads/rules.ts";
import { seededRandom } from "#app/lib/random.ts";
import { gate, say, three } from "#tests/load/calibration/gates.ts";
import { meanOf, recallOf } from "#tests/features/ranking/calibration/recall.ts";
import { inventedYear, leastLoaded, planForAnyone, type Year } from "#tests/features/ranking/calibration/worlds.ts";

const years = 8;
const top = 99;
const mostReads = 8;
const sizes = { entries: 3_156, assessors: 80, strata: 8 };
const world = { severity: 5, spread: 0, category: 0 };

type Found = { reads: number; raw: number; calibrated: number; quality: number };
const designs = ["2 for all", "3 for all", "3 for all + 1 on the band", "2 for all, adaptive to 7,000", "2 for all, adaptive to 7,300", "2 for all, adaptive to the end"] as const;
type DesignName = (typeof designs)[number];

/** Reads the same invented years by six plans, and holds the adaptive one against the uniform. */
export function runAllocations(): void {
  const found = new Map<DesignName, Found[]>(designs.map((name) => [name, []]));
  const keep = (name: DesignName, one: Found): void => void found.get(name)?.push(one);
  for (let seed = 1; seed <= years; seed += 1) {
    const three = inventedYear(world, planForAnyone({ ...sizes, reads: 3 }, seed), 3_000 + seed);
    keep("3 for all", foundIn(three, three.marks));
    keep("3 for all + 1 on the band", foundIn(three, oneMoreOnTheBand(three, seed)));
    const two = inventedYear(world, planForAnyone({ ...sizes, reads: 2 }, seed), 3_000 + seed);
    keep("2 for all", foundIn(two, two.marks));
    for (const { name, marks } of adaptive(two, seed)) keep(name, foundIn(two, marks));
  }
  report(found);
}

function report(found: ReadonlyMap<DesignName, Found[]>): void {
  say(`recall of the true Top ${top} by plan of readings, ${years} years, ranked by raw mean, calibrated mean and quality`);
  const mean = (name: DesignName, key: keyof Found): number => meanOf((found.get(name) ?? []).map((one) => one[key])).mean;
  for (const name of designs) {
    const { error } = meanOf((found.get(name) ?? []).map(({ calibrated }) => calibrated));
    say(`  ${name.padEnd(34)}${mean(name, "reads").toFixed(0).padStart(7)} reads  raw ${three(mean(name, "raw"))}  calibrated ${three(mean(name, "calibrated"))} (${three(error)})  quality ${three(mean(name, "quality"))}`);
  }
  const best = (name: DesignName): number => Math.max(mean(name, "calibrated"), mean(name, "quality"));
  gate("2 for all, adaptive to 7,300 finds .05 more than 3 for all", best("2 for all, adaptive to 7,300") - best("3 for all") >= 0.05, three(best("2 for all, adaptive to 7,300") - best("3 for all")));
  gate("one more on the band finds .02 more than 3 for all", best("3 for all + 1 on the band") - best("3 for all") >= 0.02, three(best("3 for all + 1 on the band") - best("3 for all")));
}

function foundIn({ truth }: Year, marks: readonly Mark[]): Found {
  const design = designOf(marks);
  const fit = fitCalibration(design);
  const of = (values: Float64Array): number => recallOf(values, truth, top);
  return { reads: marks.length, raw: of(rawMeans(design)), calibrated: of(calibratedMeans(fit)), quality: of(qualities(fit)) };
}

/** Chances by the index of the entry, and how often it was read. */
function zoneOf(marks: readonly Mark[], seed: number): { number: number; reads: number; pTop: number }[] {
  const design = designOf(marks);
  const chances = drawRanks(fitCalibration(design), { cuts: [top], draws: 1_000, seed }).pTop.get(top) ?? new Float64Array();
  return Array.from(chances, (pTop, number) => ({ number, reads: readsOf(design, number), pTop }));
}

function oneMoreOnTheBand(year: Year, seed: number): Mark[] {
  const more = reader(year, seed);
  return [...year.marks, ...zoneOf(year.marks, seed).filter(({ pTop }) => isInBand(pTop)).map(({ number }) => more(number))];
}

/** The last is more than the product proposes: it stops by itself where the marks leave no doubt, or eight readings left it. */
const sums = [
  { name: "2 for all, adaptive to 7,000", sum: 7_000 },
  { name: "2 for all, adaptive to 7,300", sum: 7_300 },
  { name: "2 for all, adaptive to the end", sum: 8_500 },
] as const;

/** The product's own proposals, a batch at a time, until so many readings are given; the marks at each of the sums. */
function adaptive(year: Year, seed: number): { name: DesignName; marks: Mark[] }[] {
  const more = reader(year, seed);
  const marks = [...year.marks];
  return sums.map(({ name, sum }) => {
    while (marks.length < sum) {
      const zone = { estimable: true, entries: zoneOf(marks, seed + marks.length) };
      const next = proposeReads(zone, mostReads, Math.min(readsAtOnce, sum - marks.length));
      if (next.length === 0) break;
      marks.push(...next.map(({ number }) => more(number)));
    }
    return { name, marks: [...marks] };
  });
}

/** One more reading of an entry by somebody who has not read it, loads kept level. */
function reader({ plan, read }: Year, seed: number): (entry: number) => Mark {
  const random = seededRandom(7_000 + seed);
  const load = new Float64Array(plan.assessors);
  const seen = plan.readers.map((readers) => new Set(readers));
  for (const readers of plan.readers) for (const j of readers) load[j] = (load[j] as number) + 1;
  return (i) => {
    const free = Array.from(load, (_, j) => j).filter((j) => !seen[i]?.has(j));
    const [j = -1] = leastLoaded(free, { load, reads: 1, random });
    seen[i]?.add(j);
    return read(i, j);
  };
}
