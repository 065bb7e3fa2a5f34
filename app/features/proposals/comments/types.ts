import type { Words } from "#app/features/competitions/definition/types.ts";
import type { ProposalId } from "#app/features/proposals/types.ts";
import type { Id } from "#app/lib/ids.ts";

export type CommentId = Id<"comment">;

/** A thread is open until it is resolved; answering or reopening opens it again. */
export type ThreadState = "open" | "resolved";
export type ThreadStep = "answer" | "resolve" | "reopen";

/** `part`: key of a question, `identity` for the first page, empty for the proposal as a whole. UTC ms. */
export type Comment = {
  id: CommentId;
  proposalId: ProposalId;
  threadId: CommentId;
  part: string;
  text: string;
  writtenBy: Id<"user">;
  writtenAt: number;
  resolvedBy: Id<"user"> | null;
  resolvedAt: number | null;
};

export type CommentView = { id: CommentId; text: string; by: string; at: number; mine: boolean };

/** A first comment with its answers, as members of the agency read it. `section` is the editor's page of the part. */
export type Thread = {
  id: CommentId;
  part: string;
  /** null for the proposal as a whole and for the first page, whose words are the product's own. */
  label: Words | null;
  section: string;
  state: ThreadState;
  comments: CommentView[];
  resolved: { by: string; at: number } | null;
  may: { answer: boolean; resolve: boolean; reopen: boolean };
};
