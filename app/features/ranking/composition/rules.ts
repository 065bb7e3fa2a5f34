import { calibrateStage, type StageCalibration } from "#app/features/ranking/calibration/stage/rules.ts";
import { drawer, normals, rankDraws, type Uncertainty } from "#app/features/ranking/calibration/uncertainty/rules.ts";
import { describeStages, rounded } from "#app/features/ranking/composition/describing/rules.ts";
import type { Composed, Composing, EntryFigures } from "#app/features/ranking/composition/types.ts";
import { sharedRanks } from "#app/features/ranking/recount/order/rules.ts";
import type { RunStep } from "#app/features/ranking/types.ts";
import { seededRandom } from "#app/lib/random.ts";

/** Weights are basis points. */
const whole = 10_000;

/** More entries are drawn less often: the ranks of every draw are kept until all are drawn. */
export const drawsFor = (entries: number): number => (entries > 10_000 ? 1_000 : 4_000);

type Parts = { stage: StageCalibration; weight: number; at: Int32Array };

/**
 * Composes the counting stages of a list: each is calibrated with all of its marks, whoever competes; values are added by the
 * weights. Probabilities and intervals come from draws of every stage at once, among those who compete. Equal input and seed
 * give equal figures whatever the order of marks. `step` hears what is being done.
 */
export function composeList(given: Composing, step: (now: RunStep) => void = () => undefined): Composed {
  step("calibrate");
  const parts = given.stages.map(({ stage, weightBp, marks }): Parts => {
    const calibrated = calibrateStage(stage, marks);
    return { stage: calibrated, weight: weightBp / whole, at: placesIn(calibrated, given.entries) };
  });
  step("draw");
  return { ...describeStages(given, parts.map(({ stage }) => stage)), entries: entriesOf(given, parts) };
}

function placesIn({ design }: StageCalibration, entries: readonly string[]): Int32Array {
  const index = new Map(design.entries.map((entry, i) => [entry, i]));
  return Int32Array.from(entries, (entry) => index.get(entry) ?? -1);
}

type Pick = (stage: StageCalibration, at: number) => number;

/** Sum over the stages of weight times value, by competing entry. */
const composed = (parts: readonly Parts[], entries: readonly string[], of: Pick): Float64Array =>
  Float64Array.from(entries, (_, k) => parts.reduce((sum, { stage, weight, at }) => sum + weight * of(stage, at[k] as number), 0));

function entriesOf(given: Composing, parts: readonly Parts[]): EntryFigures[] {
  const { entries } = given;
  const isFitted = parts.some(({ stage }) => stage.fit !== null);
  const isFlagged = parts.some(({ stage }) => stage.unflagged !== null);
  const raw = composed(parts, entries, (stage, at) => stage.raw[at] as number);
  const calibrated = composed(parts, entries, (stage, at) => stage.calibrated[at] as number);
  const quality = composed(parts, entries, (stage, at) => stage.quality[at] as number);
  const within = sharedRanks(composed(parts, entries, (stage, at) => stage.within[at] as number), entries);
  const [rawRanks, calibratedRanks] = [sharedRanks(raw, entries), sharedRanks(calibrated, entries)];
  const unflagged = isFlagged ? unflaggedRanks(parts, entries) : null;
  const trimmed = given.trims ? trimmedRanks(parts, entries) : null;
  const uncertainty = isFitted ? drawComposed(given, parts) : null;
  return entries.map((_, k) => ({
    raw: rounded(raw[k] as number),
    calibrated: rounded(calibrated[k] as number),
    quality: isFitted ? rounded(quality[k] as number) : null,
    rawRank: rawRanks[k] as number,
    calibratedRank: calibratedRanks[k] as number,
    pTop: uncertainty?.pTop.get(given.size)?.[k] ?? null,
    expectedRank: uncertainty ? rounded(uncertainty.expectedRank[k] as number) : null,
    rank90: uncertainty?.rank90[k] ?? null,
    withinRank: isFitted ? (within[k] as number) : null,
    unflaggedRank: unflagged?.[k] ?? null,
    trimmedRank: trimmed?.[k] ?? null,
  }));
}

/** Ranks without the flagged assessors; null for an entry that none but they have read. */
function unflaggedRanks(parts: readonly Parts[], entries: readonly string[]): (number | null)[] {
  const values = composed(parts, entries, (stage, at) => {
    if (!stage.unflagged) return stage.calibrated[at] as number;
    return stage.unflagged.get(stage.design.entries[at] as string) ?? NaN;
  });
  const there = entries.flatMap((_, k) => (Number.isNaN(values[k]) ? [] : [k]));
  const ranks = sharedRanks(there.map((k) => values[k] as number), there.map((k) => entries[k] as string));
  const byPlace = new Map(there.map((k, place) => [k, ranks[place] as number]));
  return entries.map((_, k) => byPlace.get(k) ?? null);
}

/** Ranks by means without the highest and lowest mark; null for an entry of which none was left out. */
function trimmedRanks(parts: readonly Parts[], entries: readonly string[]): (number | null)[] {
  const ranks = sharedRanks(composed(parts, entries, ({ trimmed }, at) => trimmed.values[at] as number), entries);
  return entries.map((_, k) => (parts.some(({ stage, at }) => stage.trimmed.isTrimmed[at[k] as number]) ? (ranks[k] as number) : null));
}

function drawComposed({ entries, size, seed, draws }: Composing, parts: readonly Parts[]): Uncertainty {
  const normal = normals(seededRandom(seed));
  const drawn = parts.map(({ stage, ...part }) => ({ ...part, next: stage.fit ? drawer(stage.fit, normal) : () => stage.raw }));
  const total = new Float64Array(entries.length);
  const next = (): Float64Array => {
    total.fill(0);
    for (const { next: nextOf, weight, at } of drawn) {
      const values = nextOf();
      for (let k = 0; k < total.length; k += 1) total[k] = (total[k] as number) + weight * (values[at[k] as number] as number);
    }
    return total;
  };
  return rankDraws(next, { entries: entries.length, cuts: [size], draws });
}
