import type { Id } from "#app/lib/ids.ts";
import type { ProposalId } from "#app/features/proposals/types.ts";

/** Letters of screening; each is a key below `notifications.mails` and `notifications.notices`. */
export const letterKinds = [
  "screeningPassed",
  "screeningFailed",
  "screeningReturned",
  "screeningExtended",
  "screeningLapsed",
  "screeningUpheld",
  "screeningDismissed",
] as const;
export type LetterKind = (typeof letterKinds)[number];

/** `key` tells letters of one kind about one entry apart. `until` (UTC ms) is printed in the agency's own zone first. */
export type ScreeningLetter = {
  proposalId: ProposalId;
  kind: LetterKind;
  key: string;
  until?: number;
  given?: { reasonKeys: readonly string[]; reason: string };
  /** Where notice and letter lead; the proposal's page if not said. */
  page?: string;
};

export type Recipient = { userId: Id<"user">; name: string; email: string; locale: "id" | "en" };
