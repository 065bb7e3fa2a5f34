import { asc, eq } from "drizzle-orm";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import type { PersonalRecord } from "#app/lib/personal-record.ts";
import { conflicts } from "#db/schema/conflicts.ts";
import { proposals } from "#db/schema/proposals.ts";

/** Conflicts of interest a person declared, or that were found. */
export function personalRecords(ctx: Pick<Ctx, "db">, userId: Id<"user">): PersonalRecord[] {
  const rows = ctx.db
    .select({ entry: proposals.number, reason: conflicts.reason, source: conflicts.source, conflictKind: conflicts.kind, state: conflicts.state, region: conflicts.regionCode, withdrawnAt: conflicts.withdrawnAt, at: conflicts.declaredAt })
    .from(conflicts)
    .leftJoin(proposals, eq(proposals.id, conflicts.proposalId))
    .where(eq(conflicts.userId, userId))
    .orderBy(asc(conflicts.declaredAt))
    .all();
  return rows.map(({ at, ...facts }) => ({ kind: "conflict", at, facts }));
}
