import { z } from "zod";
import type { Level } from "#app/features/competitions/definition/types.ts";
import { levelNumber, noteWords, printPoints, readMark } from "#app/features/scoring/rules.ts";
import { readingStates, type SheetEntry } from "#app/features/scoring/types.ts";
import { type FieldFault, InvalidInput } from "#app/lib/errors.ts";
import { countWords } from "#app/lib/words.ts";

/** As much of a sheet as its form needs. */
export type SheetShape = { maxMark: number; criteria: readonly { key: string; levels: readonly Level[] }[] };

const text = z.string().max(4_000).default("");

/** Names pages give themselves, at most as many as are lost one after another. */
const pages = z
  .string()
  .max(400)
  .default("")
  .transform((names) => names.split(" ").filter((name) => /^[0-9a-f]{16}$/.test(name)));

/** The sheet's form: `mark.<criterion>` as typed, `level.<criterion>` the chosen level's number, `note.<criterion>`, `note`. */
export function sheetInput(rubric: SheetShape) {
  const perCriterion = rubric.criteria.flatMap(({ key }) => [
    [`mark.${key}`, z.string().trim().max(12).default("")] as const,
    [`level.${key}`, z.string().max(2).default("")] as const,
    [`note.${key}`, text] as const,
  ]);
  return z.strictObject({ revision: z.coerce.number().int().min(0), note: text, privateNote: z.string().max(4_000).optional(), pages, ...Object.fromEntries(perCriterion) });
}

export type SheetForm = z.output<ReturnType<typeof sheetInput>> & Record<string, unknown>;

/**
 * What was typed on a sheet as marks in hundredths of a point. Throws InvalidInput beside the field for what is no number, lies
 * outside 0..maxMark or outside the chosen level, and for a note beyond its words.
 */
export function readSheet(rubric: SheetShape, form: SheetForm): Omit<SheetEntry, "assignmentId"> {
  const faults: FieldFault[] = [];
  const typed = (name: string): string => {
    const value = form[name];
    return typeof value === "string" ? value : "";
  };
  const marks: Record<string, number | null> = {};
  const notes: Record<string, string> = {};
  for (const { key, levels } of rubric.criteria) {
    const mark = readMark(typed(`mark.${key}`));
    const fault = markFault(rubric, { levels, text: typed(`mark.${key}`), level: typed(`level.${key}`), mark });
    if (fault) faults.push({ path: `mark.${key}`, ...fault });
    marks[key] = mark;
    notes[key] = typed(`note.${key}`).replaceAll("\r\n", "\n");
    faults.push(...noteFaults(`note.${key}`, notes[key]));
  }
  const note = form.note.replaceAll("\r\n", "\n");
  faults.push(...noteFaults("note", note));
  if (faults.length > 0) throw new InvalidInput(faults);
  return { revision: form.revision, marks, notes, note, privateNote: form.privateNote?.replaceAll("\r\n", "\n"), pages: form.pages };
}

type Typed = { levels: readonly Level[] } & { text: string; level: string; mark: number | null };

function markFault(rubric: SheetShape, { levels, text: written, level, mark }: Typed): Omit<FieldFault, "path"> | null {
  if (written === "") return null;
  if (mark === null) return { code: "notANumber", params: {} };
  if (mark > rubric.maxMark) return { code: "scoring.faults.outOfRange", params: { maximum: printPoints(rubric.maxMark) } };
  const actual = levelNumber({ levels }, mark);
  const chosen = levels[Number(level) - 1];
  if (!chosen || actual === null || actual === Number(level)) return null;
  const params = { mark: written, level: Number(level), from: printPoints(chosen.from), to: printPoints(chosen.to), actual };
  return { code: "scoring.faults.outsideLevel", params };
}

function noteFaults(path: string, note: string): FieldFault[] {
  const over = countWords(note) - noteWords;
  return over > 0 ? [{ path, code: "scoring.faults.noteTooLong", params: { over } }] : [];
}

export const reopeningInput = z.strictObject({ reason: z.string().trim().min(10).max(600) });

/** Why a desk is closed with readings missing, and the preview that was seen. */
export const roundClosureInput = z.strictObject({ reason: z.string().trim().min(10).max(600), digest: z.string().regex(/^[0-9a-f]{64}$/) });

/** The address of the readings' list; what does not fit falls back instead of failing a bookmark. */
export const sheetsSearch = z.object({
  stage: z.string().max(60).optional().catch(undefined),
  assessor: z.string().max(64).optional().catch(undefined),
  state: z
    .enum(readingStates)
    .or(z.literal("").transform(() => undefined))
    .optional()
    .catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  /** Of the table of assessors, which has pages of its own. */
  sort: z.enum(["name", "done", "draft", "lastAt"]).catch("name"),
  dir: z.enum(["asc", "desc"]).catch("asc"),
  people: z.coerce.number().int().min(1).max(10_000).catch(1),
});

/** The address of the entries whose marks are locked; `only` keeps those that diverge. */
export const readEntriesSearch = z.object({
  only: z.enum(["diverging"]).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

/** The address of the assessor's queue. */
export const queueSearch = z.object({
  stage: z.string().max(60).optional().catch(undefined),
  state: z
    .enum(readingStates)
    .or(z.literal("").transform(() => undefined))
    .optional()
    .catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
