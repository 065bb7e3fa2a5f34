import { count, desc, eq } from "drizzle-orm";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import type { PersonalRecord } from "#app/lib/personal-record.ts";
import { auditEntries } from "#db/schema/audit.ts";

/** Most acts that are handed over one by one; the number of all of them is always said. */
const most = 1_000;

/** What a person did, the newest first. */
export function personalRecords(ctx: Pick<Ctx, "db">, userId: Id<"user">): PersonalRecord[] {
  const own = eq(auditEntries.actorId, userId);
  const total = ctx.db.select({ n: count() }).from(auditEntries).where(own).get()?.n ?? 0;
  const acts = ctx.db.select().from(auditEntries).where(own).orderBy(desc(auditEntries.seq)).limit(most).all();
  const records = acts.map((act) => ({ kind: "act", at: act.at, facts: { action: act.action, subject: act.subjectKind } }));
  return total > most ? [{ kind: "actCount", at: null, facts: { total } }, ...records] : records;
}
