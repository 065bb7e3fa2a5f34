import { z } from "zod";
import type { AttachmentId } from "#app/features/proposals/types.ts";
import { cleanLine } from "#app/lib/clean-text.ts";

const key = z.string().min(1).max(60);
/** A name or a title: measured as it will be stored, so that signs nobody sees are no title. */
const line = (longest: number, shortest = 0) => z.string().transform(cleanLine).pipe(z.string().min(shortest).max(longest));
const revision = z.coerce.number().int().min(0);

export const newProposalInput = z.strictObject({
  editionId: z.string().min(1).max(64),
  title: line(300, 1),
  groupKey: key,
  categoryKey: key,
  unit: line(330, 1),
});

/** The identity as a form sends it; parts still empty stay empty. */
export const identityInput = z.strictObject({
  revision,
  title: line(300, 1),
  groupKey: key,
  categoryKey: key,
  unit: line(330),
  innovator: line(200),
  startedOn: z.union([z.literal("").transform(() => null), z.iso.date()]),
});

const noteText = z.string().trim().max(2_000).min(10);
export const returnInput = z.strictObject({ note: noteText });
export const withdrawalInput = z.strictObject({ note: noteText });
/** The declaration of the edition, accepted by its box. */
export const submissionInput = z.strictObject({
  accepted: z
    .string()
    .optional()
    .refine((value) => value === "yes", "notAccepted")
    .transform(() => true as const),
});
/** `upload` names a file that came in pieces; without it the file is part of the form. */
export const attachmentInput = z.strictObject({
  fieldKey: key,
  section: z.string().regex(/^[\w-]{1,70}$/),
  upload: z.string().max(64).optional(),
});

/** What is announced of a file before its bytes come. */
export const uploadInput = z.strictObject({ proposalId: z.string().max(64), fieldKey: key, fileName: z.string().max(1_000) });

/** A frozen version as it was written by a submission; read back from its JSON column. */
export const frozenContent = z.object({
  title: z.string(),
  groupKey: z.string(),
  categoryKey: z.string(),
  startedOn: z.string(),
  unit: z.string(),
  innovator: z.string(),
  answers: z.record(z.string(), z.object({ value: z.string(), words: z.number().int() })),
  attachments: z.array(
    z.object({
      id: z.string().transform((id) => id as AttachmentId),
      fieldKey: z.string(),
      fileName: z.string(),
      bytes: z.number().int(),
      sha256: z.string(),
    }),
  ),
});

const column = z.enum(["number", "title", "agency", "kind", "submitted"]);

/** What the list of entries can be asked by its address; anything unknown falls back to the plain list. */
export const entryFilterInput = z.object({
  search: z.string().trim().max(100).catch("").default(""),
  group: z.string().max(60).catch("").default(""),
  category: z.string().max(60).catch("").default(""),
  kind: z.string().max(20).catch("").default(""),
  province: z.string().max(10).catch("").default(""),
  reach: z.enum(["through", "submitted", "failed", "passed", "finalist", "winner"]).nullable().catch(null).default(null),
  sort: column.catch("number").default("number"),
  dir: z.enum(["asc", "desc"]).catch("asc").default("asc"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
});
