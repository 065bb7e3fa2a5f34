import { isSampled, nameOf, selectorOf, shingleWords } from "#app/features/screening/similarity/sketch/rules.ts";
import type { Passage, Tokens } from "#app/features/screening/similarity/types.ts";

/** Words that may differ between two runs of the same passage. */
const widestGap = 10;
/** A shingle that stands more often than this in one text leads nowhere. */
const mostPlaces = 8;

/** The same words at `a` of one text and `b` of the other, both half-open counts of words; `proof`: shared shingles that count. */
type Run = { fromA: number; toA: number; fromB: number; toB: number; proof: number; refuted: number };

/**
 * Where two texts say the same, ascending by the first text: runs of equal 4-word shingles, joined over at most 10 differing
 * words. `shared` are the shingles that count for the pair (ascending names): a run whose sampled shingles all belong to the
 * template is left out. Places are UTF-16 units of the texts as given.
 */
export function passagesOf(a: Tokens, b: Tokens, shared: Uint32Array): Passage[] {
  const counts = new Set(shared);
  const runs = equalRuns(a, b).map((run) => weighed(a, run, counts));
  const kept = runs.filter((run) => run.proof > 0 || run.refuted === 0);
  return joined(kept)
    .filter((run) => run.proof > 0)
    .map((run) => [
      a.from[run.fromA] as number,
      a.to[run.toA - 1] as number,
      b.from[run.fromB] as number,
      b.to[run.toB - 1] as number,
    ]);
}

function weighed(a: Tokens, run: Run, counts: ReadonlySet<number>): Run {
  let proof = 0;
  let refuted = 0;
  for (let i = run.fromA; i + shingleWords <= run.toA; i += 1) {
    if (!isSampled(selectorOf(a, i))) continue;
    if (counts.has(nameOf(a, i))) proof += 1;
    else refuted += 1;
  }
  return { ...run, proof, refuted };
}

/** Longest runs of equal stems, greedily from the beginning of the first text. */
function equalRuns(a: Tokens, b: Tokens): Run[] {
  const places = placesOf(b);
  const runs: Run[] = [];
  for (let i = 0; i + shingleWords <= a.count; i += 1) {
    const starts = places.get(nameOf(a, i));
    if (!starts) continue;
    const last = runs.at(-1);
    const best = bestStart(a, b, { i, starts, follows: last });
    if (best.length < shingleWords) continue;
    runs.push({ fromA: i, toA: i + best.length, fromB: best.start, toB: best.start + best.length, proof: 0, refuted: 0 });
    i += best.length - 1;
  }
  return runs;
}

function placesOf(b: Tokens): Map<number, number[]> {
  const places = new Map<number, number[]>();
  for (let i = 0; i + shingleWords <= b.count; i += 1) {
    const name = nameOf(b, i);
    const known = places.get(name);
    if (!known) places.set(name, [i]);
    else if (known.length < mostPlaces) known.push(i);
  }
  return places;
}

type Starts = { i: number; starts: readonly number[]; follows: Run | undefined };

/** The place where most words follow alike; among equals the one that continues the run before. */
function bestStart(a: Tokens, b: Tokens, { i, starts, follows }: Starts): { start: number; length: number } {
  let best = { start: 0, length: 0 };
  for (const start of starts) {
    let length = 0;
    while (i + length < a.count && start + length < b.count && a.stem[i + length] === b.stem[start + length]) length += 1;
    const near = follows !== undefined && start >= follows.toB && start - follows.toB <= widestGap;
    if (length > best.length || (length === best.length && near)) best = { start, length };
  }
  return best;
}

function joined(runs: readonly Run[]): Run[] {
  const passages: Run[] = [];
  for (const run of runs) {
    const last = passages.at(-1);
    if (last && isNear(last, run)) {
      passages[passages.length - 1] = { ...last, toA: run.toA, toB: run.toB, proof: last.proof + run.proof };
    } else passages.push(run);
  }
  return passages;
}

const isNear = (last: Run, next: Run): boolean =>
  next.fromA - last.toA <= widestGap && next.fromB >= last.toB && next.fromB - last.toB <= widestGap;
