import { and, asc, count, eq, inArray, isNull, ne, type SQL, sql } from "drizzle-orm";
import type { ScanState } from "#app/features/proposals/attachments/types.ts";
import { entryColumns } from "#app/features/proposals/queries.server.ts";
import { titleKeyOf, type Touch } from "#app/features/proposals/rules.ts";
import type { Answer, Attachment, AttachmentId, Proposal, ProposalId, Reach } from "#app/features/proposals/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { DomainError } from "#app/lib/errors.ts";
import { answers, attachments, fileContents, proposalEvents, proposals, submissions } from "#db/schema/proposals.ts";

type Base = Pick<Ctx, "db">;

export const findProposal = (ctx: Base, id: ProposalId): Proposal | undefined =>
  ctx.db.select().from(proposals).where(eq(proposals.id, id)).get();

export function insertProposal(ctx: Base, proposal: Proposal): void {
  ctx.db.insert(proposals).values(proposal).run();
}

/** Changes a proposal that nobody has changed since `revision`; refuses `proposals.stale` (409) otherwise. */
export function updateProposal(ctx: Ctx, at: Pick<Proposal, "id" | "revision">, change: Partial<Proposal>): void {
  const { changes } = ctx.db
    .update(proposals)
    .set({ ...change, revision: at.revision + 1, updatedAt: ctx.now })
    .where(and(eq(proposals.id, at.id), eq(proposals.revision, at.revision)))
    .run();
  if (changes !== 1) throw new DomainError("proposals.stale", { kind: "conflict" });
}

/** Saves the day of the last change without making an open identity form stale. */
export function touchProposal(ctx: Ctx, id: ProposalId): void {
  ctx.db.update(proposals).set({ updatedAt: ctx.now }).where(eq(proposals.id, id)).run();
}

/** False when the entry has not one of the expected reaches. */
export function updateReach(ctx: Base, id: ProposalId, from: Reach[], to: Reach): boolean {
  return (
    ctx.db
      .update(proposals)
      .set({ reach: to })
      .where(and(eq(proposals.id, id), inArray(proposals.reach, from), ne(proposals.status, "withdrawn")))
      .run().changes === 1
  );
}

export type StoredAnswer = Answer & Touch & { updatedBy: Proposal["createdBy"] };

export const findAnswers = (ctx: Base, id: ProposalId): StoredAnswer[] =>
  ctx.db.select().from(answers).where(eq(answers.proposalId, id)).orderBy(asc(answers.fieldKey)).all();

/** One statement for all of them; each answer counts its own revisions. */
export function saveAnswerRows(ctx: Ctx, id: ProposalId, rows: Answer[], by: Proposal["createdBy"]): void {
  ctx.db
    .insert(answers)
    .values(rows.map((row) => ({ ...row, proposalId: id, updatedBy: by, updatedAt: ctx.now })))
    .onConflictDoUpdate({
      target: [answers.proposalId, answers.fieldKey],
      set: {
        value: sql`excluded.value`,
        words: sql`excluded.words`,
        revision: sql`excluded.revision`,
        updatedBy: sql`excluded.updated_by`,
        updatedAt: sql`excluded.updated_at`,
      },
    })
    .run();
}

const live = (id: ProposalId) => and(eq(attachments.proposalId, id), isNull(attachments.removedAt));

export const findLiveAttachments = (ctx: Base, id: ProposalId): Attachment[] =>
  ctx.db
    .select({
      id: attachments.id,
      fieldKey: attachments.fieldKey,
      fileName: attachments.fileName,
      bytes: attachments.bytes,
      sha256: attachments.sha256,
      uploadedAt: attachments.uploadedAt,
      scan: sql<ScanState>`coalesce(${fileContents.scan}, 'none')`,
    })
    .from(attachments)
    .leftJoin(fileContents, eq(fileContents.sha256, attachments.sha256))
    .where(live(id))
    .orderBy(asc(attachments.fieldKey), asc(attachments.uploadedAt))
    .all();

export function insertAttachment(ctx: Base, row: typeof attachments.$inferInsert): void {
  ctx.db.insert(attachments).values(row).run();
}

/** Takes away the file that stands at a question, if any; its content stays for the versions that hold it. */
export function removeFilesAt(ctx: Ctx, id: ProposalId, fieldKey: string): void {
  ctx.db.update(attachments).set({ removedAt: ctx.now }).where(and(live(id), eq(attachments.fieldKey, fieldKey))).run();
}

export const findAttachmentPlace = (ctx: Base, id: AttachmentId): { proposalId: ProposalId; fieldKey: string } | undefined =>
  ctx.db
    .select({ proposalId: attachments.proposalId, fieldKey: attachments.fieldKey })
    .from(attachments)
    .where(and(eq(attachments.id, id), isNull(attachments.removedAt)))
    .get();

/**
 * Submitted proposals of an agency in an edition, apart from the given one, as far as `where` reaches: those standing as entries, each as it was submitted
 * last. What is being redrafted counts only once it is submitted, so that no place and no title is free in between.
 */
export function findSubmittedNeighbours(ctx: Base, of: Proposal, where: SQL | undefined): { number: number; titleKey: string; groupKey: string }[] {
  return ctx.db
    .select({ number: entryColumns.number, title: entryColumns.title, groupKey: entryColumns.groupKey })
    .from(proposals)
    .where(
      and(
        eq(proposals.agencyId, of.agencyId),
        eq(proposals.editionId, of.editionId),
        ne(proposals.reach, "draft"),
        ne(proposals.id, of.id),
        where,
      ),
    )
    .orderBy(asc(proposals.number))
    .all()
    .map(({ title, ...place }) => ({ ...place, titleKey: titleKeyOf(title) }));
}

export const countVersions = (ctx: Base, id: ProposalId): number =>
  ctx.db.select({ n: count() }).from(submissions).where(eq(submissions.proposalId, id)).get()?.n ?? 0;

export function insertSubmission(ctx: Base, row: typeof submissions.$inferInsert): void {
  ctx.db.insert(submissions).values(row).run();
}

export type NewEvent = { proposalId: ProposalId; kind: string; note?: string; data?: Record<string, string | number> };

export function insertEvent(ctx: Ctx, event: NewEvent): void {
  const { proposalId, kind, note = "", data = {} } = event;
  const actorId = (ctx.actor?.userId ?? "usr_system") as Proposal["createdBy"];
  ctx.db.insert(proposalEvents).values({ proposalId, at: ctx.now, actorId, kind, note, data }).run();
}
