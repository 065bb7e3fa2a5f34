import { recordAudit } from "#app/features/audit/operations.server.ts";
import { mayComment, maySettleThread } from "#app/features/proposals/comments/policy.ts";
import { checkPart, nextThreadState, requireSpoken, stateOfThread } from "#app/features/proposals/comments/rules.ts";
import * as store from "#app/features/proposals/comments/store.server.ts";
import type { Comment, CommentId, ThreadStep } from "#app/features/proposals/comments/types.ts";
import { getScene } from "#app/features/proposals/form/queries.server.ts";
import { tellCommented } from "#app/features/proposals/letters/operations.server.ts";
import type { Proposal, ProposalId } from "#app/features/proposals/types.ts";
import { cleanText } from "#app/lib/clean-text.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { authorize, DomainError, notFound } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { inTransaction } from "#db/client.server.ts";

/**
 * Begins a thread about a proposal or one part of it, for the agency's own people only. Refuses a part the form does not have
 * (422), a withdrawn proposal (409), and everybody of another house (404).
 */
export function beginThread(ctx: Ctx, input: { proposalId: ProposalId; part: string; text: string }): CommentId {
  return inTransaction(ctx, () => {
    const { proposal, edition } = getScene(ctx, input.proposalId);
    authorize(mayComment(ctx.actor, proposal));
    requireSpoken(proposal);
    checkPart(edition.definition, input.part);
    const id = ctx.newId("comment");
    speak(ctx, proposal, { id, threadId: id, part: input.part, text: input.text });
    audit(ctx, proposal, "beginThread", { thread: id, part: input.part });
    return id;
  });
}

/** Answers a thread; one that was resolved is open again. Refuses a withdrawn proposal (409), and others of another house (404). */
export function answerThread(ctx: Ctx, input: { threadId: CommentId; text: string }): ProposalId {
  return inTransaction(ctx, () => {
    const { thread, proposal } = getThread(ctx, input.threadId);
    authorize(mayComment(ctx.actor, proposal));
    requireSpoken(proposal);
    nextThreadState(stateOfThread(thread), "answer");
    store.settleThread(ctx, thread.id, null);
    speak(ctx, proposal, { id: ctx.newId("comment"), threadId: thread.id, part: thread.part, text: input.text });
    audit(ctx, proposal, "answerThread", { thread: thread.id, part: thread.part });
    return proposal.id;
  });
}

/** Says a thread is settled: whoever began it or the agency's admin (403). Refuses one that is settled already (409). */
export const resolveThread = (ctx: Ctx, input: { threadId: CommentId }): ProposalId => settle(ctx, input.threadId, "resolve");

/** Opens a settled thread again: whoever began it or the agency's admin (403). Refuses an open one (409). */
export const reopenThread = (ctx: Ctx, input: { threadId: CommentId }): ProposalId => settle(ctx, input.threadId, "reopen");

function settle(ctx: Ctx, threadId: CommentId, step: ThreadStep): ProposalId {
  return inTransaction(ctx, () => {
    const { thread, proposal } = getThread(ctx, threadId);
    authorize(maySettleThread(ctx.actor, proposal, thread));
    requireSpoken(proposal);
    const next = nextThreadState(stateOfThread(thread), step);
    store.settleThread(ctx, threadId, next === "resolved" ? { resolvedBy: speakerOf(ctx), resolvedAt: ctx.now } : null);
    audit(ctx, proposal, `${step}Thread`, { thread: threadId, part: thread.part });
    return proposal.id;
  });
}

function getThread(ctx: Ctx, id: CommentId): { thread: Comment; proposal: Proposal } {
  const thread = store.findThread(ctx, id);
  if (!thread) throw notFound("proposals.unknown");
  return { thread, proposal: getScene(ctx, thread.proposalId).proposal };
}

type Spoken = Pick<Comment, "id" | "threadId" | "part" | "text">;

function speak(ctx: Ctx, proposal: Proposal, spoken: Spoken): void {
  const text = cleanText(spoken.text);
  const writtenBy = speakerOf(ctx);
  store.insertComment(ctx, { ...spoken, text, proposalId: proposal.id, writtenBy, writtenAt: ctx.now, resolvedBy: null, resolvedAt: null });
  tellCommented(ctx, { proposal, threadId: spoken.threadId, speakers: store.findSpeakers(ctx, spoken.threadId) });
}

function speakerOf(ctx: Ctx): Id<"user"> {
  if (!ctx.actor) throw new DomainError("accounts.signInRequired", { kind: "signInRequired" });
  return ctx.actor.userId;
}

/** The log keeps that somebody spoke and where; the words stay with the agency. */
function audit(ctx: Ctx, { id, editionId }: Proposal, verb: string, data: Record<string, string>): void {
  recordAudit(ctx, { action: `proposals.${verb}`, subject: { kind: "proposal", id }, editionId, data });
}
