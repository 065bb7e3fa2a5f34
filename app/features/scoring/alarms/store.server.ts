import type { Ctx } from "#app/lib/ctx.ts";
import { alarmAnswers } from "#db/schema/scoring.ts";

export const insertAlarmAnswer = (ctx: Pick<Ctx, "db">, row: typeof alarmAnswers.$inferInsert): unknown => ctx.db.insert(alarmAnswers).values(row).run();
