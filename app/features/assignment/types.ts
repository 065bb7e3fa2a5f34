import type { Id } from "#app/lib/ids.ts";

export type AssignmentId = Id<"assignment">;

/** Who reads which entry. */
export type ReaderPair = { proposalId: Id<"proposal">; userId: Id<"user"> };

export type Assignment = ReaderPair & {
  id: AssignmentId;
  editionId: Id<"edition">;
  /** Stage key of the edition's definition. */
  stage: string;
  assignedAt: number;
  /** Recused; the row stays as history. */
  endedAt: number | null;
  endReason: string | null;
};

/** An entry that has fewer readers than the edition asks for, because nobody else may read it. */
export type Lacking = { proposalId: Id<"proposal">; missing: number };

export type ReaderPlan = { pairs: ReaderPair[]; lacking: Lacking[] };
