import { getAgency } from "#app/features/agencies/queries.server.ts";
import type { AgencyId } from "#app/features/agencies/types.ts";
import { getAward } from "#app/features/archive/queries.server.ts";
import type { AwardId } from "#app/features/archive/types.ts";
import { recordAudit } from "#app/features/audit/operations.server.ts";
import { mayOrganise } from "#app/features/competitions/policy.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { countInvitations } from "#app/features/proposals/eligibility/queries.server.ts";
import { countEntriesIn, getInvitation } from "#app/features/proposals/invitations/queries.server.ts";
import { awardWords, checkInvitation } from "#app/features/proposals/invitations/rules.ts";
import * as store from "#app/features/proposals/invitations/store.server.ts";
import type { EntryInvitation, EntryInvitationId } from "#app/features/proposals/invitations/types.ts";
import { tellInvited } from "#app/features/proposals/letters/operations.server.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { authorize, DomainError, notFound } from "#app/lib/errors.ts";
import { inTransaction } from "#db/client.server.ts";

type NewInvitation = {
  editionId: EntryInvitation["editionId"];
  agencyId: AgencyId;
  groupKey: string;
  awardId: AwardId | null;
  /** The award in words; taken from the archive where `awardId` names one. */
  reference: string;
  note: string;
};

/**
 * Invites an agency into a group by invitation on the ground of an earlier award; its admins are told. By the edition's
 * organiser (403), while the edition is a draft or open (409). Refuses another group and no award (422), and an invitation that
 * stands already (409). Each invitation lets one entry of the group be submitted.
 */
export function inviteEntry(ctx: Ctx, input: NewInvitation): EntryInvitationId {
  return inTransaction(ctx, () => {
    authorize(mayOrganise(ctx.actor, input.editionId));
    const edition = getEdition(ctx, input.editionId);
    if (edition.status === "closed") throw new DomainError("proposals.editionNotOpen", { kind: "conflict" });
    const agency = getAgency(ctx, input.agencyId);
    const reference = input.awardId ? awardWords(getAward(ctx, input.awardId)) : input.reference;
    checkInvitation(edition.definition, { groupKey: input.groupKey, reference });
    const standing = { withdrawnBy: null, withdrawnAt: null, withdrawnReason: "" };
    const by = { invitedBy: (ctx.actor as Actor).userId, invitedAt: ctx.now };
    const invitation = { id: ctx.newId("entryInvitation"), ...input, reference, ...by, ...standing };
    store.insertInvitation(ctx, invitation);
    audit(ctx, invitation, { verb: "inviteEntry", data: { agency: agency.id, group: input.groupKey, reference } });
    tellInvited(ctx, invitation);
    return invitation.id;
  });
}

/**
 * Takes an invitation back with a reason. By the edition's organiser (403). Refuses one that no longer stands, and one on which
 * an entry was submitted (409): that entry fails screening or is withdrawn first.
 */
export function withdrawInvitation(ctx: Ctx, input: { invitationId: EntryInvitationId; reason: string }): void {
  inTransaction(ctx, () => {
    const invitation = store.findInvitation(ctx, input.invitationId);
    if (!invitation) throw notFound("proposals.invitationUnknown");
    // What its page does not show is not there for an act either.
    getInvitation(ctx, invitation);
    const left = (countInvitations(ctx, invitation)[invitation.groupKey] ?? 0) - 1;
    if (invitation.withdrawnAt === null && countEntriesIn(ctx, invitation) > left) {
      throw new DomainError("proposals.invitationInUse", { kind: "conflict" });
    }
    store.markWithdrawn(ctx, invitation.id, { userId: (ctx.actor as Actor).userId, reason: input.reason });
    audit(ctx, invitation, { verb: "withdrawInvitation", data: { agency: invitation.agencyId, reason: input.reason } });
  });
}

function audit(ctx: Ctx, { id, editionId }: EntryInvitation, { verb, data }: { verb: string; data: Record<string, string> }): void {
  recordAudit(ctx, { action: "proposals.".concat(verb), subject: { kind: "entryInvitation", id }, editionId, data });
}
