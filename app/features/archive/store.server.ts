import type { AwardRecord, YearAggregate } from "#app/features/archive/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { awardRecords, yearAggregates } from "#db/schema/archive.ts";

export const allRecords = (ctx: Ctx): AwardRecord[] => ctx.db.select().from(awardRecords).all();

export const allAggregates = (ctx: Ctx): YearAggregate[] => ctx.db.select().from(yearAggregates).all();

export function insertRecord(ctx: Ctx, record: AwardRecord): void {
  ctx.db.insert(awardRecords).values(record).run();
}

export function insertAggregate(ctx: Ctx, aggregate: YearAggregate): void {
  ctx.db.insert(yearAggregates).values(aggregate).run();
}
