import type { Criterion, Level, Rubric } from "#app/features/competitions/definition/types.ts";
import type { Marks, SheetStatus, SheetStep } from "#app/features/scoring/types.ts";
import { DomainError } from "#app/lib/errors.ts";
import { countWords } from "#app/lib/words.ts";

/** As much of a sheet as sums need. */
type Weighted = { criteria: readonly Pick<Criterion, "key" | "weightBp">[] };

/** The status machine of a sheet. What is not in the table cannot happen. */
const steps: Record<SheetStatus, Partial<Record<SheetStep, SheetStatus>>> = {
  draft: { save: "draft", lock: "locked" },
  locked: { reopen: "draft" },
};

export const canStep = (status: SheetStatus, step: SheetStep): boolean => steps[status][step] !== undefined;

/** The status after a step. Refuses `scoring.locked` (409) for marks on a locked sheet, `scoring.notLocked` for reopening a draft. */
export function nextStatus(status: SheetStatus, step: SheetStep): SheetStatus {
  const next = steps[status][step];
  if (!next) throw new DomainError(step === "reopen" ? "scoring.notLocked" : "scoring.locked", { kind: "conflict" });
  return next;
}

/**
 * Weighted total of one sheet: sum of mark (hundredths of a point) x weight (basis points), an exact integer of at most
 * maxMark x 10,000. A missing mark is `scoring.markMissing`, never a zero; an unknown weight `scoring.weightUnknown`.
 */
export function weightedTotal(rubric: Rubric, marks: Marks): number {
  let total = 0;
  for (const criterion of rubric.criteria) {
    const mark = marks[criterion.key];
    if (mark === null || mark === undefined) throw missing(rubric, marks);
    total += mark * weightOf(criterion);
  }
  return total;
}

function weightOf({ weightBp, name }: Criterion): number {
  if (weightBp === null) throw new DomainError("scoring.weightUnknown", { kind: "conflict", params: { criterion: name } });
  return weightBp;
}

/** Criteria without a mark, in the order of the sheet. */
export const unmarked = <C extends { key: string }>(rubric: { criteria: readonly C[] }, marks: Marks): C[] =>
  rubric.criteria.filter(({ key }) => marks[key] === null || marks[key] === undefined);

function missing(rubric: Rubric, marks: Marks): DomainError {
  const open = unmarked(rubric, marks);
  const names = (locale: "id" | "en"): string => open.map(({ name }) => name[locale]).join(", ");
  return new DomainError("scoring.markMissing", { params: { count: open.length, criteria: { id: names("id"), en: names("en") } } });
}

/** Refuses `scoring.markMissing`, naming the criteria, unless every criterion has its mark. */
export function requireComplete(rubric: Rubric, marks: Marks): void {
  if (unmarked(rubric, marks).length > 0) throw missing(rubric, marks);
}

/**
 * What a half-filled sheet comes to so far: the weighted mean of the marks given, in hundredths of a point rounded half up, and
 * the share of the weight they carry. Shown to the assessor only; no list is made from it.
 */
export function provisionalTotal(rubric: Weighted, marks: Marks): { mark: number | null; weightBp: number } {
  let sum = 0;
  let weightBp = 0;
  for (const criterion of rubric.criteria) {
    const mark = marks[criterion.key];
    if (mark === null || mark === undefined) continue;
    sum += mark * (criterion.weightBp ?? 0);
    weightBp += criterion.weightBp ?? 0;
  }
  return { mark: weightBp === 0 ? null : Math.round(sum / weightBp), weightBp };
}

/** Refuses a criterion the sheet does not have and a mark that is not a whole number of hundredths within 0..maxMark. */
export function checkMark(rubric: Rubric, key: string, mark: number | null): void {
  const criterion = rubric.criteria.find((candidate) => candidate.key === key);
  if (!criterion) throw new DomainError("scoring.criterionUnknown");
  if (mark === null) return;
  if (!Number.isInteger(mark) || mark < 0 || mark > rubric.maxMark) {
    throw new DomainError("scoring.markOutOfRange", {
      params: { criterion: criterion.name, maximum: printPoints(rubric.maxMark) },
    });
  }
}

/** Hundredths as points without needless zeros: 10000 is `100`, 8450 is `84,5`. */
export const printPoints = (hundredths: number): string => String(hundredths / 100).replace(".", ",");

/** A mark as people write it, `84`, `84,5` or `84.50`, in hundredths of a point; null for text that is no such number. */
export function readMark(text: string): number | null {
  const match = /^(\d{1,4})(?:[.,](\d{1,2}))?$/.exec(text.trim());
  if (!match) return null;
  return Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
}

/** Number (1 = lowest) of the level a mark lies in; null where the criterion has no level for it. */
export function levelNumber(criterion: { levels: readonly Level[] }, mark: number): number | null {
  const index = criterion.levels.findIndex((level, at) => {
    const next = criterion.levels[at + 1];
    // Levels are written in whole points: 59,5 belongs to the level that ends at 59.
    return mark >= level.from && (next ? mark < next.from : mark <= level.to);
  });
  return index < 0 ? null : index + 1;
}

/** Most words of a note to the agency; our own limit. */
export const noteWords = 120;

/** Refuses `scoring.noteTooLong` for a note beyond its limit of words. */
export function checkNote(note: string): void {
  const words = countWords(note);
  if (words > noteWords) throw new DomainError("scoring.noteTooLong", { params: { words: words - noteWords, limit: noteWords } });
}
