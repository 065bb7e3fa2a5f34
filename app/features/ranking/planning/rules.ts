import { designOf, rawMeans, readsOf } from "#app/features/ranking/calibration/design/rules.ts";
import { isEstimable } from "#app/features/ranking/calibration/estimable/rules.ts";
import { calibratedMeans, fitCalibration } from "#app/features/ranking/calibration/fit/rules.ts";
import type { Mark } from "#app/features/ranking/calibration/types.ts";
import { drawRanks, normals } from "#app/features/ranking/calibration/uncertainty/rules.ts";
import { proposeReads } from "#app/features/ranking/extra-reads/rules.ts";
import type { Foreseen, Outlook, PlanningWorld, Share } from "#app/features/ranking/planning/types.ts";
import { type Random, seededRandom } from "#app/lib/random.ts";

/** Entries beyond which a sample of the same proportions is played: shares found depend on proportions, time on size. */
export const largestPlayed = 3_200;
/** Years played, so that about as many entries are looked at whatever the size. */
const yearsOf = (entries: number): number => Math.min(20, Math.max(6, Math.round(8_000 / entries)));
const readersTried = [2, 3, 4] as const;
/** Single readings beyond two for all, as a share of the entries, and in how many portions they are given (METHODS, 1.5). */
const [adaptiveShare, portions, mostReads, draws] = [0.31, 5, 8, 400];

/**
 * What share of the entries that deserve a place two, three or four readers for all would find, and two followed by readings where
 * the marks leave doubt: by invented years with known qualities, all plans on the same ones (METHODS, 1.2 and 1.5). Readers are
 * dealt from everybody with level loads. A plan that needs more readers than there are is left out. Same numbers and seed, same
 * answer.
 */
export function foresee(world: PlanningWorld, seed: number): Outlook {
  const sample = sampleOf(world);
  const years = yearsOf(sample.entries);
  const plans = [...readersTried.map((readers) => ({ readers, adaptive: false })), { readers: 2, adaptive: true }].filter(({ readers, adaptive }) => readers + Number(adaptive) <= sample.assessors);
  const found = plans.map((): { raw: number; calibrated: number; reads: number }[] => []);
  for (let year = 0; year < years; year += 1) plans.forEach((plan, at) => found[at]?.push(playYear({ ...world, ...sample }, plan, seed + year)));
  return {
    ...{ years, seed, sample },
    plans: plans.map((plan, at): Foreseen => {
      const own = found[at] ?? [];
      const readings = Math.round((meanOf(own.map(({ reads }) => reads)).mean * world.entries) / sample.entries);
      return { ...plan, readings, perAssessor: Math.ceil(readings / world.assessors), raw: meanOf(own.map(({ raw }) => raw)), calibrated: meanOf(own.map(({ calibrated }) => calibrated)) };
    }),
  };
}

/** The sizes that are played for a stage: its own, or the same proportions of a large one. */
export function sampleOf({ entries, assessors, places }: PlanningWorld): Outlook["sample"] {
  const part = Math.min(1, largestPlayed / entries);
  const scaled = (count: number): number => Math.max(1, Math.round(count * part));
  return { entries: scaled(entries), assessors: Math.max(Math.min(assessors, 4), scaled(assessors)), places: scaled(places) };
}

type Played = { raw: number; calibrated: number; reads: number };

function playYear(world: PlanningWorld, plan: { readers: number; adaptive: boolean }, seed: number): Played {
  const { entries, places } = world;
  const { truth, read } = inventYear(world, seed);
  const marks = Array.from({ length: entries }, (_, i) => Array.from({ length: plan.readers }, () => read(i))).flat();
  if (plan.adaptive) readDoubtful(marks, read, { world, seed });
  const design = designOf(marks);
  const raw = rawMeans(design);
  const calibrated = isEstimable(design) ? calibratedMeans(fitCalibration(design)) : raw;
  return { raw: foundAmong(raw, truth, places), calibrated: foundAmong(calibrated, truth, places), reads: marks.length };
}

/** A year whose qualities are known; every reading of an entry goes to somebody who has not read it, loads kept level. */
function inventYear({ entries, assessors, spreads }: PlanningWorld, seed: number): { truth: Float64Array; read: (entry: number) => Mark } {
  const random = seededRandom(seed);
  const normal = normals(random);
  const truth = Float64Array.from({ length: entries }, () => spreads.quality * normal());
  const leniency = Float64Array.from({ length: assessors }, () => spreads.severity * normal());
  const deal = dealer(assessors, random);
  const seen = Array.from({ length: entries }, () => new Set<number>());
  const read = (i: number): Mark => {
    const j = deal(seen[i] as Set<number>);
    seen[i]?.add(j);
    return { entry: named(i), assessor: named(j), stratum: "all", value: (truth[i] as number) + (leniency[j] as number) + spreads.noise * normal() };
  };
  return { truth, read };
}

/** Names stand in the order of their indexes, as the design sorts them. */
const named = (index: number): string => String(index).padStart(6, "0");

/** Deals people from shuffled packs, one after the other. */
function dealer(people: number, random: Random): (seen: ReadonlySet<number>) => number {
  const pack: number[] = [];
  return (seen) => {
    for (;;) {
      const at = pack.findIndex((j) => !seen.has(j));
      if (at !== -1) return pack.splice(at, 1)[0] as number;
      pack.push(...shuffled(people, random));
    }
  };
}

function shuffled(count: number, random: Random): number[] {
  const order = Array.from({ length: count }, (_, at) => at);
  for (let at = count - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other] as number, order[at] as number];
  }
  return order;
}

type Doubt = { world: PlanningWorld; seed: number };

/** The product's own proposals of single readings, a portion at a time, until the share is given or the marks leave no doubt. */
function readDoubtful(marks: Mark[], read: (entry: number) => Mark, { world: { entries, places, assessors }, seed }: Doubt): void {
  const atOnce = Math.ceil((entries * adaptiveShare) / portions);
  for (let portion = 0; portion < portions; portion += 1) {
    const design = designOf(marks);
    if (!isEstimable(design)) return;
    const chances = drawRanks(fitCalibration(design), { cuts: [places], draws, seed: seed + portion }).pTop.get(places) ?? new Float64Array();
    const zone = { estimable: true, entries: Array.from(chances, (pTop, number) => ({ number, reads: readsOf(design, number), pTop })) };
    const next = proposeReads(zone, Math.min(mostReads, assessors), atOnce);
    if (next.length === 0) return;
    marks.push(...next.map(({ number }) => read(number)));
  }
}

/** Share of the truly best that stand among the best by the values. */
function foundAmong(values: Float64Array, truth: Float64Array, places: number): number {
  const best = (of: Float64Array): number[] => Array.from(of, (_, i) => i).sort((a, b) => (of[b] as number) - (of[a] as number) || a - b).slice(0, places);
  const deserving = new Set(best(truth));
  return best(values).filter((i) => deserving.has(i)).length / Math.max(1, Math.min(places, truth.length));
}

function meanOf(values: readonly number[]): Share {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, error: values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1) / values.length) };
}
