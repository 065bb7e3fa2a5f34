import { and, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { listMembershipPairs } from "#app/features/agencies/queries.server.ts";
import { type AgencyLink, isOfBody, kinOf, tiesByPerson, withKin } from "#app/features/conflicts/rules.ts";
import type { AssessorTies } from "#app/features/conflicts/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { agencies, agencyMembers } from "#db/schema/agencies.ts";
import { editions, seats } from "#db/schema/competitions.ts";

type Reach = Pick<Ctx, "db">;

/** Only agencies that stand below another one; a registry without hierarchy has none. */
const links = (ctx: Reach): AgencyLink[] =>
  ctx.db
    .select({ id: agencies.id, parentId: agencies.parentId })
    .from(agencies)
    .where(isNotNull(agencies.parentId))
    .all();

type Body = { id: Id<"agency">; name: string };

/** The bodies that run an edition, as the registry knows them. */
function bodiesOf(ctx: Reach, editionId: Id<"edition">): Body[] {
  const path = "$.organisingBodies.agencies";
  const row = ctx.db.select({ codes: sql<string | null>`json_extract(${editions.definition}, ${path})` }).from(editions).where(eq(editions.id, editionId)).get();
  const codes = JSON.parse(row?.codes ?? "[]") as string[];
  if (codes.length === 0) return [];
  return ctx.db.select({ id: agencies.id, name: agencies.name }).from(agencies).where(inArray(agencies.code, codes)).all();
}

/** Organisations people of an edition wrote beside their seats. */
const organisationsOf = (ctx: Reach, editionId: Id<"edition">, userId?: Id<"user">) =>
  ctx.db
    .select({ userId: seats.userId, organisation: seats.organisation })
    .from(seats)
    .where(and(eq(seats.editionId, editionId), isNull(seats.removedAt), userId && eq(seats.userId, userId)))
    .all();

/**
 * Agencies of whose entries one person may judge none, as the registry and the seat tell: own ones, past and present, with
 * their hierarchy; and for people of an organising body the entries of all organising bodies.
 */
export function tiedAgencies(ctx: Reach, of: { editionId: Id<"edition">; userId: Id<"user"> }): Id<"agency">[] {
  const own = ctx.db.select({ id: agencyMembers.agencyId }).from(agencyMembers).where(eq(agencyMembers.userId, of.userId)).all();
  const known = own.length > 0 ? links(ctx) : [];
  const tied = [...new Set(own.flatMap(({ id }) => kinOf(known, id)))];
  const bodies = bodiesOf(ctx, of.editionId);
  if (bodies.length === 0) return tied;
  const inside = bodies.some(({ id }) => tied.includes(id)) || organisationsOf(ctx, of.editionId, of.userId).some((seat) => isOfBody(seat.organisation, bodies));
  return inside ? [...new Set([...tied, ...entrantsOf(ctx, bodies)])] : tied;
}

/** The same for everybody at once. */
export function detectedTies(ctx: Reach, editionId: Id<"edition">): AssessorTies[] {
  const ties = withKin(tiesByPerson(listMembershipPairs(ctx)), links(ctx));
  const bodies = bodiesOf(ctx, editionId);
  if (bodies.length === 0) return ties;
  const entrants = entrantsOf(ctx, bodies);
  const inside = new Set(organisationsOf(ctx, editionId).filter((seat) => isOfBody(seat.organisation, bodies)).map(({ userId }) => userId));
  for (const { userId, agencyIds } of ties) if (bodies.some(({ id }) => agencyIds.includes(id))) inside.add(userId);
  return [...ties, ...[...inside].map((userId) => ({ userId, agencyIds: entrants }))];
}

/** The organising bodies and what stands below them: whose entries go to people from outside. */
function entrantsOf(ctx: Reach, bodies: readonly Body[]): Id<"agency">[] {
  const known = links(ctx);
  return [...new Set(bodies.flatMap(({ id }) => kinOf(known, id)))];
}
