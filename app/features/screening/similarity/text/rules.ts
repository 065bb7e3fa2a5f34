import { stemmer } from "@orama/stemmers/indonesian";
import type { Tokens } from "#app/features/screening/similarity/types.ts";

/** Murmur3's last step: every bit of the input reaches every bit of the output. */
export function mix(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** FNV-1a, whose bits `mix` spreads at the end of a word. */
const hashStart = 0x811c9dc5;
const hashStep = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);

/** Hash of a folded word. */
export function hashWord(word: string): number {
  let hash = hashStart;
  for (let i = 0; i < word.length; i += 1) hash = hashStep(hash, word.charCodeAt(i));
  return mix(hash);
}

/** What a sign adds to a word: its folded letters; "" when it adds none but the word goes on; null when the word ends. */
type Folding = string | null;

/** For the ASCII signs: the folded code, or 0 where a word ends. */
const ascii = Uint8Array.from({ length: 128 }, (_, code) => {
  const sign = String.fromCharCode(code).toLowerCase();
  return /[a-z0-9]/.test(sign) ? sign.charCodeAt(0) : 0;
});
const beyond = new Map<number, Folding>();

/**
 * Folds one sign as PDFs and word processors need it: NFKD takes ligatures and full-width forms apart, accents and signs without
 * a width (soft hyphen, joiners, direction marks, the hyphens U+0002 and U+FFFE of PDF libraries) vanish, letters become small.
 */
function fold(code: number): Folding {
  if (code === 2 || code === 0xfffe) return "";
  const known = beyond.get(code);
  if (known !== undefined) return known;
  const sign = String.fromCodePoint(code);
  const letters = sign.normalize("NFKD").toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
  const folding = letters === "" && !/[\p{M}\p{Cf}]/u.test(sign) ? null : letters;
  beyond.set(code, folding);
  return folding;
}

/** A text as folded words with one blank between them: what the engine compares, before stemming. */
export function foldedWords(text: string): string[] {
  const words: string[] = [];
  let word = "";
  for (const sign of text) {
    const folding = foldingOf(sign.codePointAt(0) as number);
    if (folding !== null) word += folding;
    else if (word !== "") {
      words.push(word);
      word = "";
    }
  }
  return word === "" ? words : [...words, word];
}

function foldingOf(code: number): Folding {
  const small = code < 128 && code !== 2 ? (ascii[code] as number) : -1;
  if (small === 0) return null;
  return small > 0 ? String.fromCharCode(small) : fold(code);
}

/** Stems of words by their hash: an open table, since a Map of a vocabulary costs as much as the reading itself. */
const tableBits = 20;
const slots = 1 << tableBits;
/** Fuller than this a lookup gets long: the table starts over, which costs time only. */
const fullest = slots * 0.6;
let stemTable: { keys: Uint32Array; values: Uint32Array; used: number } | undefined;

function freshTable(): { keys: Uint32Array; values: Uint32Array; used: number } {
  return { keys: new Uint32Array(slots), values: new Uint32Array(slots), used: 0 };
}

/** Hash of the stem of a word (Snowball's Indonesian stemmer), remembered by the word's own hash. */
function stemHash(raw: number, text: string, from: number, to: number): number {
  const table = (stemTable ??= freshTable());
  let slot = (raw >>> (32 - tableBits)) & (slots - 1);
  for (let key = table.keys[slot] as number; key !== 0; key = table.keys[slot] as number) {
    if (key === raw) return table.values[slot] as number;
    slot = (slot + 1) & (slots - 1);
  }
  const value = hashWord(stemOf(foldedWords(text.slice(from, to)).join("")));
  if (table.used >= fullest) stemTable = freshTable();
  else {
    table.keys[slot] = raw;
    table.values[slot] = value;
    table.used += 1;
  }
  return value;
}

/** Numbers and words with digits keep their form. */
export const stemOf = (word: string): string => (/^[a-z]{3,40}$/.test(word) ? stemmer(word) : word);

export function newTokens(room = 4_096): Tokens {
  const words = (): Uint32Array => new Uint32Array(room);
  return { count: 0, raw: words(), stem: words(), from: new Int32Array(room), to: new Int32Array(room) };
}

function grown(tokens: Tokens): Tokens {
  const more = newTokens(tokens.raw.length * 2);
  more.raw.set(tokens.raw);
  more.stem.set(tokens.stem);
  more.from.set(tokens.from);
  more.to.set(tokens.to);
  more.count = tokens.count;
  return more;
}

/**
 * The words of a text: runs of letters and digits after folding. `scratch` is overwritten and given back, so that a million
 * words a second need no new memory; leave it out to keep the result.
 */
export function tokenise(text: string, scratch: Tokens = newTokens()): Tokens {
  let tokens = scratch;
  tokens.count = 0;
  let hash = hashStart;
  let from = -1;
  const length = text.length;
  for (let i = 0; i <= length; i += 1) {
    const code = i < length ? text.charCodeAt(i) : 32;
    const small = code < 128 && code !== 2 ? (ascii[code] as number) : -1;
    if (small > 0) {
      if (from < 0) from = i;
      hash = hashStep(hash, small);
      continue;
    }
    if (small < 0) {
      const point = code >= 0xd800 && code < 0xdc00 ? (text.codePointAt(i) as number) : code;
      const folding = fold(point);
      if (point > 0xffff) i += 1;
      if (folding !== null) {
        if (from < 0 && folding !== "") from = point > 0xffff ? i - 1 : i;
        for (let k = 0; k < folding.length; k += 1) hash = hashStep(hash, folding.charCodeAt(k));
        continue;
      }
      if (from >= 0) tokens = push(tokens, hash, text, from, point > 0xffff ? i - 1 : i);
    } else if (from >= 0) tokens = push(tokens, hash, text, from, i);
    hash = hashStart;
    from = -1;
  }
  return tokens;
}

function push(tokens: Tokens, hash: number, text: string, from: number, to: number): Tokens {
  const room = tokens.count < tokens.raw.length ? tokens : grown(tokens);
  const at = room.count;
  // 0 marks an empty slot of the table of stems.
  const raw = mix(hash) || 1;
  room.raw[at] = raw;
  room.stem[at] = stemHash(raw, text, from, to);
  room.from[at] = from;
  room.to[at] = to;
  room.count = at + 1;
  return room;
}
