import { importAgencies } from "#app/features/agencies/operations.server.ts";
import { mayImportAgencies, mayManageRegistry, mayManageUnits } from "#app/features/agencies/policy.ts";
import { getAgency } from "#app/features/agencies/queries.server.ts";
import { findMerge, getRegistryImport, getUnit, listRegistry, listUnits } from "#app/features/agencies/registry/queries.server.ts";
import { checkUnitName, checkUnitPlace, seedsOfTable } from "#app/features/agencies/registry/rules.ts";
import * as store from "#app/features/agencies/registry/store.server.ts";
import type { AgencyId, ImportCounts, UnitId, UnitKind } from "#app/features/agencies/types.ts";
import { recordAudit } from "#app/features/audit/operations.server.ts";
import { cleanLine } from "#app/lib/clean-text.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { authorize, DomainError } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { dayOfInstant } from "#app/lib/zones.ts";
import { inTransaction } from "#db/client.server.ts";

/**
 * Gives an agency a new name from a day on (YYYY-MM-DD) by a decree or another source; the earlier one stays on record. Refuses
 * `agencies.sameName`.
 */
export function renameAgency(ctx: Ctx, input: { agencyId: AgencyId; name: string; validFrom: string; source: string }): void {
  inTransaction(ctx, () => {
    authorize(mayManageRegistry(ctx.actor));
    const { id, name: before } = getAgency(ctx, input.agencyId);
    const after = cleanLine(input.name);
    if (after === before) throw new DomainError("agencies.sameName");
    const { validFrom, source } = input;
    store.renameTo(ctx, id, { before, after, validFrom, source, renamedBy: (ctx.actor as Actor).userId });
    recordAudit(ctx, { action: "agencies.rename", subject: { kind: "agency", id }, data: { before, after, validFrom, source } });
  });
}

/**
 * Lets one agency go up in another: its present members move, its proposals and awards stay its own under the name they carry.
 * Refuses `agencies.mergeItself` and `agencies.merged` when either went up already. Pages merge by the act `mergeUnentered`.
 * Returns how many members moved.
 */
export function mergeAgencies(ctx: Ctx, input: { fromId: AgencyId; intoId: AgencyId; reason: string }): number {
  return inTransaction(ctx, () => {
    authorize(mayManageRegistry(ctx.actor));
    const from = getAgency(ctx, input.fromId);
    const into = getAgency(ctx, input.intoId);
    if (from.id === into.id) throw new DomainError("agencies.mergeItself", { kind: "conflict" });
    if (findMerge(ctx, from.id) || findMerge(ctx, into.id)) throw new DomainError("agencies.merged", { kind: "conflict" });
    const { reason } = input;
    store.insertMerge(ctx, { fromId: from.id, intoId: into.id, reason, mergedBy: (ctx.actor as Actor).userId, mergedAt: ctx.now });
    const members = store.moveMembers(ctx, from.id, into.id);
    recordAudit(ctx, { action: "agencies.merge", subject: { kind: "agency", id: from.id }, data: { into: into.id, reason, members } });
    return members;
  });
}

type UnitFacts = { name: string; kind: UnitKind; parentId: UnitId | null };

/**
 * Adds a unit below an agency or below another of its units. By the agency's local admin or whoever keeps the registry. Refuses
 * `agencies.unitTaken` for a name at the same place.
 */
export function addUnit(ctx: Ctx, input: UnitFacts & { agencyId: AgencyId }): UnitId {
  return inTransaction(ctx, () => {
    authorize(mayManageUnits(ctx.actor, input.agencyId));
    const { id: agencyId } = getAgency(ctx, input.agencyId);
    if (input.parentId) getUnit(ctx, agencyId, input.parentId);
    const id = ctx.newId("unit");
    const facts = { name: cleanLine(input.name), kind: input.kind, parentId: input.parentId };
    checkUnitName(listUnits(ctx, agencyId), { id: null, ...facts });
    store.insertUnit(ctx, { id, agencyId, ...facts, createdAt: ctx.now, closedAt: null });
    recordAudit(ctx, { action: "agencies.addUnit", subject: { kind: "agency", id: agencyId }, data: { unit: id, ...facts } });
    return id;
  });
}

/** Renames, moves, closes or opens a unit again. Refuses `agencies.unitUnknown`, `agencies.unitCircle` and `agencies.unitTaken`. */
export function changeUnit(ctx: Ctx, input: UnitFacts & { agencyId: AgencyId; unitId: UnitId; closed: boolean }): void {
  inTransaction(ctx, () => {
    const { agencyId, unitId, kind, parentId } = input;
    authorize(mayManageUnits(ctx.actor, agencyId));
    const before = getUnit(ctx, agencyId, unitId);
    if (parentId) getUnit(ctx, agencyId, parentId);
    const units = listUnits(ctx, agencyId);
    checkUnitPlace(units, unitId, parentId);
    const name = cleanLine(input.name);
    checkUnitName(units, { id: unitId, name, parentId });
    store.updateUnit(ctx, unitId, { name, kind, parentId, closedAt: input.closed ? (before.closedAt ?? ctx.now) : null });
    const data = { unit: unitId, before: before.name, name, kind, parentId: parentId ?? "", closed: input.closed };
    recordAudit(ctx, { action: "agencies.changeUnit", subject: { kind: "agency", id: agencyId }, data });
  });
}

type Sheet = Parameters<typeof seedsOfTable>[0];

/** Keeps a registry file with its faults, to be looked at; nothing changes yet. Refuses `agencies.columnsMissing`. */
export function readRegistry(ctx: Ctx, input: { fileName: string; sheet: Sheet }): Id<"registryImport"> {
  return inTransaction(ctx, () => {
    authorize(mayImportAgencies(ctx.actor));
    const fileName = cleanLine(input.fileName).slice(0, 200);
    const knownCodes = new Set(listRegistry(ctx).map(({ code }) => code));
    const id = ctx.newId("registryImport");
    const { userId: createdBy } = ctx.actor as Actor;
    store.insertRegistryImport(ctx, { id, fileName, ...seedsOfTable(input.sheet, { source: fileName, knownCodes }), createdBy, createdAt: ctx.now });
    return id;
  });
}

/**
 * Takes a registry file in that was looked at. Refuses one with faults (`agencies.importFaulty`) or taken in before
 * (`agencies.importOver`), 409; a new name is kept with its history.
 */
export function applyRegistry(ctx: Ctx, input: { importId: Id<"registryImport"> }): ImportCounts {
  return inTransaction(ctx, () => {
    authorize(mayImportAgencies(ctx.actor));
    const { id, seeds, faults } = getRegistryImport(ctx, input.importId);
    if (faults.length > 0) throw new DomainError("agencies.importFaulty", { kind: "conflict", params: { count: faults.length } });
    if (!store.markApplied(ctx, id)) throw new DomainError("agencies.importOver", { kind: "conflict" });
    const known = new Map(listRegistry(ctx).map((agency) => [agency.code, agency]));
    for (const { code, name, source } of seeds) {
      const agency = known.get(code);
      if (agency && agency.name !== name) renameAgency(ctx, { agencyId: agency.id, name, validFrom: dayOfInstant("Asia/Jakarta", ctx.now), source });
    }
    // A file that only repeats what is known would change every source; those agencies keep theirs.
    return importAgencies(ctx, seeds.map((seed) => ({ ...seed, source: known.get(seed.code)?.source ?? seed.source })));
  });
}
