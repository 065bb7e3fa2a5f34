import { eq } from "drizzle-orm";
import type { ReminderRun } from "#app/features/proposals/reminders/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { reminderRuns } from "#db/schema/communications.ts";

export const findRuns = (ctx: Pick<Ctx, "db">, editionId: Id<"edition">): ReminderRun[] =>
  ctx.db
    .select()
    .from(reminderRuns)
    .where(eq(reminderRuns.editionId, editionId))
    .all()
    .map(({ stage, audience, hoursBefore, closesAt }) => ({ stage, to: audience as ReminderRun["to"], hoursBefore, closesAt }));

export function insertRun(ctx: Ctx, editionId: Id<"edition">, { to, ...run }: ReminderRun & { told: number }): void {
  ctx.db.insert(reminderRuns).values({ editionId, ...run, audience: to, at: ctx.now }).onConflictDoNothing().run();
}
