import { z } from "zod";
import type { AgencyId } from "#app/features/agencies/types.ts";
import type { AwardId } from "#app/features/archive/types.ts";
import { cleanLine, cleanText } from "#app/lib/clean-text.ts";
import { parseId } from "#app/lib/ids.ts";

const agencyId = z.string().transform((text, ctx): AgencyId => {
  const id = parseId("agency", text);
  if (!id) ctx.addIssue({ code: "custom", message: "required" });
  return id as AgencyId;
});

const awardId = z
  .string()
  .optional()
  .transform((text): AwardId | null => parseId("award", text));

/** An invitation as the form of the organiser sends it; either an award of the archive or its words. */
export const invitationInput = z.strictObject({
  agencyId,
  groupKey: z.string().min(1).max(60),
  awardId,
  reference: z.string().max(300).transform(cleanLine),
  note: z.string().max(1_000).transform((text) => cleanText(text).trim()),
});

export const withdrawalInput = z.strictObject({ reason: z.string().trim().min(10).max(1_000) });

/** What the list of invitations can be asked by its address; anything odd falls back to the plain list. */
export const invitationFilterInput = z.object({
  search: z.string().trim().max(100).catch("").default(""),
  state: z.enum(["standing", "used", "withdrawn"]).nullable().catch(null).default(null),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
});

export type InvitationFilter = z.infer<typeof invitationFilterInput>;
