import { and, asc, eq, isNull } from "drizzle-orm";
import { meansSeat } from "#app/features/conflicts/objecting/rules.ts";
import { objectionBars, standsNow } from "#app/features/conflicts/standing/rules.ts";
import { type Asked, barringRules, coWrittenEntries, detectTies, seatedPeople, type SeatedPerson } from "#app/features/conflicts/ties/queries.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { agencyObjections, conflicts } from "#db/schema/conflicts.ts";

type Reach = Pick<Ctx, "db" | "now">;

/** Everything of some agencies, and single entries, with which of them somebody said and which were found. */
export type PersonBars = { agencies: Map<Id<"agency">, "detected" | "agency" | "declared">; entries: Map<Id<"proposal">, "detected" | "declared"> };

/**
 * What stands between people and entries now, from every source: the one rule of all stages. Of one person, or of everybody who
 * belongs to an agency, sits in the edition or has declared something.
 */
export function barsByPerson(ctx: Reach, asked: Asked): Map<Id<"user">, PersonBars> {
  const rules = barringRules(ctx, asked.editionId);
  const declared = declaredOf(ctx, asked);
  const seated = once(() => seatedPeople(ctx, asked));
  const regions = declared.flatMap(({ userId, regionCode }) => (regionCode ? [{ userId, regionCode }] : []));
  const bars = new Map<Id<"user">, PersonBars>();
  const of = (userId: Id<"user">): PersonBars => {
    const known = bars.get(userId) ?? { agencies: new Map(), entries: new Map() };
    bars.set(userId, known);
    return known;
  };
  for (const { userId, agencyId, proposalId } of declared) {
    if (agencyId) of(userId).agencies.set(agencyId, "declared");
    if (proposalId) of(userId).entries.set(proposalId, "declared");
  }
  if (rules.conflicts.byAgency !== "no") for (const { userId, agencyId } of objected(ctx, asked, { rules, seated })) of(userId).agencies.set(agencyId, "agency");
  for (const { userId, agencyId } of detectTies(ctx, asked, { rules, seated, regions })) of(userId).agencies.set(agencyId, "detected");
  for (const { userId, proposalId } of coWrittenEntries(ctx, asked)) of(userId).entries.set(proposalId, "detected");
  return bars;
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

const declaredOf = (ctx: Reach, { editionId, userId }: Asked) =>
  ctx.db
    .select()
    .from(conflicts)
    .where(and(eq(conflicts.editionId, editionId), isNull(conflicts.withdrawnAt), userId && eq(conflicts.userId, userId)))
    .orderBy(asc(conflicts.declaredAt), asc(conflicts.id))
    .all()
    .filter((row) => standsNow(row, ctx.now));

type Known = { rules: ReturnType<typeof barringRules>; seated: () => SeatedPerson[] };

function objected(ctx: Reach, asked: Asked, { rules, seated }: Known): { userId: Id<"user">; agencyId: Id<"agency"> }[] {
  const standing = ctx.db
    .select()
    .from(agencyObjections)
    .where(eq(agencyObjections.editionId, asked.editionId))
    .all()
    .filter((row) => objectionBars(row, rules.conflicts, ctx.now));
  if (standing.length === 0) return [];
  return standing.flatMap((row) => seated().filter((seat) => meansSeat(row, seat)).map(({ userId }) => ({ userId, agencyId: row.agencyId })));
}
