import { and, eq, inArray, isNull, ne } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { AgencyId } from "#app/features/agencies/types.ts";
import type { ImportRole, KnownPerson, Surroundings } from "#app/features/competitions/people/rules.ts";
import type { ImportKind } from "#app/features/competitions/people/types.ts";
import { type EditionId, seatRoles } from "#app/features/competitions/types.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { users } from "#db/schema/accounts.ts";
import { agencies, agencyMembers, agencyMerges } from "#db/schema/agencies.ts";
import { editions, seats } from "#db/schema/competitions.ts";

type Scope = { kind: ImportKind; scopeId: string };
/** Values of one `in (…)`: SQLite takes 32,766, and a statement should stay short. */
const atOnce = 500;

/** What rows are judged against: who of the addresses is known, what they hold, and which agencies there are. */
export function surroundingsOf(ctx: Ctx, scope: Scope, emails: readonly string[]): Surroundings {
  const ids = usersByEmail(ctx, emails);
  const held = heldIn(ctx, scope);
  const deciding = decidingUsers(ctx);
  const people = new Map<string, KnownPerson>();
  for (const [email, id] of ids) people.set(email, { held: held.get(id) ?? [], decides: deciding.has(id), self: id === ctx.actor?.userId });
  return { roleOf: roleReader(scope.kind), roleName, people, agencyOf: agencyReader(ctx, scope.kind, ids), successorOf: scope.kind === "seats" ? successorReader(ctx) : () => undefined };
}

function usersByEmail(ctx: Ctx, emails: readonly string[]): Map<string, Id<"user">> {
  const found = new Map<string, Id<"user">>();
  const wanted = [...new Set(emails)];
  for (let from = 0; from < wanted.length; from += atOnce) {
    const part = wanted.slice(from, from + atOnce);
    for (const { id, email } of ctx.db.select({ id: users.id, email: users.email }).from(users).where(inArray(users.email, part)).all()) found.set(email, id);
  }
  return found;
}

function heldIn(ctx: Ctx, { kind, scopeId }: Scope): Map<Id<"user">, ImportRole[]> {
  const rows =
    kind === "seats"
      ? ctx.db.select({ userId: seats.userId, role: seats.role }).from(seats).where(and(eq(seats.editionId, scopeId as EditionId), isNull(seats.removedAt))).all()
      : ctx.db.select({ userId: agencyMembers.userId, role: agencyMembers.role }).from(agencyMembers).where(and(eq(agencyMembers.agencyId, scopeId as AgencyId), isNull(agencyMembers.removedAt))).all();
  const held = new Map<Id<"user">, ImportRole[]>();
  for (const { userId, role } of rows) held.set(userId, [...(held.get(userId) ?? []), role]);
  return held;
}

/** Whoever screens or judges in an edition that has not closed: no agency makes them its member. */
function decidingUsers(ctx: Ctx): Set<Id<"user">> {
  const rows = ctx.db
    .selectDistinct({ userId: seats.userId })
    .from(seats)
    .innerJoin(editions, eq(editions.id, seats.editionId))
    .where(and(isNull(seats.removedAt), ne(editions.status, "closed"), inArray(seats.role, ["screener", "evaluator", "juror", "chair"])))
    .all();
  return new Set(rows.map(({ userId }) => userId));
}

const memberRoles = ["admin", "writer"] as const;

export const roleName = (role: ImportRole): { id: string; en: string } => ({ id: nameIn("id", role), en: nameIn("en", role) });

function nameIn(locale: "id" | "en", role: ImportRole): string {
  if (role === "localAdmin") return translators[locale]("agencies.roles.admin");
  if (role === "admin" || role === "writer") return translators[locale](`agencies.roles.${role}`);
  return translators[locale](`competitions.roles.${role}`);
}

/** The code of a role, or its name in either language. */
export function roleReader(kind: ImportKind): (word: string) => ImportRole | undefined {
  const roles: readonly ImportRole[] = kind === "seats" ? [...seatRoles, "localAdmin"] : memberRoles;
  const words = new Map(roles.flatMap((role) => [role, ...Object.values(roleName(role))].map((word) => [word.toLowerCase(), role] as const)));
  return (word) => words.get(word.toLowerCase());
}

/** By code or full name; agencies matter only to rows that invite a local admin. */
function agencyReader(ctx: Ctx, kind: ImportKind, ids: ReadonlyMap<string, Id<"user">>): Surroundings["agencyOf"] {
  if (kind !== "seats") return () => undefined;
  const byWord = agenciesByWord(ctx);
  const rows = ctx.db.select({ userId: agencyMembers.userId, agencyId: agencyMembers.agencyId }).from(agencyMembers).where(isNull(agencyMembers.removedAt)).all();
  const members = new Set(rows.map(({ userId, agencyId }) => `${userId} ${agencyId}`));
  return (text, email) => {
    const id = byWord.get(text.toLowerCase());
    return id && { isMember: members.has(`${ids.get(email) ?? ""} ${id}`) };
  };
}

/** Every code, and every full name that belongs to one standing agency alone, none that went up in another: a name of two would invite somebody into the wrong one. */
function agenciesByWord(ctx: Pick<Ctx, "db">): Map<string, AgencyId> {
  const all = ctx.db
    .select({ id: agencies.id, code: agencies.code, name: agencies.name })
    .from(agencies)
    .leftJoin(agencyMerges, eq(agencyMerges.fromId, agencies.id))
    .where(isNull(agencyMerges.fromId))
    .all();
  const uses = new Map<string, number>();
  for (const { name } of all) uses.set(name.toLowerCase(), (uses.get(name.toLowerCase()) ?? 0) + 1);
  const names = all.filter(({ name }) => uses.get(name.toLowerCase()) === 1).map(({ name, id }) => [name.toLowerCase(), id] as const);
  return new Map([...names, ...all.map(({ code, id }) => [code.toLowerCase(), id] as const)]);
}

/** Whether a code or a name is that of an agency that went up in another, and in which. */
function successorReader(ctx: Pick<Ctx, "db">): Surroundings["successorOf"] {
  const into = alias(agencies, "successor");
  const rows = ctx.db
    .select({ code: agencies.code, name: agencies.name, into: into.name })
    .from(agencyMerges)
    .innerJoin(agencies, eq(agencies.id, agencyMerges.fromId))
    .innerJoin(into, eq(into.id, agencyMerges.intoId))
    .all();
  const words = new Map(rows.flatMap((row) => [row.name, row.code].map((word) => [word.toLowerCase(), row.into] as const)));
  return (text) => words.get(text.toLowerCase());
}

/** The agency behind a code or a full name; undefined when there is none, or more than one of that name. */
export const findAgencyIdByWord = (ctx: Pick<Ctx, "db">, word: string): AgencyId | undefined => agenciesByWord(ctx).get(word.toLowerCase());
