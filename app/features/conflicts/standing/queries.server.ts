import { and, asc, eq, isNull } from "drizzle-orm";
import { meansSeat } from "#app/features/conflicts/objecting/rules.ts";
import { heirsOf } from "#app/features/conflicts/rules.ts";
import { objectionBars, standsNow } from "#app/features/conflicts/standing/rules.ts";
import { type Asked, barringRules, coWrittenEntries, detectTies, kinIn, type Registry, registryOf, seatedPeople, type SeatedPerson } from "#app/features/conflicts/ties/queries.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { once } from "#app/lib/once.ts";
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
  const registry = once(() => registryOf(ctx));
  for (const { userId, agencyId, proposalId, kind } of declared) {
    // A post ties to what stands above and below, as a membership does; other ties to the agency alone, and to its heirs.
    const meant = agencyId && (kind === "post" ? kinIn(registry(), agencyId) : heirsOf(registry().merges, agencyId));
    for (const id of meant ?? []) of(userId).agencies.set(id, "declared");
    if (proposalId) of(userId).entries.set(proposalId, "declared");
  }
  if (rules.conflicts.byAgency !== "no") for (const { userId, agencyId } of objected(ctx, asked, { rules, seated, registry })) of(userId).agencies.set(agencyId, "agency");
  for (const { userId, agencyId } of detectTies(ctx, asked, { rules, seated, registry, regions })) of(userId).agencies.set(agencyId, "detected");
  for (const { userId, proposalId } of coWrittenEntries(ctx, asked)) of(userId).entries.set(proposalId, "detected");
  return bars;
}

const declaredOf = (ctx: Reach, { editionId, userId }: Asked) =>
  ctx.db
    .select()
    .from(conflicts)
    .where(and(eq(conflicts.editionId, editionId), isNull(conflicts.withdrawnAt), userId && eq(conflicts.userId, userId)))
    .orderBy(asc(conflicts.declaredAt), asc(conflicts.id))
    .all()
    .filter((row) => standsNow(row, ctx.now));

type Known = { rules: ReturnType<typeof barringRules>; seated: () => SeatedPerson[]; registry: () => Registry };

function objected(ctx: Reach, asked: Asked, { rules, seated, registry }: Known): { userId: Id<"user">; agencyId: Id<"agency"> }[] {
  const standing = ctx.db
    .select()
    .from(agencyObjections)
    .where(eq(agencyObjections.editionId, asked.editionId))
    .all()
    .filter((row) => objectionBars(row, rules.conflicts, ctx.now));
  if (standing.length === 0) return [];
  return standing.flatMap((row) => {
    const entrants = heirsOf(registry().merges, row.agencyId);
    return seated().filter((seat) => meansSeat(row, seat)).flatMap(({ userId }) => entrants.map((agencyId) => ({ userId, agencyId })));
  });
}
