import { and, asc, count, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { mayReadMembers } from "#app/features/agencies/policy.ts";
import type { Agency, AgencyId, AgencyKind, Member, MemberRole, UnitId } from "#app/features/agencies/types.ts";
import type { Ctx, Grant } from "#app/lib/ctx.ts";
import { DomainError, notFound } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { users } from "#db/schema/accounts.ts";
import { agencies, agencyMembers, agencyMerges } from "#db/schema/agencies.ts";

type Reach = Pick<Ctx, "db">;
/** `standing`: only agencies that have not gone up in another. */
type RegistryFilter = { search?: string; kind?: AgencyKind | null; province?: string; standing?: boolean };

/**
 * Where a person is a member, as grants of scope `agency`: with `part` for a writer confined to one unit, and as `heir` of the
 * agencies that went up in one whose local admin the person is.
 */
export function listAgencyGrants(ctx: Reach, userId: Id<"user">): Grant[] {
  const rows = ctx.db
    .select({ scopeId: agencyMembers.agencyId, role: agencyMembers.role, unitId: agencyMembers.unitId })
    .from(agencyMembers)
    .where(and(eq(agencyMembers.userId, userId), isNull(agencyMembers.removedAt)))
    .all();
  const own = rows.map(({ unitId, ...row }): Grant => ({ scope: "agency", ...row, ...(unitId === null ? {} : { part: unitId }) }));
  const heirs = rows.filter(({ role }) => role === "admin").flatMap(({ scopeId }) => listPredecessors(ctx, scopeId));
  return [...own, ...heirs.map(({ id }): Grant => ({ scope: "agency", scopeId: id, role: "heir" }))];
}

/** Agencies that went up in this one, and those that had gone up in them, by name. */
export const listPredecessors = (ctx: Reach, agencyId: AgencyId): Pick<Agency, "id" | "name">[] =>
  ctx.db.all<Pick<Agency, "id" | "name">>(sql`
    with recursive gone (id) as (
      select from_id from agency_merges where into_id = ${agencyId}
      union select m.from_id from agency_merges m join gone on m.into_id = gone.id
    )
    select a.id as id, a.name as name from gone cross join agencies a on a.id = gone.id order by a.name, a.id`);

/** The registry is public: names and codes of institutions, no person. */
export const findAgency = (ctx: Reach, id: AgencyId): Agency | undefined =>
  ctx.db.select().from(agencies).where(eq(agencies.id, id)).get();

export function getAgency(ctx: Reach, id: AgencyId): Agency {
  const agency = findAgency(ctx, id);
  if (!agency) throw notFound("agencies.unknown");
  return agency;
}

export const findAgencyByCode = (ctx: Reach, code: string): Agency | undefined =>
  ctx.db.select().from(agencies).where(eq(agencies.code, code)).get();

/** Agencies of these codes with those they went up in since, however often: whoever takes an agency over stands where it stood. */
export function listWithHeirs(ctx: Reach, codes: readonly string[]): Pick<Agency, "id" | "code" | "name">[] {
  if (codes.length === 0) return [];
  return ctx.db.all<Pick<Agency, "id" | "code" | "name">>(sql`
    with recursive line (id) as (
      select id from agencies where code in ${[...codes]}
      union select m.into_id from agency_merges m join line on m.from_id = line.id
    )
    select a.id as id, a.code as code, a.name as name from line cross join agencies a on a.id = line.id order by a.name, a.id`);
}

/** Agencies by name, a page at a time. */
export function listAgencies(ctx: Reach, filter: RegistryFilter & { limit: number; offset: number }): Agency[] {
  return ctx.db
    .select()
    .from(agencies)
    .where(matching(filter))
    .orderBy(asc(agencies.name), asc(agencies.id))
    .limit(filter.limit)
    .offset(filter.offset)
    .all();
}

export const countAgencies = (ctx: Reach, filter: RegistryFilter = {}): number =>
  ctx.db.select({ count: count() }).from(agencies).where(matching(filter)).get()?.count ?? 0;

function matching({ search, kind, province, standing = false }: RegistryFilter): SQL | undefined {
  const text = (search ?? "").replaceAll(/[\\%_]/g, "\\$&");
  const byName = sql`${agencies.name} like ${`%${text}%`} escape '\\'`;
  const byCode = sql`${agencies.code} like ${`${text}%`} escape '\\'`;
  return and(
    text ? or(byName, byCode) : undefined,
    kind ? eq(agencies.kind, kind) : undefined,
    province ? eq(agencies.provinceCode, province) : undefined,
    standing ? sql`not exists (select 1 from agency_merges where from_id = ${agencies.id})` : undefined,
  );
}

/** The agency each of the given ones went up in; one that stands is missing. */
export function successorsOf(ctx: Reach, ids: readonly AgencyId[]): Map<AgencyId, Pick<Agency, "id" | "name">> {
  if (ids.length === 0) return new Map();
  const rows = ctx.db
    .select({ from: agencyMerges.fromId, id: agencies.id, name: agencies.name })
    .from(agencyMerges)
    .innerJoin(agencies, eq(agencies.id, agencyMerges.intoId))
    .where(inArray(agencyMerges.fromId, [...ids]))
    .all();
  return new Map(rows.map(({ from, ...into }) => [from, into]));
}

/** An agency that has not gone up in another; refuses `agencies.gone` (409) with the name of the one it went up in. */
export function getStandingAgency(ctx: Reach, id: AgencyId): Agency {
  const agency = getAgency(ctx, id);
  const into = successorsOf(ctx, [id]).get(id);
  if (into) throw new DomainError("agencies.gone", { kind: "conflict", params: { agency: agency.name, into: into.name } });
  return agency;
}

export function agenciesByIds(ctx: Reach, ids: readonly AgencyId[]): Map<AgencyId, Agency> {
  const wanted = [...new Set(ids)];
  const rows = wanted.length === 0 ? [] : ctx.db.select().from(agencies).where(inArray(agencies.id, wanted)).all();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Everybody of the agency, former members last. Refuses 404 for whoever may not know them. */
export function listMembers(ctx: Ctx, agencyId: AgencyId): Member[] {
  if (!mayReadMembers(ctx.actor, agencyId)) throw notFound("agencies.unknown");
  return ctx.db
    .select({
      userId: users.id,
      name: users.name,
      email: users.email,
      role: agencyMembers.role,
      unit: agencyMembers.unit,
      unitId: agencyMembers.unitId,
      removedAt: agencyMembers.removedAt,
    })
    .from(agencyMembers)
    .innerJoin(users, eq(users.id, agencyMembers.userId))
    .where(eq(agencyMembers.agencyId, agencyId))
    .orderBy(sql`${agencyMembers.removedAt} is not null`, asc(agencyMembers.role), asc(users.name), asc(users.id))
    .all()
    .map(({ removedAt, ...member }) => ({ ...member, active: removedAt === null }));
}

/** Present local admins, to be written to. */
export function listAdminIds(ctx: Reach, agencyId: AgencyId): Id<"user">[] {
  return ctx.db
    .select({ userId: agencyMembers.userId })
    .from(agencyMembers)
    .where(and(eq(agencyMembers.agencyId, agencyId), eq(agencyMembers.role, "admin"), isNull(agencyMembers.removedAt)))
    .orderBy(asc(agencyMembers.createdAt), asc(agencyMembers.userId))
    .all()
    .map((row) => row.userId);
}

/** How many present local admins each of the agencies has; an agency without one is missing. */
export function countAdmins(ctx: Reach, ids: readonly AgencyId[]): Map<AgencyId, number> {
  if (ids.length === 0) return new Map();
  const rows = ctx.db
    .select({ agencyId: agencyMembers.agencyId, admins: count() })
    .from(agencyMembers)
    .where(and(inArray(agencyMembers.agencyId, [...ids]), eq(agencyMembers.role, "admin"), isNull(agencyMembers.removedAt)))
    .groupBy(agencyMembers.agencyId)
    .all();
  return new Map(rows.map((row) => [row.agencyId, row.admins]));
}

export type Membership = { agencyId: AgencyId; name: string; role: MemberRole; unit: string; unitId: UnitId | null };

/** Where a person works now, by name of the agency. */
export function listMemberships(ctx: Reach, userId: Id<"user">): Membership[] {
  return ctx.db
    .select({ agencyId: agencies.id, name: agencies.name, role: agencyMembers.role, unit: agencyMembers.unit, unitId: agencyMembers.unitId })
    .from(agencyMembers)
    .innerJoin(agencies, eq(agencies.id, agencyMembers.agencyId))
    .where(and(eq(agencyMembers.userId, userId), isNull(agencyMembers.removedAt)))
    .orderBy(asc(agencies.name), asc(agencies.id))
    .all();
}

/** Who belongs or once belonged where: whoever left an agency is still no judge of its entries. */
export const listMembershipPairs = (ctx: Reach): { agencyId: AgencyId; userId: Id<"user"> }[] =>
  ctx.db
    .select({ agencyId: agencyMembers.agencyId, userId: agencyMembers.userId })
    .from(agencyMembers)
    .orderBy(asc(agencyMembers.agencyId), asc(agencyMembers.userId))
    .all();

/** What one person is now in the agency of something that belongs to a unit (null: to none); undefined for whoever it is hidden from. */
export function findMembershipFor(ctx: Reach, userId: Id<"user">, of: { agencyId: AgencyId; unitId: UnitId | null }): Membership | undefined {
  const found = findMembershipOf(ctx, userId, of.agencyId);
  return found && (found.unitId === null || found.unitId === of.unitId) ? found : undefined;
}

/** What one person is in one agency now; undefined for a stranger or a former member. */
export const findMembershipOf = (ctx: Reach, userId: Id<"user">, agencyId: AgencyId): Membership | undefined =>
  listMemberships(ctx, userId).find((membership) => membership.agencyId === agencyId);
