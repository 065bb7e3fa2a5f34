import type { Answer, Attachment, Identity } from "#app/features/proposals/types.ts";
import type { ErrorParams } from "#app/lib/errors.ts";

/** A draft as the rules see it. Answers to questions that are no longer asked may be among them and count for nothing. */
export type Draft = {
  identity: Identity;
  answers: readonly Pick<Answer, "fieldKey" | "value" | "words">[];
  attachments: readonly Attachment[];
};

/**
 * Why a draft cannot be submitted yet; `code` is a refusal of this room, `section` the page where it is mended and `field` the
 * question or part on it, where there is one.
 */
export type SubmissionFault = { code: string; params: ErrorParams; section: string; field?: string };
