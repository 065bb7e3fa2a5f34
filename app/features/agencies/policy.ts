import type { AgencyId, MemberRole } from "#app/features/agencies/types.ts";
import { type Actor, hasGrant, isOperator } from "#app/lib/ctx.ts";

/** Whoever works for the agency now; an heir does not. */
export const isAgencyMember = (actor: Actor | null, agencyId: AgencyId): boolean => grantsIn(actor, agencyId).some(({ role }) => role !== "heir");

/** A local admin of the agency this one went up in: reads what it was given and what it handed in, and changes nothing. */
export const isAgencyHeir = (actor: Actor | null, agencyId: AgencyId): boolean => grantsIn(actor, agencyId).some(({ role }) => role === "heir");

/** The only unit whose proposals a writer sees; undefined for whoever sees the whole agency's, and for strangers. */
export const confinedTo = (actor: Actor | null, agencyId: AgencyId): string | undefined => grantsIn(actor, agencyId).find(({ part }) => part !== undefined)?.part;

/** Whether a member is one for what belongs to a unit (null: to none); whoever is confined to a unit is one for that unit alone. */
export const reachesUnit = (actor: Actor | null, { agencyId, unitId }: { agencyId: AgencyId; unitId: string | null }): boolean => {
  const own = confinedTo(actor, agencyId);
  return isAgencyMember(actor, agencyId) && (own === undefined || own === unitId);
};

const grantsIn = (actor: Actor | null, agencyId: AgencyId) =>
  actor?.grants.filter((grant) => grant.scope === "agency" && grant.scopeId === agencyId) ?? [];

export const isAgencyAdmin = (actor: Actor | null, agencyId: AgencyId): boolean =>
  hasGrant(actor, { scope: "agency", scopeId: agencyId, role: "admin" });

/** The local admin makes and ends the accounts of the agency's units. */
export const mayManageMembers = (actor: Actor | null, agencyId: AgencyId): boolean => isAgencyAdmin(actor, agencyId);

/** A first local admin comes from outside the agency: from an edition's secretariat or the system admin. */
export const mayInviteMember = (actor: Actor | null, agencyId: AgencyId, role: MemberRole): boolean =>
  isAgencyAdmin(actor, agencyId) || (role === "admin" && mayInviteAdmins(actor));

export const mayInviteAdmins = (actor: Actor | null): boolean => isSecretariat(actor) || isOperator(actor);

export const mayReadMembers = (actor: Actor | null, agencyId: AgencyId): boolean =>
  isAgencyMember(actor, agencyId) || mayInviteAdmins(actor);

/** Renames and merges: a secretariat or the system admin, each with a reason or a source. */
export const mayManageRegistry = (actor: Actor | null): boolean => isSecretariat(actor) || isOperator(actor);

/** A file changes every agency at once: the central secretariat's or the system admin's, never the organiser's of one edition. */
export const mayImportAgencies = (actor: Actor | null): boolean => hasGrant(actor, { scope: "system", scopeId: "", role: "organiser" }) || isOperator(actor);

/** An agency knows its units best. */
export const mayManageUnits = (actor: Actor | null, agencyId: AgencyId): boolean => isAgencyAdmin(actor, agencyId) || mayManageRegistry(actor);

/** Organiser of any edition, or a person who may make editions. */
const isSecretariat = (actor: Actor | null): boolean =>
  actor?.grants.some((grant) => grant.role === "organiser" && grant.scope !== "agency") ?? false;

/** Whoever is appointed has no account yet: anybody may hand in a letter of appointment, and a throttle counts. */
export const mayAskAppointment = (): boolean => true;

/** The secretariat or the system admin looks at letters of appointment and answers them. */
export const mayDecideAppointment = (actor: Actor | null): boolean => mayInviteAdmins(actor);
