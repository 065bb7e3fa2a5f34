import { asc, eq } from "drizzle-orm";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import type { PersonalRecord } from "#app/lib/personal-record.ts";
import { proposalComments } from "#db/schema/comments.ts";
import { proposals, submissions } from "#db/schema/proposals.ts";

type Reach = Pick<Ctx, "db">;

/** Proposals a person began, submissions they pressed the button of, and what they wrote in comments. The other texts are the agency's. */
export function personalRecords(ctx: Reach, userId: Id<"user">): PersonalRecord[] {
  return [...begun(ctx, userId), ...submitted(ctx, userId), ...commented(ctx, userId)];
}

const commented = (ctx: Reach, userId: Id<"user">): PersonalRecord[] =>
  ctx.db
    .select({ title: proposals.title, text: proposalComments.text, at: proposalComments.writtenAt })
    .from(proposalComments)
    .innerJoin(proposals, eq(proposals.id, proposalComments.proposalId))
    .where(eq(proposalComments.writtenBy, userId))
    .orderBy(asc(proposalComments.writtenAt), asc(proposalComments.id))
    .all()
    .map(({ at, ...facts }) => ({ kind: "comment", at, facts }));

const begun = (ctx: Reach, userId: Id<"user">): PersonalRecord[] =>
  ctx.db
    .select({ title: proposals.title, number: proposals.number, status: proposals.status, at: proposals.createdAt })
    .from(proposals)
    .where(eq(proposals.createdBy, userId))
    .orderBy(asc(proposals.createdAt))
    .all()
    .map(({ at, ...facts }) => ({ kind: "proposal", at, facts }));

const submitted = (ctx: Reach, userId: Id<"user">): PersonalRecord[] =>
  ctx.db
    .select({ title: proposals.title, version: submissions.version, sha256: submissions.sha256, at: submissions.submittedAt })
    .from(submissions)
    .innerJoin(proposals, eq(proposals.id, submissions.proposalId))
    .where(eq(submissions.submittedBy, userId))
    .orderBy(asc(submissions.submittedAt))
    .all()
    .map(({ at, ...facts }) => ({ kind: "submission", at, facts }));
