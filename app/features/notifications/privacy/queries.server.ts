import { desc, eq } from "drizzle-orm";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import type { PersonalRecord } from "#app/lib/personal-record.ts";
import { notices, outbox } from "#db/schema/notifications.ts";

/** Notices left for a person and letters written to their address. */
export function personalRecords(ctx: Pick<Ctx, "db">, person: { userId: Id<"user">; email: string }): PersonalRecord[] {
  const left = ctx.db.select().from(notices).where(eq(notices.userId, person.userId)).orderBy(desc(notices.createdAt)).all();
  const written = ctx.db.select().from(outbox).where(eq(outbox.recipient, person.email)).orderBy(desc(outbox.createdAt)).all();
  return [
    ...left.map((row) => ({ kind: "notice", at: row.createdAt, facts: { about: row.kind, readAt: row.readAt } })),
    ...written.map((row) => ({ kind: "letter", at: row.createdAt, facts: { template: row.template, status: row.status } })),
  ];
}
