import { and, desc, eq, isNull, or } from "drizzle-orm";
import { detectedTies, tiedAgencies } from "#app/features/conflicts/ties/queries.server.ts";
import { detectedConflicts, pairKey, tiesByPerson } from "#app/features/conflicts/rules.ts";
import type { ConflictId, ConflictSource, EntryOfAgency, PairKey } from "#app/features/conflicts/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { agencies, agencyMembers } from "#db/schema/agencies.ts";
import { conflicts } from "#db/schema/conflicts.ts";
import { proposals } from "#db/schema/proposals.ts";

type Reach = Pick<Ctx, "db">;

/**
 * Every pair of person and entry of an edition that may not meet: declared for the entry, declared for its agency, or detected:
 * membership of the agency or its hierarchy, past or present, and people of the organising bodies with the bodies' entries. The
 * caller has authorised.
 */
export function conflictPairs(ctx: Reach, editionId: Id<"edition">): Set<PairKey> {
  const entries = entriesOf(ctx, editionId);
  const pairs = detectedConflicts({ assessors: detectedTies(ctx, editionId), entries });
  const declared = standing(ctx, editionId);
  const byAgency = tiesByPerson(declared.flatMap(({ userId, agencyId }) => (agencyId ? [{ userId, agencyId }] : [])));
  for (const pair of detectedConflicts({ assessors: byAgency, entries })) pairs.add(pair);
  for (const { userId, proposalId } of declared) if (proposalId) pairs.add(pairKey(userId, proposalId));
  return pairs;
}

function entriesOf(ctx: Reach, editionId: Id<"edition">): EntryOfAgency[] {
  const columns = { id: proposals.id, agencyId: proposals.agencyId };
  return ctx.db.select(columns).from(proposals).where(eq(proposals.editionId, editionId)).all();
}

function standing(ctx: Reach, editionId: Id<"edition">) {
  const columns = { userId: conflicts.userId, proposalId: conflicts.proposalId, agencyId: conflicts.agencyId };
  const where = and(eq(conflicts.editionId, editionId), isNull(conflicts.withdrawnAt));
  return ctx.db.select(columns).from(conflicts).where(where).all();
}

export type Meeting = {
  editionId: Id<"edition">;
  userId: Id<"user">;
  proposalId: Id<"proposal">;
  agencyId: Id<"agency">;
};

/** Whether one person may not judge one entry, and how that is known; null when nothing stands between them. */
export function findConflict(ctx: Reach, meeting: Meeting): ConflictSource | null {
  const { editionId, userId, proposalId, agencyId } = meeting;
  if (tiedAgencies(ctx, { editionId, userId }).includes(agencyId)) return "detected";
  const declared = and(
    eq(conflicts.editionId, editionId),
    eq(conflicts.userId, userId),
    or(eq(conflicts.proposalId, proposalId), eq(conflicts.agencyId, agencyId)),
    isNull(conflicts.withdrawnAt),
  );
  return ctx.db.select({ id: conflicts.id }).from(conflicts).where(declared).limit(1).get() ? "declared" : null;
}

/** Agencies of which a person is or was a member. */
export const agenciesOf = (ctx: Reach, userId: Id<"user">): Id<"agency">[] =>
  ctx.db
    .selectDistinct({ agencyId: agencyMembers.agencyId })
    .from(agencyMembers)
    .where(eq(agencyMembers.userId, userId))
    .all()
    .map((row) => row.agencyId);

/** What one person may not judge in an edition, by the same sources as `findConflict`: whole agencies and single entries. */
export function listBars(
  ctx: Reach,
  of: { editionId: Id<"edition">; userId: Id<"user"> },
): { agencyIds: Id<"agency">[]; proposalIds: Id<"proposal">[] } {
  const declared = standing(ctx, of.editionId).filter((row) => row.userId === of.userId);
  return {
    agencyIds: [...tiedAgencies(ctx, of), ...declared.flatMap(({ agencyId }) => agencyId ?? [])],
    proposalIds: declared.flatMap(({ proposalId }) => proposalId ?? []),
  };
}

export type DeclaredConflict = { id: ConflictId; agencyName: string; reason: string; declaredAt: number };

/** Agencies with which the asking person has declared a conflict in an edition, newest first. */
export function listMyAgencyConflicts(ctx: Ctx, editionId: Id<"edition">): DeclaredConflict[] {
  if (!ctx.actor) return [];
  const mine = and(eq(conflicts.editionId, editionId), eq(conflicts.userId, ctx.actor.userId), isNull(conflicts.withdrawnAt));
  return ctx.db
    .select({ id: conflicts.id, agencyName: agencies.name, reason: conflicts.reason, declaredAt: conflicts.declaredAt })
    .from(conflicts)
    .innerJoin(agencies, eq(agencies.id, conflicts.agencyId))
    .where(mine)
    .orderBy(desc(conflicts.declaredAt), desc(conflicts.id))
    .all();
}
