import { asc, eq } from "drizzle-orm";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import type { PersonalRecord } from "#app/lib/personal-record.ts";
import { scoreSheets } from "#db/schema/scoring.ts";
import { proposals } from "#db/schema/proposals.ts";

/** Score sheets a person wrote. */
export function personalRecords(ctx: Pick<Ctx, "db">, userId: Id<"user">): PersonalRecord[] {
  const rows = ctx.db
    .select({ entry: proposals.number, stage: scoreSheets.stage, status: scoreSheets.status, note: scoreSheets.note, privateNote: scoreSheets.privateNote, lockedAt: scoreSheets.lockedAt, at: scoreSheets.updatedAt })
    .from(scoreSheets)
    .leftJoin(proposals, eq(proposals.id, scoreSheets.proposalId))
    .where(eq(scoreSheets.userId, userId))
    .orderBy(asc(scoreSheets.updatedAt))
    .all();
  return rows.map(({ at, ...facts }) => ({ kind: "sheet", at, facts }));
}
