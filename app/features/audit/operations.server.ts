import { canonicalJson } from "#app/lib/canonical.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { chainOf, chainStart, leafOf } from "#app/features/audit/rules.ts";
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
  const actorId = ctx.actor?.userId ?? null;
  const editionId = fact.editionId ?? null;
  const record = canonicalJson({
    seq,
    at: ctx.now,
    actor: actorId,
    edition: editionId,
    action: fact.action,
    subject: { kind: fact.subject.kind, id: fact.subject.id },
    data: fact.data ?? null,
  });
  const salt = Buffer.from(ctx.randomBytes(32)).toString("hex");
  const leaf = leafOf(salt, record);
  insertEntry(ctx, {
    seq,
    at: ctx.now,
    editionId,
    actorId,
    action: fact.action,
    subjectKind: fact.subject.kind,
    subjectId: fact.subject.id,
    record,
    salt,
    leaf,
    chain: chainOf(last.chain, leaf),
  });
}
