import { and, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { listWithHeirs } from "#app/features/agencies/queries.server.ts";
import { startingConflicts } from "#app/features/competitions/definition/judging/rules.ts";
import type { ConflictRules } from "#app/features/competitions/definition/judging/types.ts";
import { agenciesNamedIn, type AgencyLink, type AgencyMerge, agencyNames, heirsOf, isOfBody, kinOf, wordsOf } from "#app/features/conflicts/rules.ts";
import type { SeatRole } from "#app/features/competitions/types.ts";
import { postBars } from "#app/features/conflicts/standing/rules.ts";
import type { TieReason } from "#app/features/conflicts/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { users } from "#db/schema/accounts.ts";
import { agencies, agencyMembers, agencyMerges } from "#db/schema/agencies.ts";
import { editions, seats } from "#db/schema/competitions.ts";

type Reach = Pick<Ctx, "db" | "now">;

/** Everybody of an edition, or one person. */
export type Asked = { editionId: Id<"edition">; userId?: Id<"user"> };

/** What ties a person to an agency, and since when and until when where that is a post. */
export type Tie = { userId: Id<"user">; agencyId: Id<"agency">; reason: TieReason; from: number | null; until: number | null };

export type BarringRules = { conflicts: ConflictRules; bodyCodes: string[] };

/** The rules of an edition that say who may not judge what; read without the rest, because every kept mark asks. */
export function barringRules(ctx: Pick<Ctx, "db">, editionId: Id<"edition">): BarringRules {
  const part = (path: string) => sql<string | null>`json_extract(${editions.definition}, ${path})`;
  const columns = { conflicts: part("$.conflicts"), codes: part("$.organisingBodies.agencies") };
  const row = ctx.db.select(columns).from(editions).where(eq(editions.id, editionId)).get();
  const conflicts = row?.conflicts ? (JSON.parse(row.conflicts) as ConflictRules) : startingConflicts;
  return { conflicts, bodyCodes: JSON.parse(row?.codes ?? "[]") as string[] };
}

export type SeatedPerson = { userId: Id<"user">; name: string; organisation: string; role: SeatRole };

/** Who sits in an edition, a line a seat: the names and organisations an objection may mean. */
export const seatedPeople = (ctx: Pick<Ctx, "db">, { editionId, userId }: Asked): SeatedPerson[] =>
  ctx.db
    .select({ userId: seats.userId, name: users.name, organisation: seats.organisation, role: seats.role })
    .from(seats)
    .innerJoin(users, eq(users.id, seats.userId))
    .where(and(eq(seats.editionId, editionId), isNull(seats.removedAt), userId && eq(seats.userId, userId)))
    .orderBy(seats.userId, seats.id)
    .all();

type Known = { rules: BarringRules; seated: () => SeatedPerson[]; registry: () => Registry; regions: readonly { userId: Id<"user">; regionCode: string }[] };

/**
 * What the registry, the seats and declared provinces tell: own agencies, past and present, by membership or by the organisation
 * of the seat, with their hierarchy and whoever took them over; for people of an organising body all organising bodies; where the
 * edition says so, everything of one's own province.
 */
export function detectTies(ctx: Reach, asked: Asked, known: Known): Tie[] {
  const { conflicts, bodyCodes } = known.rules;
  const posts = postsOf(ctx, asked).filter(({ until }) => postBars(until, conflicts, ctx.now));
  const held = [...posts.map((post): Own => ({ ...post, reason: post.until === null ? "member" : "formerMember" })), ...seatsHeld(ctx, known.seated())];
  const own = held.flatMap((one) => withHierarchy(known.registry(), one));
  return [
    ...own,
    ...(bodyCodes.length > 0 ? bodyTies(ctx, { codes: bodyCodes, links: known.registry().links, own, seated: known.seated() }) : []),
    ...(conflicts.sameRegion ? regionTies(ctx, { posts, known, asked }) : []),
  ];
}

type Post = { userId: Id<"user">; agencyId: Id<"agency">; from: number; until: number | null; provinceCode: string | null };

const postsOf = (ctx: Reach, { userId }: Asked): Post[] =>
  ctx.db
    .select({ userId: agencyMembers.userId, agencyId: agencyMembers.agencyId, from: agencyMembers.createdAt, until: agencyMembers.removedAt, provinceCode: agencies.provinceCode })
    .from(agencyMembers)
    .innerJoin(agencies, eq(agencies.id, agencyMembers.agencyId))
    .where(userId && eq(agencyMembers.userId, userId))
    .orderBy(agencyMembers.userId, agencyMembers.agencyId)
    .all();

/** Only agencies that stand below another one; a registry without hierarchy has none. */
const linksOf = (ctx: Pick<Ctx, "db">): AgencyLink[] =>
  ctx.db.select({ id: agencies.id, parentId: agencies.parentId }).from(agencies).where(isNotNull(agencies.parentId)).all();

/** Who stands below whom, and who went up in whom. */
export type Registry = { links: AgencyLink[]; merges: AgencyMerge[] };

export const registryOf = (ctx: Pick<Ctx, "db">): Registry => ({
  links: linksOf(ctx),
  merges: ctx.db.select({ fromId: agencyMerges.fromId, intoId: agencyMerges.intoId }).from(agencyMerges).all(),
});

/** Whoever belongs to an agency belongs to what stands above and below it, and to whoever took it over. */
export const kinIn = ({ links, merges }: Registry, agencyId: Id<"agency">): Id<"agency">[] => [...new Set(heirsOf(merges, agencyId).flatMap((id) => kinOf(links, id)))];

type Own = Pick<Tie, "userId" | "agencyId" | "reason" | "from" | "until">;

const withHierarchy = (registry: Registry, { userId, agencyId, reason, from, until }: Own): Tie[] =>
  kinIn(registry, agencyId).map((id) => ({ userId, agencyId: id, reason: id === agencyId ? reason : "hierarchy", from, until }));

/**
 * Agencies named by the organisation of a seat, by the name they have or one they had. Not of the secretariat: the agency it sits for
 * runs the edition, and nobody could do its office work; who of it also judges has a seat for that.
 */
function seatsHeld(ctx: Pick<Ctx, "db">, everybody: readonly SeatedPerson[]): Own[] {
  const seated = everybody.filter(({ role }) => role !== "organiser");
  const organisations = [...new Set(seated.map(({ organisation }) => organisation))];
  const names = agencyNames(namesBeginningWith(ctx, [...new Set(organisations.flatMap(wordsOf))]));
  const found = new Map(organisations.map((one) => [one, agenciesNamedIn(one, names)]));
  return seated.flatMap(({ userId, organisation }) => (found.get(organisation) ?? []).map((agencyId): Own => ({ userId, agencyId, reason: "seat", from: null, until: null })));
}

/** Agencies whose entries are those of the organising bodies: the bodies, whoever took one over, what stands above them and below. */
export function bodyEntrants(ctx: Pick<Ctx, "db">, editionId: Id<"edition">): Id<"agency">[] {
  const { bodyCodes } = barringRules(ctx, editionId);
  if (bodyCodes.length === 0) return [];
  const links = linksOf(ctx);
  return [...new Set(listWithHeirs(ctx, bodyCodes).flatMap(({ id }) => kinOf(links, id)))];
}


type Bodies = { codes: string[]; links: AgencyLink[]; own: readonly Tie[]; seated: readonly SeatedPerson[] };

/** People of an organising body, by membership or by the organisation of a seat, and the entries of all of them. */
function bodyTies(ctx: Reach, { codes, links, own, seated }: Bodies): Tie[] {
  const bodies = listWithHeirs(ctx, codes);
  const ids = new Set(bodies.map(({ id }) => id));
  const inside = new Set([
    ...own.filter(({ agencyId }) => ids.has(agencyId)).map(({ userId }) => userId),
    ...seated.filter(({ organisation }) => isOfBody(organisation, bodies)).map(({ userId }) => userId),
  ]);
  const entrants = [...new Set(bodies.flatMap(({ id }) => kinOf(links, id)))];
  return [...inside].flatMap((userId) => entrants.map((agencyId): Tie => ({ userId, agencyId, reason: "body", from: null, until: null })));
}

function regionTies(ctx: Reach, { posts, known, asked }: { posts: readonly Post[]; known: Known; asked: Asked }): Tie[] {
  const here = new Set(asked.userId ? [asked.userId] : known.seated().map(({ userId }) => userId));
  const homes = [
    ...posts.flatMap(({ userId, until, provinceCode }) => (until === null && provinceCode ? [{ userId, regionCode: provinceCode }] : [])),
    ...known.regions,
  ].filter(({ userId }) => here.has(userId));
  if (homes.length === 0) return [];
  const codes = [...new Set(homes.map(({ regionCode }) => regionCode))];
  const ofRegion = ctx.db.select({ id: agencies.id, code: agencies.provinceCode }).from(agencies).where(inArray(agencies.provinceCode, codes)).all();
  return homes.flatMap(({ userId, regionCode }) =>
    ofRegion.filter(({ code }) => code === regionCode).map(({ id }): Tie => ({ userId, agencyId: id, reason: "region", from: null, until: null })),
  );
}

/** Present and earlier names of agencies by their first word, which SQLite looks at: a request asks for one person, and most sit for no agency. */
const namesBeginningWith = (ctx: Pick<Ctx, "db">, words: readonly string[]): { id: Id<"agency">; name: string }[] =>
  words.length === 0
    ? []
    : ctx.db.all(sql`
        select id, name from (select id, name from agencies union all select agency_id, before from agency_names)
        where lower(trim(substr(name, 1, instr(name || ' ', ' ') - 1), '.,()"')) in ${[...words]}`);

export type CoWritten = { userId: Id<"user">; proposalId: Id<"proposal"> };

/**
 * Entries of an edition a seated person (or the one asked for) wrote in, or in which somebody wrote with whom that person has
 * ever written an entry together. By the index of authors whatever SQLite has counted: where few people wrote all entries, it would
 * read all of them anew for everybody who sits.
 */
export function coWrittenEntries(ctx: Pick<Ctx, "db">, { editionId, userId }: Asked): CoWritten[] {
  const people = userId ? sql`select ${userId} as u` : sql`select distinct user_id as u from seats where edition_id = ${editionId} and removed_at is null`;
  return ctx.db.all<CoWritten>(sql`
    with people as (${people}),
    own(u, p) as (
      select u, id from people cross join proposals indexed by proposals_author on created_by = u
      union select u, proposal_id from people cross join answers on updated_by = u
    ),
    mates(u, w) as (
      select u, updated_by from own cross join answers on proposal_id = p
      union select u, created_by from own cross join proposals on id = p
    )
    select u as userId, id as proposalId from mates cross join proposals indexed by proposals_author on created_by = w where edition_id = ${editionId}
    union select u, a.proposal_id from mates cross join answers a on a.updated_by = w cross join proposals on id = a.proposal_id where edition_id = ${editionId}
    order by 1, 2`);
}
