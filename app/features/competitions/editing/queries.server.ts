import { and, asc, desc, eq, isNotNull } from "drizzle-orm";
import { agencyKinds } from "#app/features/agencies/types.ts";
import { findAgencyByCode, listAgencies } from "#app/features/agencies/queries.server.ts";
import { archiveFacets } from "#app/features/archive/queries.server.ts";
import type { Definition, Words } from "#app/features/competitions/definition/types.ts";
import type { Facts, Part } from "#app/features/competitions/editing/types.ts";
import type { EditionId } from "#app/features/competitions/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { users } from "#db/schema/accounts.ts";
import { editionChanges } from "#db/schema/competitions.ts";

type Reach = Pick<Ctx, "db">;

const nothing: Facts = { competitions: [], tiers: [], agencies: [] };
const agenciesMost = 2_000;

/**
 * What a page offers from other rooms; only the pages that need it ask for it. Of agencies those that stand, and of the merged ones
 * only what the rules name already, so that saving a page drops none of them unseen.
 */
export function factsFor(ctx: Reach, part: Part, { organisingBodies, remoteRegions }: Pick<Definition, "organisingBodies" | "remoteRegions">): Facts {
  if (part === "exclusions") {
    const { competitions, tiers } = archiveFacets(ctx);
    return { ...nothing, competitions: competitions.map(({ key }) => key), tiers: tiers.map(({ tier }) => tier) };
  }
  if (part !== "bodies" && part !== "basics" && part !== "lists") return nothing;
  const standing = agencyKinds.flatMap((kind) => listAgencies(ctx, { kind, standing: true, limit: agenciesMost, offset: 0 }));
  const offered = new Set(standing.map(({ code }) => code));
  const named = [...organisingBodies.agencies, ...remoteRegions].filter((code) => !offered.has(code)).flatMap((code) => findAgencyByCode(ctx, code) ?? []);
  return { ...nothing, agencies: [...standing, ...named].map(({ code, name }) => ({ code, name })) };
}

export type LoggedChange = { what: Words; before: Words; after: Words; reason: string; changedAt: number };

/** Changes of an open edition, the last first: public with its rules, which the caller was allowed to see. Who is not said. */
export const listChanges = (ctx: Reach, editionId: EditionId): LoggedChange[] =>
  ctx.db
    .select({
      what: editionChanges.what,
      before: editionChanges.before,
      after: editionChanges.after,
      reason: editionChanges.reason,
      changedAt: editionChanges.changedAt,
    })
    .from(editionChanges)
    .where(and(eq(editionChanges.editionId, editionId), isNotNull(editionChanges.reason)))
    .orderBy(desc(editionChanges.revision), asc(editionChanges.position))
    .all()
    .map((row) => ({ ...row, reason: row.reason ?? "" }));

/** Who last changed a page, and when. The caller has asked its policy. */
export const lastChangeOf = (ctx: Reach, editionId: EditionId, page: string): { name: string; changedAt: number } | undefined =>
  ctx.db
    .select({ name: users.name, changedAt: editionChanges.changedAt })
    .from(editionChanges)
    .innerJoin(users, eq(users.id, editionChanges.changedBy))
    .where(and(eq(editionChanges.editionId, editionId), eq(editionChanges.page, page)))
    .orderBy(desc(editionChanges.revision))
    .get();
