import { recordAudit } from "#app/features/audit/operations.server.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { requireOpen } from "#app/features/competitions/rules.ts";
import type { Proposal } from "#app/features/proposals/types.ts";
import { findVerdict, getKnownProposal, getScene, requireStranger, type Scene, voicesOf } from "#app/features/screening/cases/queries.server.ts";
import { caseOf, insertScreening, lastVersion, takeStep } from "#app/features/screening/cases/store.server.ts";
import { checkKeysFor } from "#app/features/screening/checklist/rules.ts";
import { findClaim } from "#app/features/screening/claims/queries.server.ts";
import { isLive } from "#app/features/screening/claims/rules.ts";
import { deleteClaim, deleteDraft } from "#app/features/screening/claims/store.server.ts";
import { announceCase } from "#app/features/screening/letters/operations.server.ts";
import { mayUndo } from "#app/features/screening/policy.ts";
import * as rules from "#app/features/screening/rules.ts";
import type { Check, Outcome, ScreeningCase, ScreeningId, VerdictKind } from "#app/features/screening/types.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { authorize, DomainError } from "#app/lib/errors.ts";
import { inTransaction } from "#db/client.server.ts";

export type ScreeningDecision = {
  proposalId: Proposal["id"];
  outcome: Outcome;
  checks: Check[];
  reason: string;
  reasonKeys?: string[];
};

/**
 * Says whether a submitted entry is eligible. As the edition has it, a failure is a proposal that a second screener confirms or
 * disputes, and a third settles a dispute; nobody speaks twice in a round. Tells the agency at once only where the edition
 * announces at once. Refuses people without a screener's seat and conflicts (403; 404 where they may not even read the entry), a
 * time outside the window, what is decided or taken by somebody else (409), and a decision that does not hang together.
 */
export function decideScreening(ctx: Ctx, input: ScreeningDecision): ScreeningId {
  return inTransaction(ctx, () => {
    const scene = getScene(ctx, input.proposalId);
    const { definition } = scene.edition;
    const found = caseOf(ctx, scene.proposal);
    const { step, kind } = rules.stepOf(found.state, input.outcome, definition.screening);
    rules.checkOtherVoice(voicesOf(ctx, found), scene.actor.userId);
    const startedAt = requireOwnClaim(ctx, scene);
    rules.checkDecision(checkKeysFor(definition, scene.entry.groupKey), input);
    rules.checkReasonKeys(definition.screening, input.reasonKeys ?? []);
    const { id, said } = keep(ctx, { scene, found, kind, input, startedAt });
    const decided = takeStep(ctx, found, step, { screeningId: id, handlerId: scene.actor.userId });
    deleteClaim(ctx, scene.proposal.id);
    deleteDraft(ctx, { proposalId: scene.proposal.id, userId: scene.actor.userId });
    if (rules.announcesAtOnce(definition.screening)) announceCase(ctx, decided);
    const subject = { kind: "proposal", id: scene.proposal.id };
    recordAudit(ctx, { action: "screening.decide", subject, editionId: scene.edition.id, data: said });
    return id;
  });
}

/** What somebody else works at is not decided from the side; answers since when the person has had it. */
function requireOwnClaim(ctx: Ctx, { actor, proposal }: Scene): number | null {
  const claim = findClaim(ctx, proposal.id);
  if (claim?.userId === actor.userId) return claim.claimedAt;
  if (isLive(claim, ctx.now)) throw new DomainError("screening.taken", { kind: "conflict" });
  return null;
}

type Kept = { scene: Scene; found: ScreeningCase; kind: VerdictKind; input: ScreeningDecision; startedAt: number | null };

function keep(ctx: Ctx, { scene, found, kind, input, startedAt }: Kept) {
  const id = ctx.newId("screening");
  const version = lastVersion(ctx, scene.proposal.id) + 1;
  const { outcome, checks, reasonKeys = [] } = input;
  const said = { kind, round: found.round, outcome, checks, reasonKeys, reason: input.reason.trim() };
  const { id: proposalId, editionId } = scene.proposal;
  insertScreening(ctx, { id, editionId, proposalId, version, ...said, decidedBy: scene.actor.userId, decidedAt: ctx.now, startedAt });
  return { id, said: { version, ...said } };
}

/**
 * Takes a decision back before it is announced, with a reason, and opens the case anew: the taking back is a version of its own
 * and nothing is lost. Whoever spoke last, or the organiser; nobody in conflict with the entrant (403). Refuses what is
 * announced or undecided, and a time outside the window (409).
 */
export function undoDecision(ctx: Ctx, input: { proposalId: Proposal["id"]; reason: string }): void {
  inTransaction(ctx, () => {
    const proposal = getKnownProposal(ctx, input.proposalId);
    const found = caseOf(ctx, proposal);
    const last = found.screeningId ? findVerdict(ctx, found.screeningId) : undefined;
    authorize(mayUndo(ctx.actor, { editionId: proposal.editionId, decidedBy: last?.decidedBy ?? ("" as Actor["userId"]) }));
    requireStranger(ctx, proposal);
    const { definition } = getEdition(ctx, proposal.editionId);
    requireOpen(definition, rules.screeningStage(definition).key, ctx.now);
    if (!last) throw new DomainError("screening.stepNotPossible", { kind: "conflict" });
    const { outcome, checks, reasonKeys } = last;
    const version = lastVersion(ctx, proposal.id) + 1;
    const reason = input.reason.trim();
    insertScreening(ctx, {
      ...{ id: ctx.newId("screening"), editionId: proposal.editionId, proposalId: proposal.id, version, round: found.round },
      ...{ kind: "undo", outcome, checks, reasonKeys, reason },
      ...{ decidedBy: (ctx.actor as Actor).userId, decidedAt: ctx.now },
    });
    takeStep(ctx, found, "undo", { round: found.round + 1, screeningId: null, handlerId: null });
    deleteClaim(ctx, proposal.id);
    const subject = { kind: "proposal", id: proposal.id };
    recordAudit(ctx, { action: "screening.undo", subject, editionId: proposal.editionId, data: { version, undone: last.version, reason } });
  });
}
