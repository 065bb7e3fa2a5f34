import { z } from "zod";

const word = (most: number) => z.string().trim().max(most).default("");

/** What the log of an edition is filtered by, in the address: person, act, thing, day (YYYY-MM-DD in the edition's zone), and before which entry. */
export const auditFilterInput = z.object({
  actor: word(64),
  action: word(64),
  subject: word(64),
  day: z.union([z.literal(""), z.iso.date()]).default("").catch(""),
  before: z.coerce.number().int().positive().optional().catch(undefined),
});

export type AuditFilter = z.output<typeof auditFilterInput>;
