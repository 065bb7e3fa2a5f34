import { isAgencyAdmin } from "#app/features/agencies/policy.ts";
import type { Comment } from "#app/features/proposals/comments/types.ts";
import { isProposalMember } from "#app/features/proposals/policy.ts";
import type { Proposal } from "#app/features/proposals/types.ts";
import type { Actor } from "#app/lib/ctx.ts";

type Place = Pick<Proposal, "agencyId" | "unitId">;

/** Comments are the agency's own: its members read and write them, and no seat of an edition ever does. */
export const mayComment = (actor: Actor | null, place: Place): boolean => isProposalMember(actor, place);

/** Whoever began a thread says when it is settled, and so does the agency's admin. */
export const maySettleThread = (actor: Actor | null, place: Place, { writtenBy }: Pick<Comment, "writtenBy">): boolean =>
  isAgencyAdmin(actor, place.agencyId) || (isProposalMember(actor, place) && actor?.userId === writtenBy);
