import type { SheetFact } from "#app/features/scoring/signals/types.ts";
import { type Random, seededRandom, shuffled } from "#app/lib/random.ts";

/** Somebody strange among ordinary assessors, by index. */
export type Strange = "harsh" | "lazy" | "biased" | "copying" | "drifting" | "halo" | "fast";

type Year = { seed: number; entries: number; assessors: number; readers: number; strange?: Partial<Record<number, Strange>> };

const criteria = 5;
const day = 86_400_000;

/**
 * A simulated desk: entries of quality N(70, 8) in five categories, each read by so many; assessors differ by N(0, 5) in severity
 * and mark each criterion with noise of their own, in steps of one point; ordinary people take some twenty minutes a sheet.
 */
export function simulate({ seed, entries, assessors, readers, strange = {} }: Year): SheetFact[] {
  const random = seededRandom(seed);
  const normal = normals(random);
  const people = Array.from({ length: assessors }, () => ({ severity: 5 * normal(), pace: Math.exp(3 + 0.35 * normal()) }));
  const sheets: SheetFact[] = [];
  const copied = new Map<number, SheetFact>();
  for (let i = 0; i < entries; i += 1) {
    const quality = 70 + 8 * normal();
    const stratum = `K${i % 5}`;
    const own = Array.from({ length: criteria }, () => 3 * normal());
    const chosen = readersOf(i, { assessors, readers, random, strange });
    for (const j of chosen) {
      const kind = strange[j];
      const { severity, pace } = people[j] as (typeof people)[number];
      const shift = kind === "harsh" ? -30 : kind === "biased" && stratum === "K1" ? 14 : kind === "drifting" ? (-24 * i) / entries : 0;
      const common = 5 * normal();
      const marks = own.map((part) => mark(quality + part + severity + shift + (kind === "halo" ? 0 : 6 * normal()) + common - (kind === "halo" ? part : 0)));
      const given = kind === "lazy" ? own.map(() => 75) : kind === "copying" && copied.has(i) ? [...(copied.get(i) as SheetFact).marks] : marks;
      const minutes = kind === "lazy" || kind === "fast" ? 1.5 + random() : pace * Math.exp(0.5 * normal());
      const sheet: SheetFact = { assessor: `E${String(j).padStart(3, "0")}`, entry: `P${i}`, stratum, marks: given, total: given.reduce((sum, one) => sum + one, 0) / criteria, minutes, lockedAt: i * day };
      if (!copied.has(i)) copied.set(i, sheet);
      sheets.push(sheet);
    }
  }
  return sheets;
}

const mark = (value: number): number => Math.min(100, Math.max(0, Math.round(value)));

/** Readers at random; one who copies reads beside the same person whom he copies, wherever that one reads. */
function readersOf(at: number, { assessors, readers, random, strange }: Omit<Year, "seed" | "entries"> & { random: Random; strange: Partial<Record<number, Strange>> }): number[] {
  const chosen = shuffled(Array.from({ length: assessors }, (_, j) => j), random).slice(0, readers);
  const copier = Object.keys(strange).map(Number).find((j) => strange[j] === "copying");
  if (copier === undefined) return chosen;
  const model = (copier + 1) % assessors;
  const rest = chosen.filter((j) => j !== copier && j !== model);
  return at % Math.ceil(assessors / readers) === 0 ? [model, copier, ...rest].slice(0, readers) : rest.slice(0, readers);
}

function normals(random: Random): () => number {
  return () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
