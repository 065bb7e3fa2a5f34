import { desc, eq, isNull, max } from "drizzle-orm";
import type { Ctx } from "#app/lib/ctx.ts";
import { auditExaminations } from "#db/schema/audit.ts";

type Row = typeof auditExaminations.$inferSelect;

/** The examination that is waited for, if any. */
export const findOpenExamination = (ctx: Pick<Ctx, "db">): Row | undefined =>
  ctx.db.select().from(auditExaminations).where(isNull(auditExaminations.finishedAt)).orderBy(desc(auditExaminations.number)).limit(1).get();

export function insertExamination(ctx: Pick<Ctx, "db">, asked: Pick<Row, "askedBy" | "askedAt">): number {
  const last = ctx.db.select({ last: max(auditExaminations.number) }).from(auditExaminations).get()?.last ?? 0;
  ctx.db.insert(auditExaminations).values({ number: last + 1, ...asked }).run();
  return last + 1;
}

export function finishExamination(ctx: Pick<Ctx, "db">, number: number, found: Partial<Row>): void {
  ctx.db.update(auditExaminations).set(found).where(eq(auditExaminations.number, number)).run();
}
