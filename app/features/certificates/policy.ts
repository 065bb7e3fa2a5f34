import { isSystemAuditor } from "#app/features/accounts/policy.ts";
import { isAgencyHeir, isAgencyMember, reachesUnit } from "#app/features/agencies/policy.ts";
import type { AgencyId, UnitId } from "#app/features/agencies/types.ts";
import { hasSeat, mayOrganise } from "#app/features/competitions/policy.ts";
import type { EditionId } from "#app/features/competitions/types.ts";
import type { Actor } from "#app/lib/ctx.ts";

/** The decree has decided; issuing carries it out: the secretariat, or whoever signs. */
export const mayIssueCertificates = (actor: Actor | null, editionId: EditionId): boolean =>
  mayOrganise(actor, editionId) || hasSeat(actor, editionId, "signatory");

export const mayRevokeCertificates = mayIssueCertificates;

export const mayReadCertificates = (actor: Actor | null, editionId: EditionId): boolean =>
  mayIssueCertificates(actor, editionId) || hasSeat(actor, editionId, "chair", "auditor") || isSystemAuditor(actor);

/** What an agency was given stands on its shelf, and on that of the local admin of the agency it went up in. */
export const mayReadShelf = (actor: Actor | null, agencyId: AgencyId): boolean => isAgencyMember(actor, agencyId) || isAgencyHeir(actor, agencyId);

/** One of them; a writer confined to a unit that unit's alone. */
export const mayReadOwnCertificate = (actor: Actor | null, owner: { agencyId: AgencyId; unitId: UnitId | null }): boolean =>
  reachesUnit(actor, owner) || isAgencyHeir(actor, owner.agencyId);
