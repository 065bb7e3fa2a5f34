import type { Match } from "#app/features/screening/similarity/types.ts";

/** Shingles of more texts than this are the form's or the trade's own phrases, not a copy. */
export const commonestShingle = 30;
/** A pair is worth a look from these on: sampled shingles in common, and their share of the shorter account. */
export const fewestShared = 5;
export const leastShare = 0.03;

/**
 * In how many of `texts` documents a shingle may stand and still count: what more than half of a small collection says is its
 * template; in a large one 30 is the limit.
 */
export const documentLimit = (texts: number): number => Math.min(commonestShingle, Math.max(3, Math.floor(texts / 2)));

/** Sketches of many documents, one behind the other. Document `d` holds `names[starts[d]]` up to `names[starts[d + 1]]`. */
export type Sketches = { names: Uint32Array; starts: Uint32Array; texts: number };

export type SketchBuilder = { add: (sketch: Uint32Array) => void; build: () => Sketches };

/** Gathers sketches in blocks, so that 33,000 documents take 35 MB and no more. */
export function sketchBuilder(): SketchBuilder {
  let names = new Uint32Array(1 << 16);
  let used = 0;
  const starts = [0];
  return {
    add: (sketch) => {
      if (used + sketch.length > names.length) {
        const larger = new Uint32Array(Math.max(used + sketch.length, Math.ceil(names.length * 1.5)));
        larger.set(names.subarray(0, used));
        names = larger;
      }
      names.set(sketch, used);
      used += sketch.length;
      starts.push(used);
    },
    build: () => ({ names: names.subarray(0, used), starts: Uint32Array.from(starts), texts: starts.length - 1 }),
  };
}

/** Every shingle with its documents: `names` ascends, `texts[i]` holds `names[i]`; `directory` leads to the first of 16 bits. */
type Postings = { names: Uint32Array; texts: Uint32Array; directory: Uint32Array };

const directoryBits = 16;

/** Sorts by shingle, documents ascending within one: a radix sort over three digits of 11 bits. */
function postingsOf(sketches: Sketches): Postings {
  const length = sketches.names.length;
  let names = sketches.names.slice();
  let texts = new Uint32Array(length);
  for (let d = 0; d < sketches.texts; d += 1) texts.fill(d, sketches.starts[d], sketches.starts[d + 1]);
  let otherNames = new Uint32Array(length);
  let otherTexts = new Uint32Array(length);
  for (const shift of [0, 11, 22]) {
    const places = new Uint32Array(2_049);
    for (let i = 0; i < length; i += 1) places[(((names[i] as number) >>> shift) & 2_047) + 1]! += 1;
    for (let i = 1; i < places.length; i += 1) places[i]! += places[i - 1] as number;
    for (let i = 0; i < length; i += 1) {
      const digit = ((names[i] as number) >>> shift) & 2_047;
      const at = places[digit] as number;
      places[digit] = at + 1;
      otherNames[at] = names[i] as number;
      otherTexts[at] = texts[i] as number;
    }
    [names, otherNames] = [otherNames, names];
    [texts, otherTexts] = [otherTexts, texts];
  }
  return { names, texts, directory: directoryOf(names) };
}

function directoryOf(names: Uint32Array): Uint32Array {
  const directory = new Uint32Array((1 << directoryBits) + 1).fill(names.length);
  for (let i = names.length - 1; i >= 0; i -= 1) directory[(names[i] as number) >>> directoryBits] = i;
  for (let i = directory.length - 2; i >= 0; i -= 1) directory[i] = Math.min(directory[i] as number, directory[i + 1] as number);
  return directory;
}

/** Index of the first posting of a shingle, which stands in the index. */
function firstPosting({ names, directory }: Postings, name: number): number {
  let low = directory[name >>> directoryBits] as number;
  let high = directory[(name >>> directoryBits) + 1] as number;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((names[middle] as number) < name) low = middle + 1;
    else high = middle;
  }
  return low;
}

export type ShingleIndex = {
  /** What a document's share is taken of (weightOf). */
  counted: Uint32Array;
  /** The other documents that share counted shingles with one, with how many. */
  sharing: (text: number) => Match[];
  /** The counted shingles that two documents share, ascending. */
  sharedNames: (a: number, b: number) => Uint32Array;
};

/** Makes the index of a collection; `limit` is how many documents a shingle may stand in (documentLimit). */
export function shingleIndex(sketches: Sketches, limit = documentLimit(sketches.texts)): ShingleIndex {
  const postings = postingsOf(sketches);
  const counted = countedOf(postings, sketches, limit);
  const seen = new Uint32Array(sketches.texts);
  const runOf = (name: number): [number, number] => {
    const from = firstPosting(postings, name);
    let to = from;
    while (to - from <= limit && postings.names[to] === name) to += 1;
    return [from, to - from > limit ? from : to];
  };
  return {
    counted,
    sharing: (text) => {
      const touched: number[] = [];
      for (const name of namesOf(sketches, text)) {
        const [from, to] = runOf(name);
        for (let i = from; i < to; i += 1) {
          const other = postings.texts[i] as number;
          if (other === text) continue;
          if (seen[other] === 0) touched.push(other);
          seen[other]! += 1;
        }
      }
      return touched.map((other) => {
        const shared = seen[other] as number;
        seen[other] = 0;
        return { a: text, b: other, shared };
      });
    },
    sharedNames: (a, b) => intersection(namesOf(sketches, a), namesOf(sketches, b)).filter((name) => runOf(name)[1] > runOf(name)[0]),
  };
}

const namesOf = ({ names, starts }: Sketches, text: number): Uint32Array => names.subarray(starts[text], starts[text + 1]);

function countedOf({ names, texts }: Postings, { starts, texts: documents }: Sketches, limit: number): Uint32Array {
  const counted = new Uint32Array(documents);
  let from = 0;
  while (from < names.length) {
    let to = from + 1;
    while (names[to] === names[from]) to += 1;
    if (to - from <= limit) for (let i = from; i < to; i += 1) counted[texts[i] as number]! += 1;
    from = to;
  }
  return counted.map((count, d) => weightOf(count, (starts[d + 1] as number) - (starts[d] as number)));
}

/**
 * What a text's share is taken of: its shingles that count, but at least half of all it has. Where nearly everything is common
 * property, the same few sentences would otherwise be "the whole text".
 */
export const weightOf = (counted: number, whole: number): number => Math.max(counted, Math.ceil(whole / 2));

/** What two ascending lists have in common. */
export function intersection(a: Uint32Array, b: Uint32Array): Uint32Array {
  const common = new Uint32Array(Math.min(a.length, b.length));
  let [i, j, n] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const difference = (a[i] as number) - (b[j] as number);
    if (difference === 0) {
      common[n] = a[i] as number;
      n += 1;
    }
    if (difference <= 0) i += 1;
    if (difference >= 0) j += 1;
  }
  return common.subarray(0, n);
}

/**
 * Whether a match is worth a person's look: at least 5 shared shingles that are at least 3 % of what counts in either text.
 * Containment, not resemblance: one section copied into a long text is found from the section's side.
 */
export const isNotable = (shared: number, counted: { a: number; b: number }): boolean =>
  shared >= fewestShared && shared >= leastShare * Math.min(counted.a, counted.b);

/** Share of a text's counted shingles that stand in the other, 0 to 1. */
export const containment = (shared: number, counted: number): number => (counted === 0 ? 0 : shared / counted);
