import type { Json } from "#app/lib/canonical.ts";

/** What happened, said by the operation that did it: committee's verb, thing, and the facts one would ask about later. */
export type AuditFact = {
  /** `room.verb`, such as proposals.submit. */
  action: string;
  subject: { kind: string; id: string };
  editionId?: string | null;
  data?: Json;
};

export type ChainedEntry = { seq: number; record: string | null; salt: string | null; leaf: string; chain: string };

/** The columns of an entry that repeat what its record says, for lists and filters. */
export type EntryColumns = {
  at: number;
  actorId: string | null;
  editionId: string | null;
  action: string;
  subjectKind: string;
  subjectId: string;
};

export type ChainFault = { seq: number; fault: "gap" | "leaf" | "columns" | "chain" };
