import { hashWord, mix } from "#app/features/screening/similarity/text/rules.ts";
import type { Tokens } from "#app/features/screening/similarity/types.ts";

/** Words of a shingle. */
export const shingleWords = 4;
/** One shingle in this many is kept, chosen by its hash alone: the same shingles in every text (FracMinHash). */
export const sampledOneIn = 8;

/** Hash of the shingle that begins at word `i`: one half selects, the other names it. */
export const selectorOf = ({ stem }: Tokens, i: number): number =>
  mix(
    (Math.imul(stem[i] as number, 0x9e3779b1) +
      Math.imul(stem[i + 1] as number, 0x85ebca77) +
      Math.imul(stem[i + 2] as number, 0xc2b2ae3d) +
      Math.imul(stem[i + 3] as number, 0x27d4eb2f)) | 0,
  );

export const nameOf = ({ stem }: Tokens, i: number): number =>
  mix(
    (Math.imul(stem[i] as number, 0x2c1b3c6d) +
      Math.imul(stem[i + 1] as number, 0x297a2d39) +
      Math.imul(stem[i + 2] as number, 0x5bd1e995) +
      Math.imul(stem[i + 3] as number, 0x7feb352d)) | 0,
  );

export const isSampled = (selector: number): boolean => selector % sampledOneIn === 0;

/**
 * The sketch of a text: the names of its sampled 4-word shingles, distinct and ascending, about one word in eight. Shingles that
 * touch a legal citation or a quotation are left out, as every proposal cites the same laws. Fewer than about 60 words leave too little to tell.
 */
export function sketchOf(text: string, tokens: Tokens): Uint32Array {
  const blocked = citedWords(text, tokens);
  const names = new Uint32Array(tokens.count);
  let count = 0;
  let reach = 0;
  for (let i = 0; i + shingleWords <= tokens.count; i += 1) {
    while (reach < i + shingleWords && !(blocked?.[reach] ?? 0)) reach += 1;
    if (reach < i + shingleWords) {
      i = reach;
      reach += 1;
      continue;
    }
    if (isSampled(selectorOf(tokens, i))) {
      names[count] = nameOf(tokens, i);
      count += 1;
    }
  }
  return distinct(names.subarray(0, count).sort());
}

function distinct(sorted: Uint32Array): Uint32Array {
  let kept = 0;
  for (let i = 0; i < sorted.length; i += 1) {
    if (i > 0 && sorted[i] === sorted[i - 1]) continue;
    sorted[kept] = sorted[i] as number;
    kept += 1;
  }
  return sorted.slice(0, kept);
}

const year = hashWord("tahun");
const number = new Set(["nomor", "no"].map(hashWord));
const about = hashWord("tentang");
const instruments = new Set(
  ["peraturan", "undang", "keputusan", "instruksi", "edaran", "uu", "pp", "perpres", "permen", "permenpan", "permenpanrb", "permendagri", "kepres", "inpres", "perda", "pergub", "perbup", "perwali"].map(hashWord),
);
/** Words between the kind of a regulation and "Nomor", and between "Nomor" and "Tahun". */
const farthestNumber = 6;
const farthestInstrument = 12;
const longestName = 25;

/** Words of "Peraturan Menteri … Nomor … Tahun … tentang …" and of quotations are 1; undefined when there are none. */
export function citedWords(text: string, tokens: Tokens): Uint8Array | undefined {
  let blocked: Uint8Array | undefined;
  for (let i = 2; i + 1 < tokens.count; i += 1) {
    if (tokens.raw[i] !== year) continue;
    const from = beginOfCitation(tokens, i);
    if (from < 0) continue;
    blocked ??= new Uint8Array(tokens.count);
    blocked.fill(1, from, endOfCitation(text, tokens, i));
  }
  return blockQuotes(text, tokens, blocked);
}

function beginOfCitation(tokens: Tokens, at: number): number {
  const numbered = backTo(tokens, at, { words: number, farthest: farthestNumber });
  if (numbered < 0) return -1;
  const kind = backTo(tokens, numbered, { words: instruments, farthest: farthestInstrument });
  // "Undang-Undang" is two words.
  return kind > 0 && tokens.raw[kind - 1] === tokens.raw[kind] ? kind - 1 : kind;
}

function backTo(tokens: Tokens, at: number, { words, farthest }: { words: ReadonlySet<number>; farthest: number }): number {
  for (let i = at - 1; i >= Math.max(0, at - farthest); i -= 1) if (words.has(tokens.raw[i] as number)) return i;
  return -1;
}

/** Behind the year, or behind the name of the regulation: up to the next mark of punctuation, at most 25 words. */
function endOfCitation(text: string, tokens: Tokens, at: number): number {
  let end = Math.min(at + 2, tokens.count);
  if (tokens.raw[end] !== about) return end;
  const last = Math.min(end + longestName, tokens.count);
  while (end < last && !/[.,;:()\n]/.test(text.slice(tokens.to[end - 1], tokens.from[end]))) end += 1;
  return end;
}

/** A quotation is at most this long; anything longer is text between quotation marks. */
const longestQuote = 60;
/** Quotations that fill more than this share of a text are no quotations: quoting must not hide a copy. */
const mostQuoted = 0.25;
const quotation = /“[^“”]{20,900}”|"[^"\n]{20,900}"/g;

function blockQuotes(text: string, tokens: Tokens, blocked: Uint8Array | undefined): Uint8Array | undefined {
  if (!text.includes("“") && !text.includes("\"")) return blocked;
  const spans = [...text.matchAll(quotation)]
    .map((found) => [wordAt(tokens, found.index), wordAt(tokens, found.index + found[0].length)] as const)
    .filter(([from, to]) => to - from <= longestQuote);
  const quoted = spans.reduce((sum, [from, to]) => sum + to - from, 0);
  if (quoted === 0 || quoted > tokens.count * mostQuoted) return blocked;
  const marked = blocked ?? new Uint8Array(tokens.count);
  for (const [from, to] of spans) marked.fill(1, from, to);
  return marked;
}

/** The first word that begins at or after a place in the text. */
function wordAt({ from, count }: Tokens, place: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((from[middle] as number) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Names as they lie in the database: little-endian whatever the machine. */
export function packed(names: Uint32Array): Buffer {
  const bytes = Buffer.allocUnsafe(names.length * 4);
  names.forEach((name, i) => bytes.writeUInt32LE(name, i * 4));
  return bytes;
}

export const unpacked = (bytes: Buffer): Uint32Array =>
  Uint32Array.from({ length: bytes.length / 4 }, (_, i) => bytes.readUInt32LE(i * 4));
