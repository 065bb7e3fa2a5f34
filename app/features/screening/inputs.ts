import { z } from "zod";
import { type Check, type CheckKey, outcomes, queueStates } from "#app/features/screening/types.ts";
import { agencyKinds } from "#app/features/agencies/types.ts";

const note = z.string().trim().max(400).default("");
const reason = z.string().trim().max(2_000).default("");
const key = z.string().min(1).max(60);

/** Boxes of one name: none, one or many. */
const several = z
  .union([key, z.array(key).max(60)])
  .optional()
  .transform((value) => (value === undefined ? [] : typeof value === "string" ? [value] : value));

/** Findings of a form: `check.<key>` is pass or fail, `note.<key>` its note. A check left open is found by the rule. */
function findingFields(keys: readonly CheckKey[]) {
  const checks = Object.fromEntries(keys.map((one) => [`check.${one}`, z.enum(["pass", "fail"]).optional()]));
  const notes = Object.fromEntries(keys.map((one) => [`note.${one}`, note]));
  return { reason, reasonKeys: several, ...checks, ...notes };
}

export const decisionInput = (keys: readonly CheckKey[]) => z.strictObject({ outcome: z.enum(outcomes), ...findingFields(keys) });

/** The same form while it is being filled in. */
export const draftInput = (keys: readonly CheckKey[]) => z.strictObject({ outcome: z.enum(outcomes).optional(), ...findingFields(keys) });

/** Findings of a parsed form, in the order of the checklist; open checks are left out. */
export function checksOf(keys: readonly CheckKey[], form: Record<string, unknown>): Check[] {
  return keys.flatMap((one) => {
    const finding = form[`check.${one}`];
    return finding === undefined ? [] : [{ key: one, passed: finding === "pass", note: noteOf(form[`note.${one}`]) }];
  });
}

export const noteOf = (typed: unknown): string => (typeof typed === "string" ? typed : "");

/** Findings as they are kept with a decision. */
export const storedChecks = z.array(z.strictObject({ key: z.string(), passed: z.boolean(), note: z.string() }));

/** Findings as they are kept before one. */
export const storedDraft = z.strictObject({
  findings: z.record(z.string(), z.enum(["pass", "fail"])),
  notes: z.record(z.string(), z.string()),
  reasons: z.array(z.string()),
  reason: z.string(),
});

/** Why a decision is taken back, or an agency's time lengthened: kept with the trace. */
const whyField = z.string().trim().min(10).max(600);
export const undoInput = z.strictObject({ reason: whyField });

/** What an agency is asked to correct; no field = everything. */
export const correctionInput = z.strictObject({ fields: several, reasonKeys: several, note: z.string().trim().max(2_000).default("") });

/** A later end, as a local time of the edition's zone. */
export const correctionExtensionInput = z.strictObject({ dueAt: z.string().min(1).max(30), reason: whyField });

const empty = z.literal("").transform(() => undefined);

/** The queue's address; what does not fit falls back instead of failing a bookmark. */
export const queueSearch = z.object({
  state: z.enum(queueStates).or(empty).optional().catch(undefined),
  group: z.string().max(60).or(empty).optional().catch(undefined),
  kind: z.enum(agencyKinds).or(empty).optional().catch(undefined),
  search: z.string().trim().max(100).optional().catch(undefined),
  sort: z.enum(["number", "title", "agency", "submittedAt"]).catch("number"),
  dir: z.enum(["asc", "desc"]).catch("asc"),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

/** A page of a list. */
export const pageSearch = z.object({ page: z.coerce.number().int().min(1).max(100_000).catch(1) });
