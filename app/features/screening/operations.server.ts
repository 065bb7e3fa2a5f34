import { addressOf } from "#app/features/accounts/queries.server.ts";
import { listAdminIds } from "#app/features/agencies/queries.server.ts";
import { recordAudit } from "#app/features/audit/operations.server.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { editionFacts, requireOpen } from "#app/features/competitions/rules.ts";
import { findConflict } from "#app/features/conflicts/queries.server.ts";
import { leaveNotice, queueMail } from "#app/features/notifications/operations.server.ts";
import { moveEntry } from "#app/features/proposals/operations.server.ts";
import { mayReadProposal } from "#app/features/proposals/policy.ts";
import { getEntry, getProposal } from "#app/features/proposals/queries.server.ts";
import { numberText } from "#app/features/proposals/rules.ts";
import type { Entry, Proposal } from "#app/features/proposals/types.ts";
import { mayScreen } from "#app/features/screening/policy.ts";
import { checkDecision, checkKeysFor, screeningStage } from "#app/features/screening/rules.ts";
import { insertScreening, lastVersion } from "#app/features/screening/store.server.ts";
import type { Check, Outcome, ScreeningId } from "#app/features/screening/types.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { authorize, DomainError, notFound } from "#app/lib/errors.ts";
import { inTransaction } from "#db/client.server.ts";

export type ScreeningDecision = {
  proposalId: Proposal["id"];
  outcome: Outcome;
  checks: Check[];
  reason: string;
};

/**
 * Decides whether a submitted entry is eligible and tells its agency. Refuses people without a screener's seat and members of
 * the entrant's agency (403; 404 where they may not even read the entry), a time outside the screening window, an entry already decided (409), and a decision that does
 * not hang together (see checkDecision).
 */
export function decideScreening(ctx: Ctx, input: ScreeningDecision): ScreeningId {
  return inTransaction(ctx, () => {
    const proposal = getProposal(ctx, input.proposalId);
    if (!mayReadProposal(ctx.actor, proposal)) throw notFound("proposals.unknown");
    authorize(mayScreen(ctx.actor, proposal.editionId));
    const actor = ctx.actor as Actor;
    const { definition } = getEdition(ctx, proposal.editionId);
    const entry = getEntry(ctx, proposal.id);
    requireStranger(ctx, actor, proposal);
    requireOpen(definition, screeningStage(definition).key, ctx.now);
    if (entry.reach !== "submitted") throw new DomainError("screening.alreadyDecided", { kind: "conflict" });
    checkDecision(checkKeysFor(definition, entry.groupKey), input);
    const id = keep(ctx, actor, proposal, input);
    moveEntry(ctx, { proposalId: proposal.id, from: ["submitted"], to: input.outcome });
    tellAgency(ctx, proposal, { entry, number: numberText(definition.year, entry.number), decision: input });
    return id;
  });
}

function requireStranger(ctx: Ctx, actor: Actor, proposal: Proposal): void {
  const { editionId, agencyId, id } = proposal;
  if (findConflict(ctx, { editionId, agencyId, proposalId: id, userId: actor.userId })) {
    throw new DomainError("screening.inConflict", { kind: "forbidden" });
  }
}

function keep(ctx: Ctx, actor: Actor, proposal: Proposal, input: ScreeningDecision): ScreeningId {
  const id = ctx.newId("screening");
  const version = lastVersion(ctx, proposal.id) + 1;
  const decision = { outcome: input.outcome, checks: input.checks, reason: input.reason.trim() };
  insertScreening(ctx, {
    id,
    editionId: proposal.editionId,
    proposalId: proposal.id,
    version,
    ...decision,
    decidedBy: actor.userId,
    decidedAt: ctx.now,
  });
  recordAudit(ctx, {
    action: "screening.decide",
    subject: { kind: "proposal", id: proposal.id },
    editionId: proposal.editionId,
    data: { version, ...decision },
  });
  return id;
}

type News = { entry: Entry; number: string; decision: ScreeningDecision };

function tellAgency(ctx: Ctx, proposal: Proposal, { entry, number, decision }: News): void {
  const template = decision.outcome === "passed" ? "screeningPassed" : "screeningFailed";
  const page = `/proposals/${proposal.id}`;
  const edition = getEdition(ctx, proposal.editionId);
  for (const userId of new Set([...listAdminIds(ctx, proposal.agencyId), proposal.createdBy])) {
    const address = addressOf(ctx, userId);
    const params = { ...editionFacts(edition, address?.locale ?? ctx.locale), number, title: entry.title };
    leaveNotice(ctx, { userId, kind: template, params, url: page });
    if (!address) continue;
    queueMail(ctx, {
      dedupeKey: `screening:${proposal.id}:${ctx.now}:${userId}`,
      recipient: address.email,
      locale: address.locale,
      template,
      params: { ...params, name: address.name, reason: decision.reason.trim(), link: `${ctx.baseUrl}${page}` },
    });
  }
}
