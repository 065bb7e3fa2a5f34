import type { AgencyId, MemberRole } from "#app/features/agencies/types.ts";
import { type Actor, hasGrant, isOperator } from "#app/lib/ctx.ts";

export const isAgencyMember = (actor: Actor | null, agencyId: AgencyId): boolean =>
  actor?.grants.some((grant) => grant.scope === "agency" && grant.scopeId === agencyId) ?? false;

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

/** Renames, merges and takes in files: a secretariat or the system admin, each with a reason or a source. */
export const mayManageRegistry = (actor: Actor | null): boolean => isSecretariat(actor) || isOperator(actor);

export const mayImportAgencies = (actor: Actor | null): boolean => mayManageRegistry(actor);

/** An agency knows its units best. */
export const mayManageUnits = (actor: Actor | null, agencyId: AgencyId): boolean => isAgencyAdmin(actor, agencyId) || mayManageRegistry(actor);

/** Organiser of any edition, or a person who may make editions. */
const isSecretariat = (actor: Actor | null): boolean =>
  actor?.grants.some((grant) => grant.role === "organiser" && grant.scope !== "agency") ?? false;

/** Whoever is appointed has no account yet: anybody may hand in a letter of appointment, and a throttle counts. */
export const mayAskAppointment = (): boolean => true;

/** The secretariat or the system admin looks at letters of appointment and answers them. */
export const mayDecideAppointment = (actor: Actor | null): boolean => mayInviteAdmins(actor);
