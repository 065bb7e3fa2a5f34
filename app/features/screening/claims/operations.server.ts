import { recordAudit } from "#app/features/audit/operations.server.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { requireOpen } from "#app/features/competitions/rules.ts";
import type { ProposalId } from "#app/features/proposals/types.ts";
import { getScene, seesScreening, voicesOf } from "#app/features/screening/cases/queries.server.ts";
import { caseOf } from "#app/features/screening/cases/store.server.ts";
import { findClaim, findNextFree } from "#app/features/screening/claims/queries.server.ts";
import { isLive } from "#app/features/screening/claims/rules.ts";
import * as store from "#app/features/screening/claims/store.server.ts";
import { mayReadScreening, mayRelease, mayScreen } from "#app/features/screening/policy.ts";
import { checkOtherVoice, isWaiting, screeningStage } from "#app/features/screening/rules.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { authorize, DomainError, notFound } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { inTransaction } from "#db/client.server.ts";
import type { DraftFindings } from "#db/schema/screening.ts";

/**
 * Takes an entry to screen: nobody else can until it is decided, released, or two hours pass without a sign of work. Refuses
 * what somebody else has (`screening.taken`, 409), what does not wait for a screener (409), one's own earlier word of the same
 * round (403), a conflict (403), and a time outside the window (409).
 */
export function claimEntry(ctx: Ctx, input: { proposalId: ProposalId }): void {
  inTransaction(ctx, () => {
    const { actor, proposal } = getScene(ctx, input.proposalId);
    take(ctx, actor, { proposalId: proposal.id, editionId: proposal.editionId });
  });
}

/**
 * Takes the next free entry: what came back to one's own queue, then second opinions, then by number, passing over conflicts and
 * what others have. Answers null when nothing is left. Screeners only, inside the window.
 */
export function claimNext(ctx: Ctx, input: { editionId: Id<"edition"> }): ProposalId | null {
  return inTransaction(ctx, () => {
    if (!mayReadScreening(ctx.actor, input.editionId)) throw notFound("competitions.editionUnknown");
    authorize(mayScreen(ctx.actor, input.editionId));
    const actor = ctx.actor as Actor;
    const { definition } = getEdition(ctx, input.editionId);
    requireOpen(definition, screeningStage(definition).key, ctx.now);
    const proposalId = findNextFree(ctx, { editionId: input.editionId, userId: actor.userId });
    if (!proposalId) return null;
    take(ctx, actor, { proposalId, editionId: input.editionId });
    return proposalId;
  });
}

function take(ctx: Ctx, actor: Actor, at: { proposalId: ProposalId; editionId: Id<"edition"> }): void {
  const found = caseOf(ctx, { id: at.proposalId, editionId: at.editionId });
  if (!isWaiting(found.state)) throw new DomainError("screening.notWaiting", { kind: "conflict" });
  checkOtherVoice(voicesOf(ctx, found), actor.userId);
  const held = findClaim(ctx, at.proposalId);
  if (held?.userId === actor.userId && isLive(held, ctx.now)) return store.touchClaim(ctx, held);
  store.insertClaim(ctx, { ...at, userId: actor.userId });
  audit(ctx, at, "claim", {});
}

/** Gives a taken entry back to the queue; what was typed is kept for the person. The holder or the organiser; 404 where nobody has it. */
export function releaseClaim(ctx: Ctx, input: { proposalId: ProposalId }): void {
  inTransaction(ctx, () => {
    const claim = findClaim(ctx, input.proposalId);
    if (!claim || !seesScreening(ctx, claim)) throw notFound("screening.claimUnknown");
    authorize(mayRelease(ctx.actor, claim));
    store.deleteClaim(ctx, claim.proposalId);
    audit(ctx, claim, "release", { holder: claim.userId });
  });
}

/**
 * Keeps findings as they are typed, for the holder of the claim alone, and shows that work goes on. Refuses whoever does not
 * hold it any more (`screening.claimLost`, 409). No audit entry: nothing has been decided.
 */
export function saveFindings(ctx: Ctx, input: { proposalId: ProposalId; draft: DraftFindings }): number {
  return inTransaction(ctx, () => {
    const { actor, proposal } = getScene(ctx, input.proposalId);
    const claim = findClaim(ctx, proposal.id);
    if (claim?.userId !== actor.userId) throw new DomainError("screening.claimLost", { kind: "conflict" });
    store.touchClaim(ctx, claim);
    store.saveDraft(ctx, claim, input.draft);
    return ctx.now;
  });
}

function audit(ctx: Ctx, at: { proposalId: ProposalId; editionId: Id<"edition"> }, verb: string, data: Record<string, string>): void {
  recordAudit(ctx, { action: "screening.".concat(verb), subject: { kind: "proposal", id: at.proposalId }, editionId: at.editionId, data });
}
