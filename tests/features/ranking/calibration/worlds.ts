/** Invented years in which the true quality is known, so that what a ranking finds can be held against it. */
import type { Mark } from "#app/features/ranking/calibration/types.ts";
import { normals } from "#app/features/ranking/calibration/uncertainty/rules.ts";
import { type Random, seededRandom, shuffled } from "#app/lib/random.ts";

/** Standard deviations, points; `spread` that of the logarithm of an assessor's own scale, `panel` of what a panel gives beyond its assessors. */
export type World = { severity: number; spread: number; category: number; panel?: number };

export const quality = 8;
const noise = 7;
const middle = 65;

/** Who reads what: a stratum for each entry, the indexes of its readers, and where panels hear entries which of them. */
export type Plan = { strata: readonly number[]; readers: readonly (readonly number[])[]; assessors: number; panels?: readonly number[] };

export type Year = {
  plan: Plan;
  /** What every entry is worth, by its index. */
  truth: Float64Array;
  /** One assessor's mark of one entry, hundredths of a point; each call is a fresh reading. */
  read: (entry: number, assessor: number) => Mark;
  marks: Mark[];
};

/** Names stand in the order of their indexes, so that the design of a year has its entries in the year's order. */
export const entryNamed = (i: number): string => `P${String(i).padStart(5, "0")}`;
export const assessorNamed = (j: number): string => `E${String(j).padStart(3, "0")}`;
const stratumNamed = (g: number): string => `K${String(g).padStart(2, "0")}`;

/** A year of a world: qualities, severities and marks drawn from the seed. */
export function inventedYear({ severity, spread, category, panel = 0 }: World, plan: Plan, seed: number): Year {
  const normal = normals(seededRandom(seed));
  const many = (count: number, sd: number): Float64Array => Float64Array.from({ length: count }, () => sd * normal());
  const level = many(Math.max(...plan.strata) + 1, category);
  const truth = many(plan.strata.length, quality).map((own, i) => middle + own + (level[plan.strata[i] as number] as number));
  const lenient = many(plan.assessors, severity);
  const scale = many(plan.assessors, spread).map(Math.exp);
  const { panels } = plan;
  const heard = many(panels ? Math.max(...panels) + 1 : 0, panel);
  const read = (i: number, j: number): Mark => {
    const seen = (truth[i] as number) - middle + noise * normal();
    const sat = panels ? { panel: `Panel ${(panels[i] as number) + 1}` } : {};
    const value = middle + (lenient[j] as number) + (panels ? (heard[panels[i] as number] as number) : 0) + (scale[j] as number) * seen;
    return { entry: entryNamed(i), assessor: assessorNamed(j), stratum: stratumNamed(plan.strata[i] as number), ...sat, value: Math.round(value * 100) / 100 };
  };
  const marks = plan.readers.flatMap((readers, i) => readers.map((j) => read(i, j)));
  return { plan, truth, read, marks };
}

type Sizes = { entries: number; assessors: number; reads: number; strata: number };

/** Readers drawn from everybody, loads kept level. */
export function planForAnyone({ entries, assessors, reads, strata }: Sizes, seed: number): Plan {
  const random = seededRandom(seed);
  const load = new Float64Array(assessors);
  const all = Array.from({ length: assessors }, (_, j) => j);
  const of = Array.from({ length: entries }, () => Math.floor(random() * strata));
  return { strata: of, readers: of.map(() => leastLoaded(all, { load, reads, random })), assessors };
}

/** Readers drawn from those who know the entry's stratum, loads kept level; each knows one by turn and one or two by chance. */
export function planForExperts({ entries, assessors, reads, strata }: Sizes, seed: number): Plan {
  const random = seededRandom(seed);
  const pick = (): number => Math.floor(random() * strata);
  const knows = Array.from({ length: assessors }, (_, j) => new Set([j % strata, pick(), ...(random() < 0.5 ? [pick()] : [])]));
  const experts = Array.from({ length: strata }, (_, g) => knows.flatMap((known, j) => (known.has(g) ? [j] : [])));
  const load = new Float64Array(assessors);
  const of = Array.from({ length: entries }, pick);
  return { strata: of, readers: of.map((g) => leastLoaded(experts[g] ?? [], { load, reads, random })), assessors };
}

type PanelSizes = { entries: number; panels: number; jurors: number; strata: number; rotating: boolean };

/**
 * Entries allotted to panels of so many jurors by lot within their stratum. Where jurors rotate, the first of every panel sits in the
 * next and the second in the one before while the second half is heard.
 */
export function planForPanels({ entries, panels, jurors, strata, rotating }: PanelSizes, seed: number): Plan {
  const random = seededRandom(seed);
  const of = Array.from({ length: entries }, (_, i) => i % strata);
  const heardBy = new Array<number>(entries).fill(0);
  for (let g = 0; g < strata; g += 1) {
    const own = shuffled(of.flatMap((stratum, i) => (stratum === g ? [i] : [])), random);
    own.forEach((i, turn) => (heardBy[i] = (turn + g) % panels));
  }
  const turnOf = shuffled(of.map((_, i) => i), random);
  const isSecondHalf = new Set(turnOf.slice(entries >> 1));
  const seat = (i: number, at: number): number => {
    const moved = rotating && isSecondHalf.has(i) ? ([1, -1][at] ?? 0) : 0;
    return (((heardBy[i] as number) - moved + panels) % panels) * jurors + at;
  };
  const readers = of.map((_, i) => Array.from({ length: jurors }, (__, at) => seat(i, at)));
  return { strata: of, readers, assessors: panels * jurors, panels: heardBy };
}

/** So many of the people with the fewest readings; a draw as wide as some readings mixes who meets whom. */
export function leastLoaded(people: readonly number[], { load, reads, random }: { load: Float64Array; reads: number; random: Random }): number[] {
  const chosen = people
    .map((j) => ({ j, at: (load[j] as number) + 12 * random() }))
    .sort((a, b) => a.at - b.at)
    .slice(0, reads)
    .map(({ j }) => j);
  for (const j of chosen) load[j] = (load[j] as number) + 1;
  return chosen;
}
