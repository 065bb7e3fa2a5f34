import { asc, eq } from "drizzle-orm";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import type { PersonalRecord } from "#app/lib/personal-record.ts";
import { proposals, submissions } from "#db/schema/proposals.ts";

type Reach = Pick<Ctx, "db">;

/** Proposals a person began, and submissions they pressed the button of. The texts are the agency's. */
export function personalRecords(ctx: Reach, userId: Id<"user">): PersonalRecord[] {
  return [...begun(ctx, userId), ...submitted(ctx, userId)];
}

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
