import { and, asc, desc, eq, gt, lt } from "drizzle-orm";
import { checkEntry, chainStart } from "#app/features/audit/rules.ts";
import type { ChainFault } from "#app/features/audit/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { auditEntries } from "#db/schema/audit.ts";

const pageSize = 2_000;

export type AuditVerification = { entries: number; head: string; fault: ChainFault | null };

/** Walks the whole chain in pages and names the first bad entry, if any. */
export function verifyAuditChain(ctx: Pick<Ctx, "db">): AuditVerification {
  let last = { seq: 0, chain: chainStart };
  for (;;) {
    const page = ctx.db
      .select()
      .from(auditEntries)
      .where(gt(auditEntries.seq, last.seq))
      .orderBy(asc(auditEntries.seq))
      .limit(pageSize)
      .all();
    if (page.length === 0) return { entries: last.seq, head: last.chain, fault: null };
    for (const entry of page) {
      const fault = checkEntry(last, entry);
      if (fault) return { entries: last.seq, head: last.chain, fault };
      last = { seq: entry.seq, chain: entry.chain };
    }
  }
}

export type AuditRow = {
  seq: number;
  at: number;
  actorId: string | null;
  action: string;
  subjectKind: string;
  subjectId: string;
  chain: string;
};

/** Entries of an edition, newest first, `before` a sequence number. The caller has asked `mayReadAudit`. */
export function listAuditEntries(
  ctx: Pick<Ctx, "db">,
  filter: { editionId: string; before?: number; limit: number },
): AuditRow[] {
  const scope = eq(auditEntries.editionId, filter.editionId);
  return ctx.db
    .select({
      seq: auditEntries.seq,
      at: auditEntries.at,
      actorId: auditEntries.actorId,
      action: auditEntries.action,
      subjectKind: auditEntries.subjectKind,
      subjectId: auditEntries.subjectId,
      chain: auditEntries.chain,
    })
    .from(auditEntries)
    .where(filter.before === undefined ? scope : and(scope, lt(auditEntries.seq, filter.before)))
    .orderBy(desc(auditEntries.seq))
    .limit(filter.limit)
    .all();
}
