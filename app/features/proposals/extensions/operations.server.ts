import { addressOf } from "#app/features/accounts/queries.server.ts";
import { findMembershipFor, getAgency, listAdminIds } from "#app/features/agencies/queries.server.ts";
import { asMember } from "#app/features/agencies/rules.ts";
import { recordAudit } from "#app/features/audit/operations.server.ts";
import { getOrganised } from "#app/features/competitions/queries.server.ts";
import { editionFacts } from "#app/features/competitions/rules.ts";
import type { Edition, EditionId } from "#app/features/competitions/types.ts";
import { windowFor } from "#app/features/proposals/extensions/queries.server.ts";
import { checkExtension } from "#app/features/proposals/extensions/rules.ts";
import { findExtension, insertExtension, revokeRow } from "#app/features/proposals/extensions/store.server.ts";
import type { Extension, ExtensionId } from "#app/features/proposals/extensions/types.ts";
import { leaveNotice, queueMail } from "#app/features/notifications/operations.server.ts";
import { getProposal } from "#app/features/proposals/queries.server.ts";
import type { Proposal } from "#app/features/proposals/types.ts";
import { formatDeadline } from "#app/i18n/format.ts";
import { type Actor, type Ctx, isWithheld } from "#app/lib/ctx.ts";
import { DomainError, notFound } from "#app/lib/errors.ts";
import { inTransaction } from "#db/client.server.ts";

type Grant = {
  editionId: EditionId;
  agencyId: Proposal["agencyId"];
  /** null = every proposal of the agency, started or not. */
  proposalId: Proposal["id"] | null;
  closesAt: number;
  reason: string;
};

/**
 * Gives one agency, or one of its proposals, until `closesAt` (UTC ms, end of the half-open window) and tells it why. Only the
 * organiser, only while the edition is open (`competitions.notOpen`, 409). Refuses a proposal of another agency or edition and
 * one withheld from the person (404), one that was decided on or withdrawn (`proposals.notExtendable`, 409), and what `checkExtension` refuses. More time for everybody
 * is an extension of the stage.
 */
export function grantExtension(ctx: Ctx, input: Grant): ExtensionId {
  return inTransaction(ctx, () => {
    const edition = getOrganised(ctx, input.editionId);
    if (edition.status !== "open") throw new DomainError("competitions.notOpen", { kind: "conflict" });
    getAgency(ctx, input.agencyId);
    const proposal = input.proposalId ? extendable(ctx, input, input.proposalId) : null;
    const { closesAt: current } = windowFor(ctx, edition, input);
    checkExtension(edition.definition, { closesAt: input.closesAt, current, now: ctx.now });
    const id = insertExtension(ctx, { ...input, grantedBy: (ctx.actor as Actor).userId });
    const { agencyId, closesAt, reason } = input;
    record(ctx, edition, { id, action: "proposals.grantExtension", data: { agency: agencyId, proposal: input.proposalId ?? "", closesAt, reason } });
    tell(ctx, edition, { template: "extensionGranted", extension: { ...input, id }, proposal, reason });
    return id;
  });
}

function extendable(ctx: Ctx, { editionId, agencyId }: Grant, id: Proposal["id"]): Proposal {
  const proposal = getProposal(ctx, id);
  if (proposal.editionId !== editionId || proposal.agencyId !== agencyId || isWithheld(ctx.actor, proposal)) throw notFound("proposals.unknown");
  const decided = proposal.reach !== "draft" && proposal.reach !== "submitted";
  if (decided || proposal.status === "withdrawn") throw new DomainError("proposals.notExtendable", { kind: "conflict" });
  return proposal;
}

/**
 * Takes more time back from now on; what was submitted within it stands. Only the organiser. Refuses one that was taken back
 * before (`proposals.extensionRevoked`, 409).
 */
export function revokeExtension(ctx: Ctx, input: { extensionId: ExtensionId; reason: string }): void {
  inTransaction(ctx, () => {
    const extension = findExtension(ctx, input.extensionId);
    if (!extension) throw notFound("proposals.extensionUnknown");
    const edition = getOrganised(ctx, extension.editionId);
    const by = { revokedBy: (ctx.actor as Actor).userId, revokeReason: input.reason };
    if (!revokeRow(ctx, extension.id, by)) throw new DomainError("proposals.extensionRevoked", { kind: "conflict" });
    record(ctx, edition, { id: extension.id, action: "proposals.revokeExtension", data: { agency: extension.agencyId, reason: input.reason } });
    const proposal = extension.proposalId ? getProposal(ctx, extension.proposalId) : null;
    tell(ctx, edition, { template: "extensionRevoked", extension, proposal, reason: input.reason });
  });
}

type Recorded = { id: ExtensionId; action: string; data: Record<string, string | number> };

function record(ctx: Ctx, edition: Edition, { id, action, data }: Recorded): void {
  recordAudit(ctx, { action, subject: { kind: "extension", id }, editionId: edition.id, data });
}

type Told = {
  template: "extensionGranted" | "extensionRevoked";
  extension: Pick<Extension, "id" | "agencyId" | "closesAt">;
  proposal: Proposal | null;
  reason: string;
};

/** The agency's admins, and the writer of the proposal it is about. */
function tell(ctx: Ctx, edition: Edition, { template, extension, proposal, reason }: Told): void {
  const { name: agency, zone } = getAgency(ctx, extension.agencyId);
  const people = new Set([...listAdminIds(ctx, extension.agencyId), ...(proposal && findMembershipFor(ctx, proposal.createdBy, proposal) ? [proposal.createdBy] : [])]);
  const page = proposal ? `/proposals/${proposal.id}` : `/agencies/${extension.agencyId}`;
  for (const userId of people) {
    const address = addressOf(ctx, userId);
    if (!address) continue;
    const until = formatDeadline(address.locale, extension.closesAt, zone);
    const params = { ...editionFacts(edition, address.locale), title: proposal?.title ?? agency, until, reason };
    const read = { edition: edition.definition.name, until: { at: extension.closesAt, zone, as: "deadline" as const } };
    leaveNotice(ctx, { userId, kind: template, params: { ...params, ...read }, url: page });
    queueMail(ctx, {
      dedupeKey: `${template}:${extension.id}:${userId}`,
      recipient: address.email,
      locale: address.locale,
      template,
      standing: asMember(userId, { agencyId: extension.agencyId, unitId: proposal?.unitId ?? null }),
      params: { ...params, name: address.name, link: `${ctx.baseUrl}${page}` },
    });
  }
}
