import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { id, instant } from "#db/columns.ts";

export const auditEntries = sqliteTable(
  "audit_entries",
  {
    /** Without gaps, issued inside the writer's transaction. */
    seq: integer("seq").primaryKey(),
    at: instant("at").notNull(),
    editionId: text("edition_id"),
    actorId: text("actor_id"),
    action: text("action").notNull(),
    subjectKind: text("subject_kind").notNull(),
    subjectId: text("subject_id").notNull(),
    /** RFC 8785 canonical JSON of the whole record; null once erased by law (the leaf stays). */
    record: text("record"),
    salt: text("salt"),
    leaf: text("leaf").notNull(),
    chain: text("chain").notNull(),
  },
  (t) => [index("audit_subject").on(t.subjectKind, t.subjectId, t.seq), index("audit_edition").on(t.editionId, t.seq)],
);

/** Nodes of complete blocks of leaves, so that a proof need not hash the whole log; what was hashed once can be checked against the leaves. */
export const auditBlocks = sqliteTable("audit_blocks", {
  /** Block n covers the entries of seq 256 n + 1 to 256 n + 256. */
  number: integer("number").primaryKey(),
  hash: text("hash").notNull(),
});

/** What a signed statement on the log was made for. */
export const checkpointReasons = ["daily", "opened", "assigned", "marking", "signed", "published", "final", "asked"] as const;

/** Signed tree heads, in the order they were made. */
export const auditCheckpoints = sqliteTable(
  "audit_checkpoints",
  {
    number: integer("number").primaryKey(),
    at: instant("at").notNull(),
    reason: text("reason", { enum: checkpointReasons }).notNull(),
    editionId: text("edition_id"),
    /** Entries it covers. */
    size: integer("size").notNull(),
    root: text("root").notNull(),
    /** C2SP signed note: what is published, byte for byte. */
    note: text("note").notNull(),
  },
  (t) => [index("audit_checkpoints_edition").on(t.editionId, t.number)],
);

/** Examinations of the whole log and of the state, done by the worker. */
export const auditExaminations = sqliteTable("audit_examinations", {
  number: integer("number").primaryKey(),
  askedBy: text("asked_by"),
  askedAt: instant("asked_at").notNull(),
  finishedAt: instant("finished_at"),
  /** Entries and rows that were checked. */
  entries: integer("entries"),
  rows: integer("rows"),
  head: text("head"),
  faults: integer("faults"),
  /** The first faults, as `examineLog` names them. */
  named: text("named", { mode: "json" }).$type<Record<string, string | number | null>[]>(),
});

/** Who else signs checkpoints: a house of its own, with a key of its own. Neither is changed. */
export const auditWitnesses = sqliteTable("audit_witnesses", {
  id: id("id", "witness").primaryKey(),
  /** What people call it: Inspektorat, BPKP. */
  title: text("title").notNull(),
  /** Name of the key, as it stands in signed notes. */
  name: text("name").notNull().unique(),
  /** Base64 of the 32 bytes of its Ed25519 key. */
  publicKey: text("public_key").notNull().unique(),
  registeredBy: id("registered_by", "user").notNull(),
  registeredAt: instant("registered_at").notNull(),
});

/** Signatures of witnesses under checkpoints, as they were handed in; none is changed or taken away. */
export const auditCosignatures = sqliteTable(
  "audit_cosignatures",
  {
    id: id("id", "cosignature").primaryKey(),
    checkpoint: integer("checkpoint")
      .notNull()
      .references(() => auditCheckpoints.number),
    witnessId: id("witness_id", "witness")
      .notNull()
      .references(() => auditWitnesses.id),
    kind: text("kind", { enum: ["cosignature/v1", "note"] }).notNull(),
    /** Instant it states, UTC ms; a plain signature of a note states none. */
    signedAt: instant("signed_at"),
    /** The line of the note, byte for byte. */
    line: text("line").notNull(),
    receivedAt: instant("received_at").notNull(),
  },
  (t) => [uniqueIndex("audit_cosignatures_once").on(t.checkpoint, t.witnessId, t.kind)],
);
