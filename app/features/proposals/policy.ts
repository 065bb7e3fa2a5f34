import { isSystemAuditor } from "#app/features/accounts/policy.ts";
import { isAgencyAdmin, isAgencyHeir, isAgencyMember, reachesUnit } from "#app/features/agencies/policy.ts";
import { hasSeat } from "#app/features/competitions/policy.ts";
import type { Proposal } from "#app/features/proposals/types.ts";
import { type Actor, isWithheld } from "#app/lib/ctx.ts";

type Place = Pick<Proposal, "id" | "agencyId" | "unitId" | "editionId" | "status" | "reach" | "createdBy" | "number">;

/** A member of the proposal's agency; a writer confined to a unit only of that unit's proposals. */
export const isProposalMember = (actor: Actor | null, proposal: Pick<Place, "agencyId" | "unitId">): boolean => reachesUnit(actor, proposal);

/** Any member starts a proposal; one of a group by invitation only the admin does, who vouches for the earlier award. */
export const mayCreateProposal = (actor: Actor | null, agencyId: Proposal["agencyId"], byInvitation: boolean): boolean =>
  byInvitation ? isAgencyAdmin(actor, agencyId) : isAgencyMember(actor, agencyId);

/** At the unit every member writes, at the agency its admin. */
export const mayWriteProposal = (actor: Actor | null, proposal: Pick<Place, "agencyId" | "unitId" | "status">): boolean =>
  (proposal.status === "atUnit" && isProposalMember(actor, proposal)) ||
  (proposal.status === "atAgency" && isAgencyAdmin(actor, proposal.agencyId));

/** Sinovik's rule: only the admin of the agency submits, returns, and opens what was submitted. */
export const maySubmitProposal = (actor: Actor | null, agencyId: Proposal["agencyId"]): boolean =>
  isAgencyAdmin(actor, agencyId);

type Withdrawn = Pick<Place, "agencyId" | "unitId" | "status" | "createdBy" | "number">;

/** The admin withdraws; a writer only the own draft that has not left the unit and was never submitted. */
export const mayWithdrawProposal = (actor: Actor | null, proposal: Withdrawn): boolean =>
  isAgencyAdmin(actor, proposal.agencyId) || (isProposalMember(actor, proposal) && isOwnDraft(actor, proposal));

/** A numbered proposal came back to the unit for correction: the agency's entry, no longer its writer's own. */
const isOwnDraft = (actor: Actor | null, { status, number, createdBy }: Withdrawn): boolean =>
  status === "atUnit" && number === null && actor?.userId === createdBy;

type Read = Pick<Place, "id" | "agencyId" | "unitId" | "editionId" | "reach">;

/** Members see the draft; the edition's organisers and auditors see what was submitted, and only that. */
export const mayReadProposal = (actor: Actor | null, proposal: Read): boolean =>
  isProposalMember(actor, proposal) || mayReadEntry(actor, proposal);

/** Receipts also for the agency the entrant went up in, which answers for what was handed in. */
export const mayReadReceipt = (actor: Actor | null, proposal: Read): boolean =>
  mayReadProposal(actor, proposal) || isAgencyHeir(actor, proposal.agencyId);

/** Screeners read what they may screen, assessors by assignment; their rooms ask that themselves. Nobody what he is in conflict with. */
export const mayReadEntry = (actor: Actor | null, proposal: Pick<Place, "id" | "agencyId" | "editionId" | "reach">): boolean =>
  proposal.reach !== "draft" && mayListEntries(actor, proposal.editionId) && !isWithheld(actor, proposal);

export const mayListEntries = (actor: Actor | null, editionId: Proposal["editionId"]): boolean =>
  hasSeat(actor, editionId, "organiser", "auditor") || isSystemAuditor(actor);
