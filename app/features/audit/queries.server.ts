import { asc, gt } from "drizzle-orm";
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
