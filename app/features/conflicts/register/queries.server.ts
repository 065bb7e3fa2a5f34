import { and, count, desc, eq, gt, isNotNull, isNull, lte, or, sql, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { mayReadConflicts } from "#app/features/conflicts/policy.ts";
import { barringRules, coWrittenEntries, detectTies, registryOf, seatedPeople } from "#app/features/conflicts/ties/queries.server.ts";
import type { ConflictId, ConflictKind, ConflictSource, ConflictState, TieReason } from "#app/features/conflicts/types.ts";
import { notWithheld, withheldFrom } from "#app/features/conflicts/withholding/queries.server.ts";
import { numberText } from "#app/features/proposals/rules.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { once } from "#app/lib/once.ts";
import { users } from "#db/schema/accounts.ts";
import { agencies } from "#db/schema/agencies.ts";
import { seats } from "#db/schema/competitions.ts";
import { conflicts } from "#db/schema/conflicts.ts";
import { proposals } from "#db/schema/proposals.ts";

export type RegisteredConflict = {
  id: ConflictId;
  editionId: Id<"edition">;
  person: string;
  /** Number of the entry; null for an agency or a province. */
  entry: string | null;
  agencyName: string | null;
  regionCode: string | null;
  kind: ConflictKind;
  source: ConflictSource;
  /** One past its time reads as expired, although nobody has ended it. */
  state: ConflictState;
  reason: string;
  declaredAt: number;
  /** Last day of a former post, YYYY-MM-DD. */
  endedOn: string | null;
  expiresAt: number | null;
  decidedAt: number | null;
  /** Who decided; null where nobody has. */
  decidedBy: string | null;
  decisionReason: string | null;
  /** Whether the person still sits: of who gave up his seat the register keeps everything. */
  seated: boolean;
};

export type RegisterFilter = { editionId: Id<"edition">; state?: ConflictState; limit: number; offset: number };

/** Conflicts that were said in an edition, newest first, a page at a time; 404 for whoever may not read them. */
export function listConflicts(ctx: Ctx, { editionId, state, limit, offset }: RegisterFilter): { rows: RegisteredConflict[]; total: number } {
  if (!mayReadConflicts(ctx.actor, editionId)) throw notFound("competitions.editionUnknown");
  const where = and(eq(conflicts.editionId, editionId), inState(ctx.now, state), shownTo(ctx, editionId));
  const joined = ctx.db.select({ count: count() }).from(conflicts).leftJoin(proposals, eq(proposals.id, conflicts.proposalId));
  const total = joined.where(where).get()?.count ?? 0;
  return { rows: rowsOf(ctx, { editionId, where, limit, offset }), total };
}

/** One conflict; 404 for whoever may not read it. */
export function getConflict(ctx: Ctx, id: ConflictId): RegisteredConflict {
  const found = ctx.db.select({ editionId: conflicts.editionId }).from(conflicts).where(eq(conflicts.id, id)).get();
  if (!found || !mayReadConflicts(ctx.actor, found.editionId)) throw notFound("conflicts.unknown");
  const [row] = rowsOf(ctx, { editionId: found.editionId, where: and(eq(conflicts.id, id), shownTo(ctx, found.editionId)), limit: 1, offset: 0 });
  if (!row) throw notFound("conflicts.unknown");
  return row;
}

/** Conflicts with a single entry name it: not to whom it is withheld from. One with an agency says nothing of its entries. */
function shownTo(ctx: Ctx, editionId: Id<"edition">): SQL | undefined {
  const shown = notWithheld(withheldFrom(ctx, editionId));
  return shown && or(isNull(conflicts.proposalId), shown);
}

function inState(now: number, state: ConflictState | undefined): SQL | undefined {
  if (state === undefined) return undefined;
  const running = or(isNull(conflicts.expiresAt), gt(conflicts.expiresAt, now));
  if (state === "declared" || state === "confirmed") return and(eq(conflicts.state, state), running);
  if (state === "rejected") return eq(conflicts.state, state);
  return or(eq(conflicts.state, state), and(isNull(conflicts.withdrawnAt), lte(conflicts.expiresAt, now)));
}

type Page = { editionId: Id<"edition">; where: SQL | undefined; limit: number; offset: number };

const deciders = alias(users, "deciders");

function rowsOf(ctx: Ctx, { editionId, where, limit, offset }: Page): RegisteredConflict[] {
  const { year } = getEdition(ctx, editionId).definition;
  const sits = sql<number>`exists (select 1 from ${seats} where ${seats.userId} = ${conflicts.userId} and ${seats.editionId} = ${conflicts.editionId} and ${seats.removedAt} is null)`;
  return ctx.db
    .select({ conflict: conflicts, person: users.name, decidedBy: deciders.name, sits, number: proposals.number, agencyName: agencies.name })
    .from(conflicts)
    .innerJoin(users, eq(users.id, conflicts.userId))
    .leftJoin(deciders, eq(deciders.id, conflicts.decidedBy))
    .leftJoin(proposals, eq(proposals.id, conflicts.proposalId))
    .leftJoin(agencies, eq(agencies.id, conflicts.agencyId))
    .where(where)
    .orderBy(desc(conflicts.declaredAt), desc(conflicts.id))
    .limit(limit)
    .offset(offset)
    .all()
    .map(({ conflict, person, decidedBy, sits: seated, number, agencyName }) => {
      const { id, regionCode, kind, source, reason, declaredAt, endedOn, expiresAt, decidedAt, decisionReason } = conflict;
      const over = conflict.withdrawnAt === null && expiresAt !== null && expiresAt <= ctx.now;
      const entry = number === null ? null : numberText(year, number);
      const state = over ? "expired" : conflict.state;
      return { id, editionId, person, entry, agencyName, regionCode, kind, source, state, reason, declaredAt, endedOn, expiresAt, decidedAt, decidedBy, decisionReason, seated: Boolean(seated) };
    });
}

export type DetectedTie = { userId: Id<"user">; person: string; agencyName: string; reason: TieReason; from: number | null; until: number | null };

/** A person tied to many agencies at once, as by a province, is said in one line. */
export type DetectedTies = { ties: DetectedTie[]; wide: { person: string; reason: TieReason; agencies: number }[]; coWritten: { person: string; entries: number }[] };

/** More ties of one kind than this are counted, not listed. */
const listedMost = 5;

/**
 * What was found about those who sit in an edition: agencies they belong or belonged to with the dates, hierarchies, bodies,
 * provinces, entries they wrote in. 404 for whoever may not read conflicts.
 */
export function listDetected(ctx: Ctx, editionId: Id<"edition">): DetectedTies {
  if (!mayReadConflicts(ctx.actor, editionId)) throw notFound("competitions.editionUnknown");
  const { ties, coWritten } = everyTie(ctx, editionId);
  const counted = gathered(ties, ({ userId, reason }) => `${userId} ${reason}`);
  return {
    ties: [...counted.values()].filter(({ length }) => length <= listedMost).flat(),
    wide: [...counted.values()].filter(({ length }) => length > listedMost).flatMap((those) => (those[0] ? [{ person: those[0].person, reason: those[0].reason, agencies: those.length }] : [])),
    coWritten,
  };
}

export type WholeRegister = { declared: RegisteredConflict[]; ties: DetectedTie[]; coWritten: DetectedTies["coWritten"] };

/**
 * Everything that stands or stood between people and entries of an edition, for a file: also of those who have since given up
 * their seat, what was refused or has ended, and every detected tie by itself. 404 for whoever may not read conflicts.
 */
export function getWholeRegister(ctx: Ctx, editionId: Id<"edition">): WholeRegister {
  if (!mayReadConflicts(ctx.actor, editionId)) throw notFound("competitions.editionUnknown");
  const where = and(eq(conflicts.editionId, editionId), shownTo(ctx, editionId));
  return { declared: rowsOf(ctx, { editionId, where, limit: -1, offset: 0 }), ...everyTie(ctx, editionId) };
}

function everyTie(ctx: Ctx, editionId: Id<"edition">): Pick<WholeRegister, "ties" | "coWritten"> {
  const seated = seatedPeople(ctx, { editionId });
  const names = new Map(seated.map(({ userId, name }) => [userId, name]));
  const regions = ctx.db
    .select({ userId: conflicts.userId, regionCode: conflicts.regionCode })
    .from(conflicts)
    .where(and(eq(conflicts.editionId, editionId), isNull(conflicts.withdrawnAt), isNotNull(conflicts.regionCode)))
    .all()
    .flatMap(({ userId, regionCode }) => (regionCode ? [{ userId, regionCode }] : []));
  const agencyNames = new Map(ctx.db.select({ id: agencies.id, name: agencies.name }).from(agencies).all().map(({ id, name }) => [id, name]));
  const known = { rules: barringRules(ctx, editionId), seated: () => seated, registry: once(() => registryOf(ctx)), regions };
  const ties = detectTies(ctx, { editionId }, known).flatMap((tie): DetectedTie[] => {
    const person = names.get(tie.userId);
    return person === undefined ? [] : [{ userId: tie.userId, person, agencyName: agencyNames.get(tie.agencyId) ?? "", reason: tie.reason, from: tie.from, until: tie.until }];
  });
  const written = gathered(coWrittenEntries(ctx, { editionId }), ({ userId }) => userId);
  return { ties, coWritten: [...written].map(([userId, entries]) => ({ person: names.get(userId) ?? "", entries: entries.length })) };
}

function gathered<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const known = groups.get(keyOf(item));
    if (known) known.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
