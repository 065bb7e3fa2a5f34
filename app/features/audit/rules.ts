import { createHash } from "node:crypto";
import type { Seals } from "#app/features/audit/state/types.ts";
import type { ChainedEntry, ChainFault, EntryColumns } from "#app/features/audit/types.ts";
import { canonicalJson, type Json } from "#app/lib/canonical.ts";

/** Chain value before the first entry. */
export const chainStart = "0".repeat(64);

/**
 * Salted Merkle leaf, SHA256(0x00 || salt || record), hex (RFC 6962 section 2.1 with a 32-byte salt): a guessable record such
 * as a score cannot be found from its leaf, and erasing record and salt leaves the leaf standing.
 */
export function leafOf(salt: string, record: string): string {
  return createHash("sha256").update(Buffer.of(0)).update(Buffer.from(salt, "hex")).update(record).digest("hex");
}

/** Next chain value, SHA256(previous || leaf), hex. */
export function chainOf(previous: string, leaf: string): string {
  return createHash("sha256").update(Buffer.from(previous, "hex")).update(Buffer.from(leaf, "hex")).digest("hex");
}

/**
 * Checks one entry against the one before it. An erased record (null) is checked by its leaf alone.
 * Returns the first fault found: a gap in the numbers, a record that is not its leaf, columns that say otherwise than the
 * record, or a broken link.
 */
export function checkEntry(previous: { seq: number; chain: string }, entry: ChainedEntry & EntryColumns): ChainFault | null {
  if (entry.seq !== previous.seq + 1) return { seq: entry.seq, fault: "gap" };
  if (entry.record !== null && (entry.salt === null || leafOf(entry.salt, entry.record) !== entry.leaf)) {
    return { seq: entry.seq, fault: "leaf" };
  }
  if (entry.record !== null && entry.record !== recordWith(entry, entry.record)) return { seq: entry.seq, fault: "columns" };
  if (chainOf(previous.chain, entry.leaf) !== entry.chain) return { seq: entry.seq, fault: "chain" };
  return null;
}

/** The canonical record of an act: what its leaf is made of. `rows` is there only where the act changed watched rows. */
export function recordOf(entry: EntryColumns & { seq: number; data: Json; rows?: Seals | undefined }): string {
  return canonicalJson({
    seq: entry.seq,
    at: entry.at,
    actor: entry.actorId,
    edition: entry.editionId,
    action: entry.action,
    subject: { kind: entry.subjectKind, id: entry.subjectId },
    data: entry.data,
    rows: entry.rows,
  });
}

/** What a record holds that its columns do not. */
export const contentOf = (record: string): { data: Json; rows?: Seals } => JSON.parse(record) as { data: Json; rows?: Seals };

/** The record as the columns tell it, with what only the record holds. */
function recordWith(entry: EntryColumns & { seq: number }, record: string): string {
  const { data, rows } = contentOf(record);
  return recordOf({ ...entry, data, rows });
}
