import type { Ctx } from "#app/lib/ctx.ts";
import { chainOf, chainStart, leafOf, recordOf } from "#app/features/audit/rules.ts";
import { partsOfSeals } from "#app/features/audit/state/rules.ts";
import { takeSeals } from "#app/features/audit/state/store.server.ts";
import type { Seals } from "#app/features/audit/state/types.ts";
import { findLastEntry, insertEntry } from "#app/features/audit/store.server.ts";
import type { AuditFact } from "#app/features/audit/types.ts";

/**
 * Appends the entry of an act to the chain, inside the transaction of the act: change and entry commit together or not at all.
 * The entry holds every watched row the act has changed so far, so call it after the store; an act of very many rows takes
 * further entries (`audit.moreRows`). Throws when called outside a transaction.
 */
export function recordAudit(ctx: Ctx, fact: AuditFact): void {
  if (!ctx.db.$client.inTransaction) throw new Error("an audit entry belongs to the transaction of its act");
  const [first, ...more] = partsOfSeals(takeSeals(ctx));
  append(ctx, fact, first);
  for (const part of more) append(ctx, { action: "audit.moreRows", subject: fact.subject, editionId: fact.editionId }, part);
}

function append(ctx: Ctx, fact: AuditFact, rows: Seals | undefined): void {
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
  const record = recordOf({ ...columns, seq, data: fact.data ?? null, rows });
  const salt = Buffer.from(ctx.randomBytes(32)).toString("hex");
  const leaf = leafOf(salt, record);
  insertEntry(ctx, { ...columns, seq, record, salt, leaf, chain: chainOf(last.chain, leaf) });
}
