import { and, count, eq, inArray, isNull } from "drizzle-orm";
import { namesOf } from "#app/features/accounts/queries.server.ts";
import { getAgency } from "#app/features/agencies/queries.server.ts";
import type { Definition, Words } from "#app/features/competitions/definition/types.ts";
import type { CommentFilter } from "#app/features/proposals/comments/inputs.ts";
import { mayComment, maySettleThread } from "#app/features/proposals/comments/policy.ts";
import { byForm, canStepThread, stateOfThread, wholeProposal } from "#app/features/proposals/comments/rules.ts";
import { findComments } from "#app/features/proposals/comments/store.server.ts";
import type { Comment, CommentId, Thread } from "#app/features/proposals/comments/types.ts";
import { getScene, type Scene } from "#app/features/proposals/form/queries.server.ts";
import { askedFields, identitySection, sectionKeyOf } from "#app/features/proposals/form/rules.ts";
import { mayWriteProposal } from "#app/features/proposals/policy.ts";
import { findAnswers } from "#app/features/proposals/store.server.ts";
import type { Proposal, ProposalId } from "#app/features/proposals/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import { proposalComments } from "#db/schema/comments.ts";

/** Threads on one page of the list. */
export const threadsPerPage = 20;

export type CommentsPage = {
  proposal: Pick<Proposal, "id" | "title" | "status" | "agencyId">;
  zone: string;
  threads: Thread[];
  total: number;
  pages: number;
  counts: { open: number; resolved: number };
  /** What can be spoken about; label null for the whole and for the first page. */
  parts: { key: string; label: Words | null }[];
  may: { comment: boolean; write: boolean };
};

/** What an agency says about one of its proposals; 404 for everybody who is not of the agency, whatever seat they hold. */
export function getCommentsPage(ctx: Ctx, id: ProposalId, filter: CommentFilter): CommentsPage {
  const scene = getScene(ctx, id);
  const { proposal, edition } = scene;
  const threads = threadsOf(ctx, scene);
  const matching = threads.filter(
    ({ state, part }) => (filter.state === "all" || state === filter.state) && (filter.part === null || part === filter.part),
  );
  const from = (filter.page - 1) * threadsPerPage;
  return {
    proposal: { id, title: proposal.title, status: proposal.status, agencyId: proposal.agencyId },
    zone: getAgency(ctx, proposal.agencyId).zone,
    threads: matching.slice(from, from + threadsPerPage),
    total: matching.length,
    pages: Math.max(1, Math.ceil(matching.length / threadsPerPage)),
    counts: { open: threads.filter(({ state }) => state === "open").length, resolved: threads.filter(({ state }) => state === "resolved").length },
    parts: partsOf(ctx, proposal, edition.definition),
    may: { comment: proposal.status !== "withdrawn" && mayComment(ctx.actor, proposal), write: mayWriteProposal(ctx.actor, proposal) },
  };
}

export type ThreadPage = { proposal: Pick<Proposal, "id" | "title" | "status" | "agencyId">; zone: string; thread: Thread; writable: boolean };

/** One thread of a proposal; 404 for everybody who is not of the agency, and for a thread of another proposal. */
export function getThreadPage(ctx: Ctx, at: { proposalId: ProposalId; threadId: CommentId }): ThreadPage {
  const scene = getScene(ctx, at.proposalId);
  const { id, title, status, agencyId } = scene.proposal;
  const thread = threadsOf(ctx, scene).find((one) => one.id === at.threadId);
  if (!thread) throw notFound("proposals.unknown");
  return { proposal: { id, title, status, agencyId }, zone: getAgency(ctx, agencyId).zone, thread, writable: mayWriteProposal(ctx.actor, scene.proposal) };
}

/** The open threads of a draft, for the fields they stand beside; 404 for everybody who is not of the agency. */
export const listOpenThreads = (ctx: Ctx, id: ProposalId): Thread[] =>
  threadsOf(ctx, getScene(ctx, id)).filter(({ state }) => state === "open");

/** How many open threads each proposal has; absent = none. The caller has authorised. */
export function countOpenThreads(ctx: Pick<Ctx, "db">, ids: readonly ProposalId[]): Map<ProposalId, number> {
  if (ids.length === 0) return new Map();
  const rows = ctx.db
    .select({ id: proposalComments.proposalId, n: count() })
    .from(proposalComments)
    .where(and(inArray(proposalComments.proposalId, [...ids]), eq(proposalComments.threadId, proposalComments.id), isNull(proposalComments.resolvedAt)))
    .groupBy(proposalComments.proposalId)
    .all();
  return new Map(rows.map((row) => [row.id, row.n]));
}

function partsOf(ctx: Ctx, proposal: Proposal, definition: Definition): CommentsPage["parts"] {
  const values = Object.fromEntries(findAnswers(ctx, proposal.id).map((answer) => [answer.fieldKey, answer.value]));
  const questions = askedFields(definition, proposal.groupKey, values).map(({ key, label }) => ({ key, label }));
  return [{ key: wholeProposal, label: null }, { key: identitySection, label: null }, ...questions];
}

function threadsOf(ctx: Ctx, { proposal, edition: { definition } }: Scene): Thread[] {
  const rows = findComments(ctx, proposal.id);
  const names = namesOf(ctx, rows.flatMap(({ writtenBy, resolvedBy }) => (resolvedBy ? [writtenBy, resolvedBy] : [writtenBy])));
  const nameOf = (id: Comment["writtenBy"]): string => names.get(id) ?? "";
  const first = rows.filter(({ id, threadId }) => id === threadId).map((row) => ({ ...row, at: row.writtenAt }));
  return byForm(definition, first).map((row) => {
    const field = definition.fields.find(({ key }) => key === row.part);
    const comments = rows.filter(({ threadId }) => threadId === row.id);
    return {
      ...{ id: row.id, part: row.part, state: stateOfThread(row), label: field?.label ?? null },
      section: field ? sectionKeyOf(field) : identitySection,
      comments: comments.map(({ id, text, writtenBy, writtenAt }) => ({ id, text, by: nameOf(writtenBy), at: writtenAt, mine: writtenBy === ctx.actor?.userId })),
      resolved: row.resolvedBy && row.resolvedAt !== null ? { by: nameOf(row.resolvedBy), at: row.resolvedAt } : null,
      may: mayOf(ctx, proposal, row),
    };
  });
}

function mayOf({ actor }: Ctx, proposal: Proposal, row: Comment): Thread["may"] {
  const state = stateOfThread(row);
  const speaks = proposal.status !== "withdrawn" && mayComment(actor, proposal);
  const settles = proposal.status !== "withdrawn" && maySettleThread(actor, proposal, row);
  return {
    answer: speaks,
    resolve: settles && canStepThread(state, "resolve"),
    reopen: settles && canStepThread(state, "reopen"),
  };
}
