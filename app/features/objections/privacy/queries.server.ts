import { asc, eq } from "drizzle-orm";
import type { Ctx } from "#app/lib/ctx.ts";
import type { PersonalRecord } from "#app/lib/personal-record.ts";
import { objections } from "#db/schema/objections.ts";

/** Objections filed from an address that is known to be the person's. */
export function personalRecords(ctx: Pick<Ctx, "db">, email: string): PersonalRecord[] {
  const own = ctx.db.select().from(objections).where(eq(objections.email, email)).orderBy(asc(objections.filedAt)).all();
  return own.map((row) => ({ kind: "objection", at: row.filedAt, facts: { number: row.number, name: row.name, status: row.status, text: row.text } }));
}
