import { z } from "zod";
import { readSheet, type SheetShape } from "#app/features/scoring/inputs.ts";
import { InvalidInput } from "#app/lib/errors.ts";
import { type Id, parseId } from "#app/lib/ids.ts";

const people = z.union([z.string(), z.array(z.string())]).default([]);

/** The form of a meeting: `mark.<criterion>`, who was there, when, and why. */
export function agreementInput(rubric: SheetShape) {
  const marks = rubric.criteria.map(({ key }) => [`mark.${key}`, z.string().trim().min(1).max(12)] as const);
  return z.strictObject({ ...Object.fromEntries(marks), present: people, heldOn: z.iso.date(), reason: z.string().trim().min(10).max(600) });
}

export type AgreementForm = { present: Id<"user">[]; heldOn: string; reason: string; marks: Record<string, number> };

/** What was agreed, in hundredths of a point; throws InvalidInput beside the criterion that is no mark. */
export function readAgreement(rubric: SheetShape, form: z.output<ReturnType<typeof agreementInput>>): AgreementForm {
  const { present, heldOn, reason } = form;
  const { marks } = readSheet(rubric, { ...form, revision: 0, note: "", pages: [] });
  const empty = Object.keys(marks).filter((key) => marks[key] === null);
  if (empty.length > 0) throw new InvalidInput(empty.map((key) => ({ path: `mark.${key}`, code: "required", params: {} })));
  const ids = [present].flat().flatMap((text) => parseId("user", text) ?? []);
  return { present: ids, heldOn, reason, marks: marks as Record<string, number> };
}

export const withdrawalInput = z.strictObject({ reason: z.string().trim().min(10).max(600) });
