import { inviteAccount } from "#app/features/accounts/operations.server.ts";
import { addressOf, findUserIdByEmail } from "#app/features/accounts/queries.server.ts";
import { normalizeEmail } from "#app/features/accounts/rules.ts";
import { isAgencyMember, mayImportAgencies, mayInviteMember, mayManageMembers } from "#app/features/agencies/policy.ts";
import { getStandingAgency, listAdminIds } from "#app/features/agencies/queries.server.ts";
import { getUnit } from "#app/features/agencies/registry/queries.server.ts";
import { checkConfinement, checkRemoval, checkSeeds, isUnchanged } from "#app/features/agencies/rules.ts";
import * as store from "#app/features/agencies/store.server.ts";
import type { Agency, AgencyId, AgencySeed, ImportCounts, MemberRole, UnitId } from "#app/features/agencies/types.ts";
import { recordAudit } from "#app/features/audit/operations.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { authorize, DomainError, notFound } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { inTransaction } from "#db/client.server.ts";

/**
 * Takes a registry in by official code: new agencies are added, changed ones brought up to date, none is removed. Refuses
 * `agencies.codeTwice` and `agencies.parentUnknown`; taking the same registry in again changes nothing.
 */
export function importAgencies(ctx: Ctx, seeds: readonly AgencySeed[]): ImportCounts {
  return inTransaction(ctx, () => {
    authorize(mayImportAgencies(ctx.actor));
    const known = new Map(store.findAllAgencies(ctx).map((agency) => [agency.code, agency]));
    checkSeeds(seeds, new Set(known.keys()));
    const ids = new Map([...known].map(([code, agency]) => [code, agency.id]));
    for (const { code } of seeds) if (!ids.has(code)) ids.set(code, ctx.newId("agency"));
    const counts: ImportCounts = { created: 0, updated: 0, unchanged: 0 };
    for (const seed of seeds) counts[takeIn(ctx, seed, known.get(seed.code), ids)] += 1;
    if (counts.created + counts.updated === 0) return counts;
    recordAudit(ctx, { action: "agencies.import", subject: { kind: "registry", id: "agencies" }, data: { ...counts } });
    return counts;
  });
}

function takeIn(ctx: Ctx, seed: AgencySeed, known: Agency | undefined, ids: Map<string, AgencyId>): keyof ImportCounts {
  const { parentCode, ...facts } = seed;
  const parentId = parentCode === null ? null : (ids.get(parentCode) ?? null);
  if (known && isUnchanged(seed, known, parentId)) return "unchanged";
  const row = { ...facts, parentId, id: ids.get(seed.code) as AgencyId };
  if (known) store.updateAgency(ctx, row);
  else store.insertAgency(ctx, row);
  return known ? "updated" : "created";
}

/**
 * Makes a person a member of an agency and writes to them. Writers are invited by the local admin; a local admin also by an
 * edition's organiser or the system admin. Refuses `agencies.memberTaken` for a present member; a former one comes back. Whoever
 * invites from outside the agency does not invite himself (`agencies.notYourself`). With `unitId` a writer sees and writes the
 * proposals of that unit alone. Refuses an agency that went up in another (`agencies.gone`).
 */
export function inviteMember(
  ctx: Ctx,
  input: { agencyId: AgencyId; email: string; name: string; role: MemberRole; unit: string; unitId?: UnitId | null },
): Id<"user"> {
  return inTransaction(ctx, () => {
    authorize(mayInviteMember(ctx.actor, input.agencyId, input.role));
    const { agencyId, email, name, role, unit, unitId = null } = input;
    checkOther(ctx, input);
    const agency = getStandingAgency(ctx, agencyId);
    if (unitId) checkConfinement(role, getUnit(ctx, agencyId, unitId));
    const userId = inviteAccount(ctx, {
      email,
      name,
      grant: { kind: "agency", agencyId, role, unit },
      place: placeOf(ctx, email, { agency: agency.name, role, unit }),
    });
    store.insertMember(ctx, { agencyId, userId, role, unit, unitId });
    recordAudit(ctx, {
      action: "agencies.inviteMember",
      subject: { kind: "agency", id: agencyId },
      data: { userId, role, unit, ...(unitId ? { unitId } : {}) },
    });
    return userId;
  });
}

function checkOther(ctx: Ctx, { agencyId, email }: { agencyId: AgencyId; email: string }): void {
  if (isAgencyMember(ctx.actor, agencyId)) return;
  const userId = findUserIdByEmail(ctx, normalizeEmail(email));
  if (userId && userId === ctx.actor?.userId) throw new DomainError("agencies.notYourself", { kind: "forbidden" });
}

/** `pengusul Dinas Kesehatan, Pemerintah Kabupaten Wakatobi`, in the language of whoever is written to. */
function placeOf(ctx: Ctx, email: string, place: { agency: string; role: MemberRole; unit: string }): string {
  const known = findUserIdByEmail(ctx, email);
  const locale = (known && addressOf(ctx, known)?.locale) ?? "id";
  return translators[locale](`agencies.place.${place.role}`, place);
}

/**
 * Confines a writer to one open unit of the agency, or with null to none. Takes effect at the writer's next request. Refuses a
 * local admin (`agencies.adminConfined`), a closed unit (`agencies.unitClosed`), a unit of another agency and a stranger (404).
 */
export function confineMember(ctx: Ctx, input: { agencyId: AgencyId; userId: Id<"user">; unitId: UnitId | null }): void {
  const { agencyId, userId, unitId } = input;
  inTransaction(ctx, () => {
    authorize(mayManageMembers(ctx.actor, agencyId));
    const member = store.findMember(ctx, agencyId, userId);
    if (!member) throw notFound("agencies.memberUnknown");
    if (unitId) checkConfinement(member.role, getUnit(ctx, agencyId, unitId));
    if (!store.confine(ctx, input)) throw notFound("agencies.memberUnknown");
    const data = { userId, before: member.unitId ?? "", unit: unitId ?? "" };
    recordAudit(ctx, { action: "agencies.confineMember", subject: { kind: "agency", id: agencyId }, data });
  });
}

/**
 * Ends a membership; the row stays, because whoever once worked there is no judge of its entries. Refuses
 * `agencies.memberUnknown` and `agencies.lastAdmin`.
 */
export function removeMember(ctx: Ctx, input: { agencyId: AgencyId; userId: Id<"user"> }): void {
  const { agencyId, userId } = input;
  inTransaction(ctx, () => {
    authorize(mayManageMembers(ctx.actor, agencyId));
    const member = store.findMember(ctx, agencyId, userId);
    if (!member) throw notFound("agencies.memberUnknown");
    checkRemoval(member, listAdminIds(ctx, agencyId));
    if (!store.endMembership(ctx, agencyId, userId)) throw notFound("agencies.memberUnknown");
    recordAudit(ctx, { action: "agencies.removeMember", subject: { kind: "agency", id: agencyId }, data: { userId } });
  });
}
