import { getAgency } from "#app/features/agencies/queries.server.ts";
import { recordAudit } from "#app/features/audit/operations.server.ts";
import { issueNumber } from "#app/features/competitions/operations.server.ts";
import type { Edition } from "#app/features/competitions/types.ts";
import { answerCorrection } from "#app/features/proposals/corrections/operations.server.ts";
import { findOpenCorrection, requireWritable } from "#app/features/proposals/corrections/queries.server.ts";
import { getStanding } from "#app/features/proposals/eligibility/queries.server.ts";
import { requireInWindow } from "#app/features/proposals/extensions/queries.server.ts";
import { getOpenDraft, getScene, type Scene } from "#app/features/proposals/form/queries.server.ts";
import { tellHandedOver, tellReturned, tellSubmitted } from "#app/features/proposals/letters/operations.server.ts";
import { maySubmitProposal, mayWithdrawProposal } from "#app/features/proposals/policy.ts";
import { nextStatus, numberText } from "#app/features/proposals/rules.ts";
import * as store from "#app/features/proposals/store.server.ts";
import { canonicalContent, contentFaults, refuseFaults, submissionFaults } from "#app/features/proposals/submission/rules.ts";
import type { Draft } from "#app/features/proposals/submission/types.ts";
import type { Proposal, ProposalId, StepName, SubmissionReceipt } from "#app/features/proposals/types.ts";
import { canonicalJson } from "#app/lib/canonical.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { authorize } from "#app/lib/errors.ts";
import { sha256Hex } from "#app/lib/hash.server.ts";
import { inTransaction } from "#db/client.server.ts";

/** Hands a complete draft to the agency's admin. Refuses with the first thing that is still missing (422). */
export function handOver(ctx: Ctx, input: { proposalId: ProposalId }): void {
  inTransaction(ctx, () => {
    const { proposal, edition } = getOpenDraft(ctx, input.proposalId);
    const status = nextStatus(proposal.status, "handOver");
    refuseFaults(contentFaults(edition.definition, draftOf(ctx, proposal)));
    take(ctx, proposal, { step: "handOver", change: { status } });
    tellHandedOver(ctx, proposal);
  });
}

/** The admin gives a draft back to the unit with a note, which the writer is sent. */
export function returnToUnit(ctx: Ctx, input: { proposalId: ProposalId; note: string }): void {
  inTransaction(ctx, () => {
    const { proposal } = adminDraft(ctx, input.proposalId);
    const status = nextStatus(proposal.status, "return");
    take(ctx, proposal, { step: "return", change: { status }, note: input.note });
    tellReturned(ctx, proposal, input.note);
  });
}

/**
 * Submits a draft: freezes its content as a version, gives the running number at the first time, and answers with the receipt.
 * Only the agency's admin (403), only in [opensAt, closesAt) of registration (409), only complete, old enough, with a title not
 * yet used by the agency, and within the quota of the group (422).
 */
export function submitProposal(ctx: Ctx, input: { proposalId: ProposalId; accepted: true }): SubmissionReceipt {
  return inTransaction(ctx, () => {
    const { proposal, edition } = adminDraft(ctx, input.proposalId);
    const status = nextStatus(proposal.status, "submit");
    const draft = draftOf(ctx, proposal);
    refuseFaults(submissionFaults(edition.definition, draft, getStanding(ctx, proposal)));
    const number = proposal.number ?? issueNumber(ctx, edition.id);
    const receipt = freeze(ctx, { proposal, edition, draft, number });
    const data = { number, version: receipt.version, sha256: receipt.sha256 };
    const change = { status, number, reach: "submitted" as const, submittedAt: ctx.now };
    take(ctx, proposal, { step: "submit", change, data });
    const correction = findOpenCorrection(ctx, proposal.id);
    if (correction) answerCorrection(ctx, { correctionId: correction.id, version: receipt.version });
    tellSubmitted(ctx, { proposal, receipt, zone: edition.definition.zone });
    return receipt;
  });
}

type Freezing = { proposal: Proposal; edition: Edition; draft: Draft; number: number };

function freeze(ctx: Ctx, { proposal, edition, draft, number }: Freezing): SubmissionReceipt {
  const version = store.countVersions(ctx, proposal.id) + 1;
  const text = numberText(edition.definition.year, number);
  const { code, name } = getAgency(ctx, proposal.agencyId);
  const frozen = { edition: edition.slug, number: text, version, submittedAt: ctx.now, agency: { code, name } };
  const content = canonicalJson(canonicalContent(edition.definition, draft, frozen));
  const sha256 = sha256Hex(content);
  store.insertSubmission(ctx, {
    ...{ id: ctx.newId("submission"), proposalId: proposal.id, version, content, sha256 },
    submittedBy: (ctx.actor as Actor).userId,
    submittedAt: ctx.now,
  });
  return { number, text, version, sha256 };
}

/**
 * Opens a submitted proposal for correction while registration runs. The version submitted last keeps standing as the entry
 * until a new one is submitted, so that an unfinished correction loses nothing.
 */
export function reviseSubmitted(ctx: Ctx, input: { proposalId: ProposalId }): void {
  inTransaction(ctx, () => {
    const { proposal, edition } = getScene(ctx, input.proposalId);
    authorize(maySubmitProposal(ctx.actor, proposal.agencyId));
    requireInWindow(ctx, { edition, agencyId: proposal.agencyId, proposal });
    take(ctx, proposal, { step: "revise", change: { status: nextStatus(proposal.status, "revise") } });
  });
}

/**
 * Takes a proposal out of the competition while registration runs, for good; its number stays used. What is withdrawn later
 * concerns later rooms as well and is no step of this one.
 */
export function withdrawProposal(ctx: Ctx, input: { proposalId: ProposalId; note: string }): void {
  inTransaction(ctx, () => {
    const { proposal, edition } = getScene(ctx, input.proposalId);
    authorize(mayWithdrawProposal(ctx.actor, proposal));
    requireInWindow(ctx, { edition, agencyId: proposal.agencyId, proposal });
    const status = nextStatus(proposal.status, "withdraw");
    take(ctx, proposal, { step: "withdraw", change: { status, reach: "draft" }, note: input.note });
  });
}

type Step = { step: StepName; change: Partial<Proposal>; note?: string; data?: Record<string, string | number> };

function take(ctx: Ctx, proposal: Proposal, { step, change, note = "", data = {} }: Step): void {
  store.updateProposal(ctx, proposal, change);
  store.insertEvent(ctx, { proposalId: proposal.id, kind: step, note, data });
  recordAudit(ctx, {
    ...{ action: "proposals.".concat(step), subject: { kind: "proposal", id: proposal.id }, editionId: proposal.editionId },
    data: note ? { ...data, note } : data,
  });
}

function draftOf(ctx: Ctx, proposal: Proposal): Draft {
  const { id, title, groupKey, categoryKey, unit, innovator, startedOn } = proposal;
  const identity = { title, groupKey, categoryKey, unit, innovator, startedOn };
  return { identity, answers: store.findAnswers(ctx, id), attachments: store.findLiveAttachments(ctx, id) };
}

function adminDraft(ctx: Ctx, id: ProposalId): Scene {
  const scene = getScene(ctx, id);
  authorize(maySubmitProposal(ctx.actor, scene.proposal.agencyId));
  requireWritable(ctx, scene);
  return scene;
}
