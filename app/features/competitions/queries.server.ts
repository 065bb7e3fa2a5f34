import { and, asc, desc, eq, inArray, isNotNull, isNull, ne, sql } from "drizzle-orm";
import { isSystemAuditor } from "#app/features/accounts/policy.ts";
import { definitionInput } from "#app/features/competitions/definition/inputs.ts";
import type { Definition } from "#app/features/competitions/definition/types.ts";
import { mayOrganise, maySeeEdition } from "#app/features/competitions/policy.ts";
import type { Edition, EditionCard, EditionId, Seat, SeatRole, StageExtension } from "#app/features/competitions/types.ts";
import type { Actor, Ctx, Grant } from "#app/lib/ctx.ts";
import { authorize, notFound } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { users } from "#db/schema/accounts.ts";
import { editions, seats, stageExtensions } from "#db/schema/competitions.ts";

type Reach = Pick<Ctx, "db">;

/** Seats a person holds, as grants of scope `edition`. */
export function listSeatGrants(ctx: Reach, userId: Id<"user">): Grant[] {
  return ctx.db
    .select({ scopeId: seats.editionId, role: seats.role })
    .from(seats)
    .where(and(eq(seats.userId, userId), isNull(seats.removedAt)))
    .all()
    .map((row) => ({ scope: "edition", ...row }));
}

const columns = {
  id: editions.id,
  slug: editions.slug,
  presetKey: editions.presetKey,
  // As text: drizzle would parse a large definition on every read, and the text is the key of what was parsed before.
  text: sql<string>`${editions.definition}`,
  status: editions.status,
  rehearsal: editions.rehearsal,
  revision: editions.revision,
  tieSeed: editions.tieSeed,
  createdAt: editions.createdAt,
  openedAt: editions.openedAt,
};

/** The last number an entry of an edition was given, which tells how large it is; 0 for none. Told to nobody. */
export const lastNumberOf = (ctx: Reach, id: EditionId): number =>
  ctx.db.select({ lastNumber: editions.lastNumber }).from(editions).where(eq(editions.id, id)).get()?.lastNumber ?? 0;

const selectEditions = (ctx: Reach) => ctx.db.select(columns).from(editions);
type Row = NonNullable<ReturnType<ReturnType<typeof selectEditions>["get"]>>;

/** The last definition read of each edition; whoever asks gets the same frozen object while the text stays the same. */
const parsed = new Map<EditionId, { text: string; definition: Definition }>();
const parsedMost = 64;

function definitionOf(id: EditionId, text: string): Definition {
  const known = parsed.get(id);
  if (known?.text === text) return known.definition;
  const definition = freeze(definitionInput.parse(JSON.parse(text)));
  if (parsed.size >= parsedMost) parsed.clear();
  parsed.set(id, { text, definition });
  return definition;
}

function freeze<T>(value: T): T {
  if (typeof value !== "object" || value === null) return value;
  for (const part of Object.values(value)) freeze(part);
  return Object.freeze(value);
}

const editionOf = ({ text, ...row }: Row): Edition => ({ ...row, definition: definitionOf(row.id, text) });

/** Unscoped: operations and queries of an edition's rooms ask their own policy. */
export function findEdition(ctx: Reach, id: EditionId): Edition | undefined {
  const row = selectEditions(ctx).where(eq(editions.id, id)).get();
  return row && editionOf(row);
}

export function getEdition(ctx: Reach, id: EditionId): Edition {
  const edition = findEdition(ctx, id);
  if (!edition) throw notFound("competitions.editionUnknown");
  return edition;
}

/** The edition, for whoever may know of it. */
export function findVisibleEdition(ctx: Ctx, id: EditionId): Edition | undefined {
  const edition = findEdition(ctx, id);
  return edition && maySeeEdition(ctx.actor, edition) ? edition : undefined;
}

/** The edition behind a public address; a draft is found only by those seated in it. */
export function getEditionBySlug(ctx: Ctx, slug: string): Edition {
  const row = selectEditions(ctx).where(eq(editions.slug, slug)).get();
  if (!row || !maySeeEdition(ctx.actor, row)) throw notFound("competitions.editionUnknown");
  return editionOf(row);
}

/** Open editions first, then closed ones, the newest opening first. */
export function listPublicEditions(ctx: Reach): Edition[] {
  return selectEditions(ctx)
    .where(ne(editions.status, "draft"))
    .orderBy(desc(editions.status), desc(editions.openedAt), asc(editions.id))
    .all()
    .map(editionOf);
}

/** Editions in which the person holds a seat, with the seats; all of them for the system's auditor. Newest first. */
export function listSeatedEditions(ctx: Reach, actor: Actor): EditionCard[] {
  const held = actor.grants.filter((grant) => grant.scope === "edition");
  const ids = [...new Set(held.map((grant) => grant.scopeId as EditionId))];
  return selectEditions(ctx)
    .where(isSystemAuditor(actor) ? undefined : inArray(editions.id, ids))
    .orderBy(desc(editions.createdAt), asc(editions.id))
    .all()
    .map(({ id, slug, text, status, rehearsal, createdAt, openedAt }) => ({
      ...{ id, slug, status, rehearsal, createdAt, openedAt },
      definition: definitionOf(id, text),
      roles: held.filter((grant) => grant.scopeId === id).map((grant) => grant.role as SeatRole),
    }));
}

/** The edition for its organiser (403 for others); for whoever may not even see it, it does not exist. */
export function getOrganised(ctx: Ctx, id: EditionId): Edition {
  const edition = getEdition(ctx, id);
  if (!maySeeEdition(ctx.actor, edition)) throw notFound("competitions.editionUnknown");
  authorize(mayOrganise(ctx.actor, id));
  return edition;
}

/** Every extension of a stage, the last first: public with the rules of the edition, which the caller was allowed to see. */
export const listExtensions = (ctx: Reach, editionId: EditionId): StageExtension[] =>
  ctx.db
    .select({
      stage: stageExtensions.stage,
      closedAt: stageExtensions.closedAt,
      closesAt: stageExtensions.closesAt,
      reason: stageExtensions.reason,
      extendedAt: stageExtensions.extendedAt,
    })
    .from(stageExtensions)
    .where(eq(stageExtensions.editionId, editionId))
    .orderBy(desc(stageExtensions.revision))
    .all();

/** Who sits in the edition now, by role and name. The caller has asked its policy. */
export function listSeats(ctx: Reach, editionId: EditionId, role?: SeatRole): Seat[] {
  return selectSeats(ctx)
    .where(and(eq(seats.editionId, editionId), isNull(seats.removedAt), role && eq(seats.role, role)))
    .orderBy(asc(seats.role), asc(users.name), asc(users.id))
    .all();
}

/** Who sat in the edition and no longer does; the history stays. The caller has asked its policy. */
export function listFormerSeats(ctx: Reach, editionId: EditionId): (Seat & { removedAt: number | null; removalReason: string | null })[] {
  return selectSeats(ctx)
    .where(and(eq(seats.editionId, editionId), isNotNull(seats.removedAt)))
    .orderBy(desc(seats.removedAt), asc(seats.id))
    .all();
}

const selectSeats = (ctx: Reach) =>
  ctx.db
    .select({
      seatId: seats.id,
      userId: users.id,
      name: users.name,
      email: users.email,
      role: seats.role,
      organisation: seats.organisation,
      removedAt: seats.removedAt,
      removalReason: seats.removalReason,
    })
    .from(seats)
    .innerJoin(users, eq(users.id, seats.userId));
