import { getAgency } from "#app/features/agencies/queries.server.ts";
import { recordAudit } from "#app/features/audit/operations.server.ts";
import { issueNumber } from "#app/features/competitions/operations.server.ts";
import { maySeeEdition } from "#app/features/competitions/policy.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import type { Edition } from "#app/features/competitions/types.ts";
import { getOpenDraft, getScene, type Scene } from "#app/features/proposals/form/queries.server.ts";
import { checkPlaces, isByInvitation, readAnswers, staleAnswer } from "#app/features/proposals/form/rules.ts";
import { tellHandedOver, tellReturned, tellSubmitted } from "#app/features/proposals/letters/operations.server.ts";
import { mayCreateProposal, maySubmitProposal, mayWithdrawProposal } from "#app/features/proposals/policy.ts";
import { isSameIdentity, isStale, nextStatus, numberText, opensSitting, requireDrafting, titleKeyOf } from "#app/features/proposals/rules.ts";
import * as store from "#app/features/proposals/store.server.ts";
import {
  canonicalContent,
  contentFaults,
  type Draft,
  neighboursOf,
  refuseFaults,
  submissionFaults,
} from "#app/features/proposals/submission/rules.ts";
import type { Identity, Proposal, ProposalId, Reach, StepName, SubmissionReceipt } from "#app/features/proposals/types.ts";
import { canonicalJson } from "#app/lib/canonical.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { authorize, DomainError, notFound } from "#app/lib/errors.ts";
import { sha256Hex } from "#app/lib/hash.server.ts";
import { countWords } from "#app/lib/words.ts";
import { inTransaction } from "#db/client.server.ts";

type NewProposal = {
  editionId: Proposal["editionId"];
  agencyId: Proposal["agencyId"];
  title: string;
  groupKey: string;
  categoryKey: string;
  unit: string;
  innovator?: string;
  startedOn?: string | null;
};

/**
 * Starts a draft at a service unit. Refuses outside registration (409), a kind of agency the edition does not invite (422), an
 * unknown group or category (422), and a group by invitation from anybody but the agency's admin (403).
 */
export function createProposal(ctx: Ctx, input: NewProposal): ProposalId {
  return inTransaction(ctx, () => {
    const edition = getEdition(ctx, input.editionId);
    if (!maySeeEdition(ctx.actor, edition)) throw notFound("competitions.editionUnknown");
    authorize(mayCreateProposal(ctx.actor, input.agencyId, isByInvitation(edition.definition, input.groupKey)));
    requireDrafting(edition, ctx.now);
    const agency = getAgency(ctx, input.agencyId);
    const { agencyKinds } = edition.definition;
    if (agencyKinds.length > 0 && !agencyKinds.includes(agency.kind)) throw new DomainError("proposals.agencyKindNotInvited");
    checkPlaces(edition.definition, input);
    const proposal = newProposal(ctx, input);
    store.insertProposal(ctx, proposal);
    store.insertEvent(ctx, { proposalId: proposal.id, kind: "create" });
    audit(ctx, proposal, "create", { agency: input.agencyId, group: input.groupKey });
    return proposal.id;
  });
}

function newProposal(ctx: Ctx, input: NewProposal): Proposal {
  const { title, unit, innovator = "", startedOn = null, ...places } = input;
  return {
    id: ctx.newId("proposal"),
    ...places,
    ...{ title, unit, innovator, startedOn },
    number: null,
    titleKey: titleKeyOf(title),
    status: "atUnit",
    reach: "draft",
    revision: 1,
    createdBy: actorOf(ctx).userId,
    createdAt: ctx.now,
    updatedAt: ctx.now,
    submittedAt: null,
  };
}

/**
 * Saves title, group, category, unit, innovator and starting day, and answers with the new revision. Refuses when somebody else
 * saved since `revision` was shown (409), outside registration, and a move into a group by invitation from anybody but the admin.
 */
export function saveIdentity(ctx: Ctx, input: Identity & { proposalId: ProposalId; revision: number }): number {
  return inTransaction(ctx, () => {
    const { proposal, edition } = getOpenDraft(ctx, input.proposalId);
    const { proposalId, revision, ...identity } = input;
    if (identity.groupKey !== proposal.groupKey) {
      authorize(mayCreateProposal(ctx.actor, proposal.agencyId, isByInvitation(edition.definition, identity.groupKey)));
    }
    checkPlaces(edition.definition, identity);
    if (isSameIdentity(proposal, identity)) return proposal.revision;
    store.updateProposal(ctx, { id: proposalId, revision }, { ...identity, titleKey: titleKeyOf(identity.title) });
    audit(ctx, proposal, "saveIdentity", { group: identity.groupKey, category: identity.categoryKey });
    return revision + 1;
  });
}

export type SavedAnswers = { savedAt: number; revisions: Record<string, number> };

/**
 * Saves answers of a draft as they are, over the limit too. `bases` are the revisions that were shown: an answer somebody else
 * changed since is refused (`proposals.staleAnswer`, 409) and nothing is saved. One audit entry a sitting (10 minutes).
 */
export function saveAnswers(
  ctx: Ctx,
  input: { proposalId: ProposalId; answers: Record<string, string>; bases?: Record<string, number> },
): SavedAnswers {
  return inTransaction(ctx, () => {
    const { proposal, edition } = getOpenDraft(ctx, input.proposalId);
    const typed = readAnswers(edition.definition, proposal.groupKey, input.answers);
    const stored = new Map(store.findAnswers(ctx, proposal.id).map((answer) => [answer.fieldKey, answer]));
    for (const [fieldKey, value] of typed) {
      const base = input.bases?.[fieldKey];
      const known = stored.get(fieldKey);
      if (base !== undefined && isStale(known, { base, value })) throw staleAnswer(edition.definition, fieldKey);
    }
    const changed = typed.filter(([fieldKey, value]) => (stored.get(fieldKey)?.value ?? "") !== value);
    const rows = changed.map(([fieldKey, value]) => {
      return { fieldKey, value, words: countWords(value), revision: (stored.get(fieldKey)?.revision ?? 0) + 1 };
    });
    if (rows.length > 0) {
      const { userId } = actorOf(ctx);
      store.saveAnswerRows(ctx, proposal.id, rows, userId);
      store.touchProposal(ctx, proposal.id);
      const fresh = changed.map(([fieldKey]) => fieldKey).filter((key) => opensSitting(stored.get(key), userId, ctx.now));
      if (fresh.length > 0) audit(ctx, proposal, "saveAnswers", { fields: fresh.join(" ") });
    }
    const saved = new Map(rows.map((row) => [row.fieldKey, row.revision]));
    const revisionOf = (key: string): number => saved.get(key) ?? stored.get(key)?.revision ?? 0;
    return { savedAt: ctx.now, revisions: Object.fromEntries(typed.map(([key]) => [key, revisionOf(key)])) };
  });
}

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
    const others = store.findSubmittedNeighbours(ctx, proposal);
    refuseFaults(submissionFaults(edition.definition, draft, neighboursOf(others, proposal)));
    const number = proposal.number ?? issueNumber(ctx, edition.id);
    const receipt = freeze(ctx, { proposal, edition, draft, number });
    const data = { number, version: receipt.version, sha256: receipt.sha256 };
    const change = { status, number, reach: "submitted" as const, submittedAt: ctx.now };
    take(ctx, proposal, { step: "submit", change, data });
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
    submittedBy: actorOf(ctx).userId,
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
    requireDrafting(edition, ctx.now);
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
    requireDrafting(edition, ctx.now);
    const status = nextStatus(proposal.status, "withdraw");
    take(ctx, proposal, { step: "withdraw", change: { status, reach: "draft" }, note: input.note });
  });
}

/**
 * Moves an entry on for a later room, which has authorised and audits its own act. Refuses `proposals.reachChanged` (409) when
 * the entry is not where that room believed it to be. Inside the caller's transaction.
 */
export function moveEntry(ctx: Ctx, input: { proposalId: ProposalId; from: Reach[]; to: Reach }): void {
  if (!ctx.db.$client.inTransaction) throw new Error("an entry moves in the transaction of its act");
  if (!store.updateReach(ctx, input.proposalId, input.from, input.to)) {
    throw new DomainError("proposals.reachChanged", { kind: "conflict" });
  }
  store.insertEvent(ctx, { proposalId: input.proposalId, kind: "reach", data: { reach: input.to } });
}

type Step = { step: StepName; change: Partial<Proposal>; note?: string; data?: Record<string, string | number> };

function take(ctx: Ctx, proposal: Proposal, { step, change, note = "", data = {} }: Step): void {
  store.updateProposal(ctx, proposal, change);
  store.insertEvent(ctx, { proposalId: proposal.id, kind: step, note, data });
  audit(ctx, proposal, step, note ? { ...data, note } : data);
}

function audit(ctx: Ctx, proposal: Proposal, verb: string, data: Record<string, string | number>): void {
  const { id, editionId } = proposal;
  recordAudit(ctx, { action: "proposals.".concat(verb), subject: { kind: "proposal", id }, editionId, data });
}

function draftOf(ctx: Ctx, proposal: Proposal): Draft {
  const { id, title, groupKey, categoryKey, unit, innovator, startedOn } = proposal;
  const identity = { title, groupKey, categoryKey, unit, innovator, startedOn };
  return { identity, answers: store.findAnswers(ctx, id), attachments: store.findLiveAttachments(ctx, id) };
}

function adminDraft(ctx: Ctx, id: ProposalId): Scene {
  const scene = getScene(ctx, id);
  authorize(maySubmitProposal(ctx.actor, scene.proposal.agencyId));
  requireDrafting(scene.edition, ctx.now);
  return scene;
}

function actorOf(ctx: Ctx): Actor {
  if (!ctx.actor) throw new DomainError("accounts.signInRequired", { kind: "signInRequired" });
  return ctx.actor;
}
