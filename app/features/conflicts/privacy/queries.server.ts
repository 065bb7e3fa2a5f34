import { asc, eq, or } from "drizzle-orm";
import { meansSeat } from "#app/features/conflicts/objecting/rules.ts";
import { seatedPeople } from "#app/features/conflicts/ties/queries.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import type { PersonalRecord } from "#app/lib/personal-record.ts";
import { agencyObjections, conflicts } from "#db/schema/conflicts.ts";
import { proposals } from "#db/schema/proposals.ts";

type Reach = Pick<Ctx, "db">;

/** Conflicts of interest a person declared, or that were found; objections of agencies that he wrote, or that mean him. */
export const personalRecords = (ctx: Reach, userId: Id<"user">): PersonalRecord[] => [...conflictsOf(ctx, userId), ...objectionsOn(ctx, userId)];

function conflictsOf(ctx: Reach, userId: Id<"user">): PersonalRecord[] {
  const rows = ctx.db
    .select({ entry: proposals.number, reason: conflicts.reason, source: conflicts.source, conflictKind: conflicts.kind, state: conflicts.state, region: conflicts.regionCode, withdrawnAt: conflicts.withdrawnAt, at: conflicts.declaredAt })
    .from(conflicts)
    .leftJoin(proposals, eq(proposals.id, conflicts.proposalId))
    .where(eq(conflicts.userId, userId))
    .orderBy(asc(conflicts.declaredAt))
    .all();
  return rows.map(({ at, ...facts }) => ({ kind: "conflict", at, facts }));
}

/** What an agency said of the person is his to know; which agency said it stays between it and the secretariat. */
function objectionsOn(ctx: Reach, userId: Id<"user">): PersonalRecord[] {
  const { editionId, declaredBy, meantUserId, declaredAt } = agencyObjections;
  const own = ctx.db.select().from(agencyObjections).where(or(eq(declaredBy, userId), eq(meantUserId, userId), eq(agencyObjections.about, "person"))).orderBy(asc(editionId), asc(declaredAt)).all();
  const seats = new Map([...new Set(own.map((row) => row.editionId))].map((id) => [id, seatedPeople(ctx, { editionId: id, userId })]));
  return own
    .filter((row) => row.declaredBy === userId || row.meantUserId === userId || seats.get(row.editionId)?.some((seat) => meansSeat(row, seat)))
    .map(({ name, reason, state, declaredAt: at }) => ({ kind: "agencyObjection", at, facts: { name, reason, state } }));
}
