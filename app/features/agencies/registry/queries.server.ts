import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { mayImportAgencies, mayManageUnits } from "#app/features/agencies/policy.ts";
import { getAgency } from "#app/features/agencies/queries.server.ts";
import { nameOn } from "#app/features/agencies/registry/rules.ts";
import type { Agency, AgencyId, AgencySeed, SeedFault, UnitId, UnitKind } from "#app/features/agencies/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { auditEntries } from "#db/schema/audit.ts";
import { agencies, agencyMerges, agencyNames, agencyUnits, registryImports } from "#db/schema/agencies.ts";

type Reach = Pick<Ctx, "db">;

export type Unit = { id: UnitId; agencyId: AgencyId; parentId: UnitId | null; name: string; kind: UnitKind; closedAt: number | null };

/** Units of an agency; public as the registry is. */
export const listUnits = (ctx: Reach, agencyId: AgencyId): Unit[] =>
  ctx.db.select().from(agencyUnits).where(eq(agencyUnits.agencyId, agencyId)).orderBy(asc(agencyUnits.name), asc(agencyUnits.id)).all();

export function getUnit(ctx: Reach, agencyId: AgencyId, id: UnitId): Unit {
  const unit = listUnits(ctx, agencyId).find((one) => one.id === id);
  if (!unit) throw notFound("agencies.unitUnknown");
  return unit;
}

/** What was done to the units of an agency, the last first: name before (empty for a new one) and after. */
export type UnitChange = { seq: number; at: number; before: string; name: string; closed: boolean };

const unitFacts = z.object({ data: z.object({ name: z.string(), before: z.string().default(""), closed: z.boolean().default(false) }) });

/** The latest fifty changes of an agency's units, for whoever may change them; 404 for others. Read from the log. */
export function listUnitChanges(ctx: Ctx, agencyId: AgencyId): UnitChange[] {
  if (!mayManageUnits(ctx.actor, agencyId)) throw notFound("agencies.unknown");
  return ctx.db
    .select({ seq: auditEntries.seq, at: auditEntries.at, record: auditEntries.record })
    .from(auditEntries)
    .where(and(eq(auditEntries.subjectKind, "agency"), eq(auditEntries.subjectId, agencyId), inArray(auditEntries.action, ["agencies.addUnit", "agencies.changeUnit"])))
    .orderBy(desc(auditEntries.seq))
    .limit(50)
    .all()
    .flatMap(({ seq, at, record }) => (record === null ? [] : [{ seq, at, ...unitFacts.parse(JSON.parse(record)).data }]));
}

export type Rename = { before: string; after: string; validFrom: string; source: string; renamedAt: number };

/** Earlier names of an agency, the last first. */
export const listRenames = (ctx: Reach, agencyId: AgencyId): Rename[] =>
  ctx.db.select().from(agencyNames).where(eq(agencyNames.agencyId, agencyId)).orderBy(desc(agencyNames.position)).all();

/** The name an agency had on a day (YYYY-MM-DD), for documents of that day. */
export const agencyNameOn = (ctx: Reach, agencyId: AgencyId, day: string): string => nameOn(getAgency(ctx, agencyId).name, listRenames(ctx, agencyId), day);

export type Merge = { fromId: AgencyId; intoId: AgencyId; reason: string; mergedAt: number };

export const findMerge = (ctx: Reach, fromId: AgencyId): Merge | undefined => ctx.db.select().from(agencyMerges).where(eq(agencyMerges.fromId, fromId)).get();

export const listMergesInto = (ctx: Reach, intoId: AgencyId): Merge[] =>
  ctx.db.select().from(agencyMerges).where(eq(agencyMerges.intoId, intoId)).orderBy(desc(agencyMerges.mergedAt)).all();

/** Agencies directly below, by name. */
export const listChildren = (ctx: Reach, id: AgencyId): Agency[] =>
  ctx.db.select().from(agencies).where(eq(agencies.parentId, id)).orderBy(asc(agencies.name), asc(agencies.id)).all();

/** The whole registry with the codes of parents. */
export function listRegistry(ctx: Reach): (Agency & { parentCode: string | null })[] {
  const all = ctx.db.select().from(agencies).orderBy(asc(agencies.code)).all();
  const codes = new Map(all.map(({ id, code }) => [id, code]));
  return all.map((agency) => ({ ...agency, parentCode: agency.parentId && (codes.get(agency.parentId) ?? null) }));
}

export type RegistryImport = { id: Id<"registryImport">; fileName: string; seeds: AgencySeed[]; faults: SeedFault[]; appliedAt: number | null };

/** A registry file that was read, for whoever may take it in. */
export function getRegistryImport(ctx: Ctx, id: Id<"registryImport">): RegistryImport {
  const found = mayImportAgencies(ctx.actor) ? ctx.db.select().from(registryImports).where(eq(registryImports.id, id)).get() : undefined;
  if (!found) throw notFound("agencies.importUnknown");
  return found;
}
