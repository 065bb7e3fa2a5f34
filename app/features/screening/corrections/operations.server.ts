import { recordAudit } from "#app/features/audit/operations.server.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { extendCorrection, lapseCorrection, openCorrection } from "#app/features/proposals/corrections/operations.server.ts";
import { countCorrections, findOpenCorrection, getCorrection, listCorrections } from "#app/features/proposals/corrections/queries.server.ts";
import { type Correction, type CorrectionId, identityPart } from "#app/features/proposals/corrections/types.ts";
import { fieldsFor } from "#app/features/competitions/rules.ts";
import { getProposal } from "#app/features/proposals/queries.server.ts";
import type { ProposalId } from "#app/features/proposals/types.ts";
import { getScene, requireStranger, seesScreening } from "#app/features/screening/cases/queries.server.ts";
import { caseOf, takeStep } from "#app/features/screening/cases/store.server.ts";
import { findClaim } from "#app/features/screening/claims/queries.server.ts";
import { isLive } from "#app/features/screening/claims/rules.ts";
import { deleteClaim, insertClaim } from "#app/features/screening/claims/store.server.ts";
import { listClosable, listReturned } from "#app/features/screening/corrections/queries.server.ts";
import { tellAgency } from "#app/features/screening/letters/operations.server.ts";
import { mayExtendCorrection } from "#app/features/screening/policy.ts";
import { checkCorrectionEnd, checkReason, checkReasonKeys, correctionDue } from "#app/features/screening/rules.ts";
import { type Ctx, isOperator } from "#app/lib/ctx.ts";
import { authorize, DomainError, notFound } from "#app/lib/errors.ts";
import { inTransaction } from "#db/client.server.ts";

type Return = { proposalId: ProposalId; fields: string[]; reasonKeys: string[]; note: string };

/**
 * Gives an entry back to its agency for correction, for the days and as often as the edition says; empty `fields` opens
 * everything. Screeners only; refuses like a decision, and without a listed reason or 20 letters (422). The agency is written to.
 */
export function returnForCorrection(ctx: Ctx, input: Return): CorrectionId {
  return inTransaction(ctx, () => {
    const { actor, proposal, edition, entry } = getScene(ctx, input.proposalId);
    const { definition } = edition;
    const claim = findClaim(ctx, proposal.id);
    if (claim?.userId !== actor.userId && isLive(claim, ctx.now)) throw new DomainError("screening.taken", { kind: "conflict" });
    const found = caseOf(ctx, proposal);
    takeStep(ctx, found, "return", { handlerId: actor.userId });
    checkReasonKeys(definition.screening, input.reasonKeys);
    checkReason({ reason: input.note, reasonKeys: input.reasonKeys });
    const known = new Set([identityPart, ...fieldsFor(definition, entry.groupKey).map(({ key }) => key)]);
    if (input.fields.some((field) => !known.has(field))) throw new DomainError("screening.fieldUnknown");
    const dueAt = correctionDue(definition, { used: countCorrections(ctx, proposal.id), now: ctx.now });
    const id = openCorrection(ctx, { ...input, note: input.note.trim(), dueAt });
    deleteClaim(ctx, proposal.id);
    audit(ctx, proposal, "return", { dueAt, fields: input.fields.join(" "), reasons: input.reasonKeys.join(" "), note: input.note.trim() });
    tell(ctx, { ...getCorrection(ctx, id) }, "screeningReturned");
    return id;
  });
}

/**
 * Lengthens an open correction with a reason. Organiser or screener, nobody in conflict with the entrant; refuses an end that is not later (422), one after screening
 * closes, and a correction that has ended (409).
 */
export function extendCorrectionTime(ctx: Ctx, input: { correctionId: CorrectionId; dueAt: number; reason: string }): void {
  inTransaction(ctx, () => {
    const correction = getCorrection(ctx, input.correctionId);
    if (!seesScreening(ctx, correction)) throw notFound("proposals.correctionUnknown");
    authorize(mayExtendCorrection(ctx.actor, correction.editionId));
    requireStranger(ctx, getProposal(ctx, correction.proposalId));
    checkCorrectionEnd(getEdition(ctx, correction.editionId).definition, input.dueAt);
    extendCorrection(ctx, input);
    audit(ctx, { id: correction.proposalId, editionId: correction.editionId }, "extendCorrection", { dueAt: input.dueAt, reason: input.reason });
    tell(ctx, { ...correction, dueAt: input.dueAt }, "screeningExtended");
  });
}

/** Entries closed or brought back in one turn: a worker's transaction stays short. */
const turn = 20;

/**
 * Ends corrections whose clock has run out, and brings entries that were answered back to the screener who asked. For the worker:
 * refuses everybody else (403). Answers how many cases moved.
 */
export function closeCorrections(ctx: Ctx): number {
  authorize(isOperator(ctx.actor));
  // One entry a transaction: what is wrong with one of them stops no other, and the lock is held briefly.
  const lapsed = listClosable(ctx, turn).map((correction) => alone(ctx, () => lapse(ctx, correction)));
  const back = listReturned(ctx, turn).map((proposalId) => alone(ctx, () => bringBack(ctx, proposalId)));
  const failed = [...lapsed, ...back].find((error) => error !== null);
  if (failed) throw failed;
  return back.length;
}

/** What went wrong with one entry, or null. */
function alone(ctx: Ctx, work: () => void): Error | null {
  try {
    inTransaction(ctx, work);
    return null;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function lapse(ctx: Ctx, correction: ReturnType<typeof listClosable>[number]): void {
  lapseCorrection(ctx, { correctionId: correction.id });
  audit(ctx, { id: correction.proposalId, editionId: correction.editionId }, "lapse", { correction: correction.number });
  tell(ctx, correction, "screeningLapsed");
}

/**
 * Brings an entry whose correction was answered back to the queue of whoever asked for it, inside the act of the submission; does
 * nothing where none was asked for or its correction still runs.
 */
export function resumeCase(ctx: Ctx, input: { proposalId: ProposalId }): void {
  if (!ctx.db.$client.inTransaction) throw new Error("a case resumes in the transaction of its act");
  if (findOpenCorrection(ctx, input.proposalId) || listReturned(ctx, 1, input.proposalId).length === 0) return;
  bringBack(ctx, input.proposalId);
}

/** The latest version is screened in a round of its own: what was found of an earlier one no longer counts. */
function bringBack(ctx: Ctx, proposalId: ProposalId): void {
  const [last] = listCorrections(ctx, proposalId);
  if (!last) return;
  const found = caseOf(ctx, { id: proposalId, editionId: last.editionId });
  takeStep(ctx, found, "resume", { round: found.round + 1, handlerId: last.requestedBy });
  insertClaim(ctx, { proposalId, editionId: last.editionId, userId: last.requestedBy });
  audit(ctx, { id: proposalId, editionId: last.editionId }, "resume", { round: found.round + 1 });
}

function tell(ctx: Ctx, correction: Correction, kind: "screeningReturned" | "screeningExtended" | "screeningLapsed"): void {
  const { proposalId, number, dueAt, reasonKeys, note } = correction;
  const page = kind === "screeningLapsed" ? undefined : `/proposals/${proposalId}/correction`;
  tellAgency(ctx, { proposalId, kind, key: `${number}.${dueAt}`, until: dueAt, given: { reasonKeys, reason: note }, page });
}

function audit(ctx: Ctx, of: { id: ProposalId; editionId: Correction["editionId"] }, verb: string, data: Record<string, string | number>): void {
  recordAudit(ctx, { action: "screening.".concat(verb), subject: { kind: "proposal", id: of.id }, editionId: of.editionId, data });
}
