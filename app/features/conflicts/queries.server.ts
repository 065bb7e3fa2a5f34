import { and, desc, eq, isNull } from "drizzle-orm";
import { pairKey } from "#app/features/conflicts/rules.ts";
import { barsByPerson } from "#app/features/conflicts/standing/queries.server.ts";
import type { Bars, ConflictId, ConflictKind, ConflictSource, ConflictState, PairKey } from "#app/features/conflicts/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { agencies, agencyMembers } from "#db/schema/agencies.ts";
import { conflicts } from "#db/schema/conflicts.ts";
import { proposals } from "#db/schema/proposals.ts";

type Reach = Pick<Ctx, "db" | "now">;

/**
 * Every pair of person and entry of an edition that may not meet now: declared or recognised by the person, said by the agency
 * as the edition allows, or detected: membership of the agency or its hierarchy, past or present, people of the organising
 * bodies with the bodies' entries, the same province where the edition says so, entries written together. The caller has
 * authorised.
 */
export function conflictPairs(ctx: Reach, editionId: Id<"edition">): Set<PairKey> {
  const bars = barsByPerson(ctx, { editionId });
  const entriesOf = new Map<Id<"agency">, Id<"proposal">[]>();
  for (const { id, agencyId } of entriesOfEdition(ctx, editionId)) {
    const known = entriesOf.get(agencyId);
    if (known) known.push(id);
    else entriesOf.set(agencyId, [id]);
  }
  const pairs = new Set<PairKey>();
  for (const [userId, barred] of bars) {
    for (const agencyId of barred.agencies.keys()) for (const id of entriesOf.get(agencyId) ?? []) pairs.add(pairKey(userId, id));
    for (const id of barred.entries.keys()) pairs.add(pairKey(userId, id));
  }
  return pairs;
}

/** The same as a question, for a few entries of an edition: whether a person may not judge one. The caller has authorised. */
export function barringOf(ctx: Reach, editionId: Id<"edition">): (userId: Id<"user">, of: { proposalId: Id<"proposal">; agencyId: Id<"agency"> }) => boolean {
  const bars = barsByPerson(ctx, { editionId });
  return (userId, { proposalId, agencyId }) => {
    const own = bars.get(userId);
    return own !== undefined && (own.agencies.has(agencyId) || own.entries.has(proposalId));
  };
}

const entriesOfEdition = (ctx: Reach, editionId: Id<"edition">) =>
  ctx.db.select({ id: proposals.id, agencyId: proposals.agencyId }).from(proposals).where(eq(proposals.editionId, editionId)).all();

export type Meeting = {
  editionId: Id<"edition">;
  userId: Id<"user">;
  proposalId: Id<"proposal">;
  agencyId: Id<"agency">;
};

/** Whether one person may not judge one entry, and how that is known; null when nothing stands between them. */
export function findConflict(ctx: Reach, { editionId, userId, proposalId, agencyId }: Meeting): Exclude<ConflictSource, "recognised"> | null {
  const bars = barsByPerson(ctx, { editionId, userId }).get(userId);
  return bars?.agencies.get(agencyId) ?? bars?.entries.get(proposalId) ?? null;
}

/** Agencies of which a person is or was a member. */
export const agenciesOf = (ctx: Pick<Ctx, "db">, userId: Id<"user">): Id<"agency">[] =>
  ctx.db
    .selectDistinct({ agencyId: agencyMembers.agencyId })
    .from(agencyMembers)
    .where(eq(agencyMembers.userId, userId))
    .all()
    .map((row) => row.agencyId);

/** What one person may not judge in an edition, by the same rule as `findConflict`: whole agencies and single entries. */
export function listBars(ctx: Reach, of: { editionId: Id<"edition">; userId: Id<"user"> }): Bars {
  const bars = barsByPerson(ctx, of).get(of.userId);
  return { agencyIds: [...(bars?.agencies.keys() ?? [])], proposalIds: [...(bars?.entries.keys() ?? [])] };
}

export type DeclaredConflict = {
  id: ConflictId;
  /** null for a province. */
  agencyName: string | null;
  regionCode: string | null;
  kind: ConflictKind;
  state: ConflictState;
  reason: string;
  declaredAt: number;
  expiresAt: number | null;
};

/** Agencies and provinces with which the asking person has declared a conflict in an edition, newest first. */
export function listMyAgencyConflicts(ctx: Ctx, editionId: Id<"edition">): DeclaredConflict[] {
  if (!ctx.actor) return [];
  const mine = and(eq(conflicts.editionId, editionId), eq(conflicts.userId, ctx.actor.userId), isNull(conflicts.proposalId));
  return ctx.db
    .select({
      id: conflicts.id,
      agencyName: agencies.name,
      regionCode: conflicts.regionCode,
      kind: conflicts.kind,
      state: conflicts.state,
      reason: conflicts.reason,
      declaredAt: conflicts.declaredAt,
      expiresAt: conflicts.expiresAt,
    })
    .from(conflicts)
    .leftJoin(agencies, eq(agencies.id, conflicts.agencyId))
    .where(mine)
    .orderBy(desc(conflicts.declaredAt), desc(conflicts.id))
    .all();
}
