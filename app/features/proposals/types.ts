import type { Words } from "#app/features/competitions/definition/types.ts";
import type { ScanState } from "#app/features/proposals/attachments/types.ts";
import type { Id } from "#app/lib/ids.ts";

export type ProposalId = Id<"proposal">;
export type AttachmentId = Id<"attachment">;

/** Position: di unit, di admin lokal, diajukan; or taken back. */
export type ProposalStatus = "atUnit" | "atAgency" | "submitted" | "withdrawn";

/** The furthest stage an entry has reached. `draft` is no entry yet, or no longer one. */
export type Reach = "draft" | "submitted" | "failed" | "passed" | "finalist" | "winner";

/** Steps of the status machine; each leaves a row in the proposal's history. */
export type StepName = "handOver" | "return" | "submit" | "revise" | "correct" | "withdraw";

export type Proposal = {
  id: ProposalId;
  editionId: Id<"edition">;
  agencyId: Id<"agency">;
  number: number | null;
  title: string;
  titleKey: string;
  unit: string;
  /** Unit of the agency's tree that `unit` names; null for free text. */
  unitId: Id<"unit"> | null;
  innovator: string;
  groupKey: string;
  categoryKey: string;
  /** Day YYYY-MM-DD. */
  startedOn: string | null;
  status: ProposalStatus;
  reach: Reach;
  revision: number;
  createdBy: Id<"user">;
  createdAt: number;
  updatedAt: number;
  submittedAt: number | null;
};

/** What identifies an innovation, apart from the questions of the form. */
export type Identity = {
  title: string;
  groupKey: string;
  categoryKey: string;
  unit: string;
  innovator: string;
  startedOn: string | null;
};

export type Answer = { fieldKey: string; value: string; words: number; revision: number };

/** A live attachment: at most one a field, evidence of an answer or the answer to a file question. */
export type Attachment = {
  id: AttachmentId;
  fieldKey: string;
  fileName: string;
  bytes: number;
  sha256: string;
  uploadedAt: number;
  /** How the virus scanner left it; absent where nobody asked. */
  scan?: ScanState;
};

/** complete; missing; over the limit; not readable as what was asked; optional and left empty. */
export type ItemState = "complete" | "missing" | "over" | "invalid" | "empty";

/** One line of the completeness list. `section` is the page of the editor on which it is mended. */
export type CompletenessItem = {
  key: string;
  section: string;
  /** Name of the question; null for a part of the identity, whose word is the product's own. */
  label: Words | null;
  state: ItemState;
  words: number | null;
  /** Most words; null = no limit or not text. */
  limit: number | null;
};

/** An entry as later rooms list it: what was submitted last, never what is being redrafted. */
export type Entry = {
  id: ProposalId;
  number: number;
  title: string;
  agencyId: Id<"agency">;
  agencyName: string;
  agencyKind: string;
  provinceCode: string | null;
  unit: string;
  groupKey: string;
  categoryKey: string;
  reach: Reach;
  submittedAt: number;
};

export type SubmittedAnswer = { value: string; words: number };
export type SubmittedFile = { id: AttachmentId; fieldKey: string; fileName: string; bytes: number; sha256: string };

/** One frozen version of a proposal, exactly as it was submitted. */
export type SubmittedContent = {
  version: number;
  sha256: string;
  submittedAt: number;
  title: string;
  groupKey: string;
  categoryKey: string;
  startedOn: string;
  unit: string;
  innovator: string;
  answers: Record<string, SubmittedAnswer>;
  attachments: SubmittedFile[];
};

export type SubmissionReceipt = { number: number; text: string; version: number; sha256: string };
