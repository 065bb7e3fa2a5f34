import type { Ctx } from "#app/lib/ctx.ts";
import { chainOf, chainStart, leafOf, recordOf } from "#app/features/audit/rules.ts";
import { findLastEntry, insertEntry } from "#app/features/audit/store.server.ts";
import type { AuditFact } from "#app/features/audit/types.ts";

/**
 * Appends one entry to the chain, inside the transaction of the act it records: change and entry commit together or not at
 * all. Throws when called outside a transaction.
 */
export function recordAudit(ctx: Ctx, fact: AuditFact): void {
  if (!ctx.db.$client.inTransaction) throw new Error("an audit entry belongs to the transaction of its act");
  const last = findLastEntry(ctx) ?? { seq: 0, chain: chainStart };
  const seq = last.seq + 1;
  const columns = {
    at: ctx.now,
    editionId: fact.editionId ?? null,
    actorId: ctx.actor?.userId ?? null,
    action: fact.action,
    subjectKind: fact.subject.kind,
    subjectId: fact.subject.id,
  };
  const record = recordOf({ ...columns, seq, data: fact.data ?? null });
  const salt = Buffer.from(ctx.randomBytes(32)).toString("hex");
  const leaf = leafOf(salt, record);
  insertEntry(ctx, { ...columns, seq, record, salt, leaf, chain: chainOf(last.chain, leaf) });
}
