import { and, asc, eq } from "drizzle-orm";
import type { Comment, CommentId } from "#app/features/proposals/comments/types.ts";
import type { ProposalId } from "#app/features/proposals/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { proposalComments } from "#db/schema/comments.ts";

type Base = Pick<Ctx, "db">;

/** The first comment of a thread. */
export const findThread = (ctx: Base, id: CommentId): Comment | undefined =>
  ctx.db
    .select()
    .from(proposalComments)
    .where(and(eq(proposalComments.id, id), eq(proposalComments.threadId, id)))
    .get();

export function insertComment(ctx: Base, comment: Comment): void {
  ctx.db.insert(proposalComments).values(comment).run();
}

export function settleThread(ctx: Base, id: CommentId, settled: { resolvedBy: Id<"user">; resolvedAt: number } | null): void {
  const change = settled ?? { resolvedBy: null, resolvedAt: null };
  ctx.db.update(proposalComments).set(change).where(eq(proposalComments.id, id)).run();
}

/** Who has spoken in a thread. */
export const findSpeakers = (ctx: Base, id: CommentId): Id<"user">[] =>
  ctx.db.selectDistinct({ by: proposalComments.writtenBy }).from(proposalComments).where(eq(proposalComments.threadId, id)).all().map(({ by }) => by);

/** Everything said about a proposal, in the order it was said. */
export const findComments = (ctx: Base, id: ProposalId): Comment[] =>
  ctx.db
    .select()
    .from(proposalComments)
    .where(eq(proposalComments.proposalId, id))
    .orderBy(asc(proposalComments.writtenAt), asc(proposalComments.id))
    .all();
