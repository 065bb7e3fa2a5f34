import { desc } from "drizzle-orm";
import type { Ctx } from "#app/lib/ctx.ts";
import { auditEntries } from "#db/schema/audit.ts";

export function findLastEntry(ctx: Pick<Ctx, "db">): { seq: number; chain: string } | undefined {
  return ctx.db
    .select({ seq: auditEntries.seq, chain: auditEntries.chain })
    .from(auditEntries)
    .orderBy(desc(auditEntries.seq))
    .limit(1)
    .get();
}

export function insertEntry(ctx: Pick<Ctx, "db">, entry: typeof auditEntries.$inferInsert): void {
  ctx.db.insert(auditEntries).values(entry).run();
}
