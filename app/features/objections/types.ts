import type { Id } from "#app/lib/ids.ts";

export type ObjectionId = Id<"objection">;
export type ObjectionStatus = "open" | "upheld" | "rejected";

/** An objection of the public against a provisional list (sanggahan), about one of its entries or about the whole. */
export type Objection = {
  id: ObjectionId;
  editionId: Id<"edition">;
  listId: Id<"list">;
  proposalId: Id<"proposal"> | null;
  number: number;
  name: string;
  email: string;
  text: string;
  filedAt: number;
  status: ObjectionStatus;
  decision: string;
  decidedBy: Id<"user"> | null;
  decidedAt: number | null;
};
