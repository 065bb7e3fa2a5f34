import { and, asc, inArray, lte, or, eq } from "drizzle-orm";
import { lastCheckpoint, verifierKey } from "#app/features/audit/checkpoints/queries.server.ts";
import type { Checkpoint } from "#app/features/audit/checkpoints/types.ts";
import type { Proofs } from "#app/features/audit/proofs/types.ts";
import { openTree } from "#app/features/audit/tree/queries.server.ts";
import { inclusionProof } from "#app/features/audit/tree/rules.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { auditEntries } from "#db/schema/audit.ts";

type Asked = {
  /** Things whose every entry is proven, such as a list or an edition. */
  subjects?: readonly { kind: string; id: string }[];
  /** Single entries. */
  seqs?: readonly number[];
  /** Only entries of these actions. */
  actions?: readonly string[];
  /** Checkpoint to prove against; the last one by default. Entries after it are left out. */
  checkpoint?: Checkpoint;
};

/**
 * Entries with their inclusion proofs; null while the log has no checkpoint. Records are revealed with their salts: the caller
 * has asked whether the reader may see what they hold. `withoutRecords` takes them out again.
 */
export function proveEntries(ctx: Pick<Ctx, "db" | "keys" | "baseUrl">, asked: Asked): Proofs | null {
  const checkpoint = asked.checkpoint ?? lastCheckpoint(ctx);
  if (!checkpoint) return null;
  const { size } = checkpoint;
  const { range } = openTree(ctx);
  const { seq, leaf, salt, record } = auditEntries;
  const rows = ctx.db.select({ seq, leaf, salt, record }).from(auditEntries).where(and(lte(seq, size), wanted(asked))).orderBy(asc(seq)).all();
  const entries = rows.map((row) => ({ ...row, proof: inclusionProof(range, { index: row.seq - 1, size }).map((hash) => hash.toString("hex")) }));
  return { format: "anugerah-proof/1", key: verifierKey(ctx), checkpoint: checkpoint.note, entries };
}

function wanted({ subjects = [], seqs = [], actions }: Asked) {
  const of = subjects.map(({ kind, id }) => and(eq(auditEntries.subjectKind, kind), eq(auditEntries.subjectId, id)));
  const which = or(...of, seqs.length > 0 ? inArray(auditEntries.seq, [...seqs]) : undefined);
  // Nothing asked for is nothing proven, not everything.
  return and(which ?? eq(auditEntries.seq, 0), actions ? inArray(auditEntries.action, [...actions]) : undefined);
}
