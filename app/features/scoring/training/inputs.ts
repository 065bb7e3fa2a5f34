import { z } from "zod";
import type { SheetShape } from "#app/features/scoring/inputs.ts";
import { readMark } from "#app/features/scoring/rules.ts";
import type { Anchor } from "#app/features/scoring/types.ts";
import { type FieldFault, InvalidInput } from "#app/lib/errors.ts";

const mark = z.string().trim().min(1).max(12);

const markFields = (rubric: SheetShape) => rubric.criteria.map(({ key }) => [`mark.${key}`, mark] as const);

/** A new training text: title, body, and per criterion `mark.<key>` and `why.<key>`. */
export const trainingInput = (rubric: SheetShape) =>
  z.strictObject({
    title: z.string().trim().min(3).max(200),
    body: z.string().trim().min(50).max(40_000),
    ...Object.fromEntries([...markFields(rubric), ...rubric.criteria.map(({ key }) => [`why.${key}`, z.string().trim().max(600).default("")] as const)]),
  });

/** Own marks of a training text. */
export const trainingMarksInput = (rubric: SheetShape) => z.strictObject(Object.fromEntries(markFields(rubric)));

/** Typed marks in hundredths of a point; throws InvalidInput beside what is no number. */
export function readTrainingMarks(rubric: SheetShape, form: Readonly<Record<string, unknown>>): Record<string, number> {
  const faults: FieldFault[] = [];
  const read = rubric.criteria.flatMap(({ key }): [string, number][] => {
    const found = readMark(textOf(form[`mark.${key}`]));
    if (found !== null) return [[key, found]];
    faults.push({ path: `mark.${key}`, code: "notANumber", params: {} });
    return [];
  });
  if (faults.length > 0) throw new InvalidInput(faults);
  return Object.fromEntries(read);
}

export function readAnchors(rubric: SheetShape, form: Readonly<Record<string, unknown>>): Anchor[] {
  const marks = readTrainingMarks(rubric, form);
  return rubric.criteria.map(({ key }) => ({ criterion: key, mark: marks[key] ?? 0, reason: textOf(form[`why.${key}`]) }));
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");
