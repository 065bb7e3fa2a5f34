import { and, desc, eq, gt, lt, ne, sql } from "drizzle-orm";
import { keptFor, keptRevisions, presenceLasts, sittingBreak } from "#app/features/proposals/drafting/rules.ts";
import type { Answer, Proposal, ProposalId } from "#app/features/proposals/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { answerRevisions, answers, draftPresences } from "#db/schema/proposals.ts";

type Base = Pick<Ctx, "db">;
export type RevisionRow = typeof answerRevisions.$inferSelect;

export const findRevision = (ctx: Base, id: ProposalId, fieldKey: string, revision: number): RevisionRow | undefined =>
  ctx.db
    .select()
    .from(answerRevisions)
    .where(and(eq(answerRevisions.proposalId, id), eq(answerRevisions.fieldKey, fieldKey), eq(answerRevisions.revision, revision)))
    .get();

export const findRevisions = (ctx: Base, id: ProposalId, fieldKey: string): RevisionRow[] =>
  ctx.db
    .select()
    .from(answerRevisions)
    .where(and(eq(answerRevisions.proposalId, id), eq(answerRevisions.fieldKey, fieldKey)))
    .orderBy(desc(answerRevisions.revision))
    .limit(keptRevisions * 2)
    .all();

type Stored = Answer & { updatedBy: Proposal["createdBy"]; updatedAt: number };

/** One statement for new texts and for those they replace, which may come from before texts were kept. */
export function keepRevisions(ctx: Ctx, id: ProposalId, { saved, replaced }: { saved: Stored[]; replaced: Stored[] }): void {
  const rows = [...replaced, ...saved].map(({ updatedBy, updatedAt, ...text }) => ({
    ...{ proposalId: id, savedBy: updatedBy, savedAt: updatedAt },
    ...{ fieldKey: text.fieldKey, revision: text.revision, value: text.value, words: text.words },
  }));
  ctx.db.insert(answerRevisions).values(rows).onConflictDoNothing().run();
}

/** Of a question's older texts keeps the last of every sitting; the newest `keptRevisions` stay whatever they are. */
export function thinRevisions(ctx: Base, id: ProposalId, fieldKey: string): void {
  ctx.db.run(sql`
    delete from answer_revisions where rowid in (
      select id from (
        select rowid as id, saved_at, saved_by,
          row_number() over newest as place,
          lag(saved_at) over newest as next_at,
          lag(saved_by) over newest as next_by
        from answer_revisions
        where proposal_id = ${id} and field_key = ${fieldKey}
        window newest as (order by revision desc)
      )
      where place > ${keptRevisions} and next_by = saved_by and next_at - saved_at < ${sittingBreak}
    )`);
}

type RevisionKey = Pick<RevisionRow, "proposalId" | "fieldKey" | "revision">;

/** Texts older than can be brought back, apart from the newest of each question. */
export const findOldRevisions = (ctx: Ctx, limit: number): RevisionKey[] =>
  ctx.db
    .select({ proposalId: answerRevisions.proposalId, fieldKey: answerRevisions.fieldKey, revision: answerRevisions.revision })
    .from(answerRevisions)
    .innerJoin(answers, and(eq(answers.proposalId, answerRevisions.proposalId), eq(answers.fieldKey, answerRevisions.fieldKey)))
    .where(and(lt(answerRevisions.savedAt, ctx.now - keptFor), lt(answerRevisions.revision, answers.revision)))
    .limit(limit)
    .all();

export function deleteRevision(ctx: Base, { proposalId, fieldKey, revision }: RevisionKey): void {
  ctx.db
    .delete(answerRevisions)
    .where(
      and(
        eq(answerRevisions.proposalId, proposalId),
        eq(answerRevisions.fieldKey, fieldKey),
        eq(answerRevisions.revision, revision),
      ),
    )
    .run();
}

export function savePresence(ctx: Ctx, row: { proposalId: ProposalId; userId: Proposal["createdBy"]; section: string }): void {
  ctx.db
    .insert(draftPresences)
    .values({ ...row, seenAt: ctx.now })
    .onConflictDoUpdate({ target: [draftPresences.proposalId, draftPresences.userId], set: { section: row.section, seenAt: ctx.now } })
    .run();
}

export const findOthersPresent = (ctx: Ctx, id: ProposalId, userId: Proposal["createdBy"]): { userId: Proposal["createdBy"]; section: string }[] =>
  ctx.db
    .select({ userId: draftPresences.userId, section: draftPresences.section })
    .from(draftPresences)
    .where(and(eq(draftPresences.proposalId, id), ne(draftPresences.userId, userId), gt(draftPresences.seenAt, ctx.now - presenceLasts)))
    .all();

export function deleteStalePresences(ctx: Ctx): void {
  ctx.db.delete(draftPresences).where(lt(draftPresences.seenAt, ctx.now - presenceLasts)).run();
}
