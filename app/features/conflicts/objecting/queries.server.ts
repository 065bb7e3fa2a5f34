import { and, desc, eq } from "drizzle-orm";
import { isAgencyMember } from "#app/features/agencies/policy.ts";
import { mayReadConflicts } from "#app/features/conflicts/policy.ts";
import { meansSeat } from "#app/features/conflicts/objecting/rules.ts";
import { seatedPeople } from "#app/features/conflicts/ties/queries.server.ts";
import type { AgencyObjectionId, ConflictState } from "#app/features/conflicts/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { agencies } from "#db/schema/agencies.ts";
import { agencyObjections } from "#db/schema/conflicts.ts";

export type OwnObjection = { id: AgencyObjectionId; about: "person" | "organisation"; name: string; reason: string; declaredAt: number };

/**
 * What an agency has objected to in an edition, newest first, for its members alone (404). Nothing of what became of it: that
 * would tell whether somebody of the name judges.
 */
export function listOwnObjections(ctx: Ctx, where: { editionId: Id<"edition">; agencyId: Id<"agency"> }): OwnObjection[] {
  if (!isAgencyMember(ctx.actor, where.agencyId)) throw notFound("agencies.unknown");
  const { id, about, name, reason, declaredAt } = agencyObjections;
  return ctx.db
    .select({ id, about, name, reason, declaredAt })
    .from(agencyObjections)
    .where(and(eq(agencyObjections.editionId, where.editionId), eq(agencyObjections.agencyId, where.agencyId)))
    .orderBy(desc(declaredAt), desc(id))
    .all();
}

export type ObjectionRow = OwnObjection & {
  editionId: Id<"edition">;
  agencyName: string;
  state: ConflictState;
  decisionReason: string | null;
  decidedAt: number | null;
  meantUserId: Id<"user"> | null;
  /** Names of the seated it means. */
  means: string[];
};

/** Every agency's objection in an edition with whom it means, newest first; 404 for whoever may not read conflicts. */
export function listAgencyObjections(ctx: Ctx, editionId: Id<"edition">): ObjectionRow[] {
  if (!mayReadConflicts(ctx.actor, editionId)) throw notFound("competitions.editionUnknown");
  return rowsOf(ctx, editionId);
}

/** One of them; 404 for whoever may not read conflicts. */
export function getAgencyObjection(ctx: Ctx, id: AgencyObjectionId): ObjectionRow {
  const found = ctx.db.select({ editionId: agencyObjections.editionId }).from(agencyObjections).where(eq(agencyObjections.id, id)).get();
  const row = found && mayReadConflicts(ctx.actor, found.editionId) ? rowsOf(ctx, found.editionId).find((one) => one.id === id) : undefined;
  if (!row) throw notFound("conflicts.unknown");
  return row;
}

function rowsOf(ctx: Ctx, editionId: Id<"edition">): ObjectionRow[] {
  const seated = seatedPeople(ctx, { editionId });
  const { id, about, name, reason, declaredAt, state, decisionReason, decidedAt, meantUserId } = agencyObjections;
  return ctx.db
    .select({ id, about, name, reason, declaredAt, state, decisionReason, decidedAt, meantUserId, editionId: agencyObjections.editionId, agencyName: agencies.name })
    .from(agencyObjections)
    .innerJoin(agencies, eq(agencies.id, agencyObjections.agencyId))
    .where(eq(agencyObjections.editionId, editionId))
    .orderBy(desc(declaredAt), desc(id))
    .all()
    .map((row) => ({ ...row, means: [...new Set(seated.filter((seat) => meansSeat(row, seat)).map((seat) => seat.name))] }));
}
