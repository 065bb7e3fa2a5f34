import { asc, eq } from "drizzle-orm";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import type { PersonalRecord } from "#app/lib/personal-record.ts";
import { agencies, agencyMembers } from "#db/schema/agencies.ts";

/** Agencies a person belongs or belonged to. */
export function personalRecords(ctx: Pick<Ctx, "db">, userId: Id<"user">): PersonalRecord[] {
  const rows = ctx.db
    .select({ agency: agencies.name, role: agencyMembers.role, unit: agencyMembers.unit, at: agencyMembers.createdAt, removedAt: agencyMembers.removedAt })
    .from(agencyMembers)
    .innerJoin(agencies, eq(agencies.id, agencyMembers.agencyId))
    .where(eq(agencyMembers.userId, userId))
    .orderBy(asc(agencyMembers.createdAt))
    .all();
  return rows.map(({ at, ...facts }) => ({ kind: "membership", at, facts }));
}
