import { and, inArray, isNotNull, or, sql } from "drizzle-orm";
import type { Ctx } from "#app/lib/ctx.ts";
import { auditEntries } from "#db/schema/audit.ts";

/** Takes record and salt from every entry whose record holds one of the texts; leaf and chain stay. Returns how many. */
export function eraseRecordsWith(ctx: Pick<Ctx, "db">, texts: readonly string[]): number {
  const holds = or(...texts.map((text) => sql`instr(${auditEntries.record}, ${text}) > 0`));
  const found = ctx.db.select({ seq: auditEntries.seq }).from(auditEntries).where(and(isNotNull(auditEntries.record), holds)).all();
  const seqs = found.map(({ seq }) => seq);
  for (let i = 0; i < seqs.length; i += 500) {
    ctx.db.update(auditEntries).set({ record: null, salt: null }).where(inArray(auditEntries.seq, seqs.slice(i, i + 500))).run();
  }
  return seqs.length;
}
