import { z } from "zod";
import { type Check, checkKeys, type CheckKey, outcomes, queueStates } from "#app/features/screening/types.ts";
import { agencyKinds } from "#app/features/agencies/types.ts";

const note = z.string().trim().max(400).default("");

/** The decision form: `check.<key>` is pass or fail, `note.<key>` its note. A check left open is found by the rule. */
export function decisionInput(keys: readonly CheckKey[]) {
  const checks = Object.fromEntries(keys.map((key) => [`check.${key}`, z.enum(["pass", "fail"]).optional()]));
  const notes = Object.fromEntries(keys.map((key) => [`note.${key}`, note]));
  return z.strictObject({ outcome: z.enum(outcomes), reason: z.string().trim().max(2_000).default(""), ...checks, ...notes });
}

/** Findings of a parsed form, in the order of the checklist; open checks are left out. */
export function checksOf(keys: readonly CheckKey[], form: Record<string, string | undefined>): Check[] {
  return keys.flatMap((key) => {
    const finding = form[`check.${key}`];
    return finding === undefined ? [] : [{ key, passed: finding === "pass", note: form[`note.${key}`] ?? "" }];
  });
}

/** Findings as they are kept with a decision. */
export const storedChecks = z.array(z.strictObject({ key: z.enum(checkKeys), passed: z.boolean(), note: z.string() }));

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
