import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { AgencyId, MemberRole, UnitId } from "#app/features/agencies/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { DomainError } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { agencies, agencyMembers } from "#db/schema/agencies.ts";

type Reach = Pick<Ctx, "db">;
export type AgencyRow = typeof agencies.$inferSelect;
export type MemberRow = typeof agencyMembers.$inferSelect;

export const findAllAgencies = (ctx: Reach): AgencyRow[] => ctx.db.select().from(agencies).all();

export function insertAgency(ctx: Reach, agency: AgencyRow): void {
  ctx.db.insert(agencies).values(agency).run();
}

export function updateAgency(ctx: Reach, { id, ...change }: AgencyRow): void {
  ctx.db.update(agencies).set(change).where(eq(agencies.id, id)).run();
}

/** Adds a member, or brings a former one back; refuses `agencies.memberTaken` for a present one. */
export function insertMember(
  ctx: Ctx,
  member: { agencyId: AgencyId; userId: Id<"user">; role: MemberRole; unit: string; unitId: UnitId | null },
): void {
  const { role, unit, unitId } = member;
  const { changes } = ctx.db
    .insert(agencyMembers)
    .values({ ...member, createdAt: ctx.now, removedAt: null })
    .onConflictDoUpdate({
      target: [agencyMembers.agencyId, agencyMembers.userId],
      set: { role, unit, unitId, removedAt: null },
      setWhere: isNotNull(agencyMembers.removedAt),
    })
    .run();
  if (changes === 0) throw new DomainError("agencies.memberTaken", { kind: "conflict" });
}

/** True when this call changed the unit a present member is confined to. */
export const confine = (ctx: Reach, { agencyId, userId, unitId }: { agencyId: AgencyId; userId: Id<"user">; unitId: UnitId | null }): boolean =>
  ctx.db.update(agencyMembers).set({ unitId }).where(present(agencyId, userId)).run().changes === 1;

export const findMember = (ctx: Reach, agencyId: AgencyId, userId: Id<"user">): MemberRow | undefined =>
  ctx.db.select().from(agencyMembers).where(present(agencyId, userId)).get();

/** True when this call ended the membership; false when it had ended before. */
export const endMembership = (ctx: Ctx, agencyId: AgencyId, userId: Id<"user">): boolean =>
  ctx.db.update(agencyMembers).set({ removedAt: ctx.now }).where(present(agencyId, userId)).run().changes === 1;

const present = (agencyId: AgencyId, userId: Id<"user">) =>
  and(eq(agencyMembers.agencyId, agencyId), eq(agencyMembers.userId, userId), isNull(agencyMembers.removedAt));
