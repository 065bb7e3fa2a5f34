import { and, asc, eq, inArray, isNull, ne } from "drizzle-orm";
import { namesOf } from "#app/features/accounts/queries.server.ts";
import { getEdition, listSeats } from "#app/features/competitions/queries.server.ts";
import type { EditionId } from "#app/features/competitions/types.ts";
import { isShown, judgingWithheldFrom } from "#app/features/conflicts/withholding/queries.server.ts";
import { getEntry } from "#app/features/proposals/queries.server.ts";
import { numberText } from "#app/features/proposals/rules.ts";
import type { ProposalId } from "#app/features/proposals/types.ts";
import { mayReleaseRemarks } from "#app/features/ranking/policy.ts";
import { findRemarks } from "#app/features/ranking/remarks/store.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import { agencies } from "#db/schema/agencies.ts";
import { assignments } from "#db/schema/assignment.ts";
import { rankingLists, rankingRows } from "#db/schema/ranking.ts";
import { marks, scoreSheets } from "#db/schema/scoring.ts";

type Reach = Pick<Ctx, "db">;

export type RemarksPage = { number: string; title: string; agencyName: string; zone: string; notes: string[]; text: string; releasedAt: number | null };

/** What assessors wrote of an entry, without who, and what of it was made ready for its agency; 404 for whoever may not release it. */
export function getRemarksPage(ctx: Ctx, at: { editionId: EditionId; proposalId: ProposalId }): RemarksPage {
  if (!mayReleaseRemarks(ctx.actor, at.editionId)) throw notFound("proposals.unknown");
  const entry = getEntry(ctx, at.proposalId);
  if (!isPublishedIn(ctx, at) || !isShown(judgingWithheldFrom(ctx, at.editionId))({ ...at, agencyId: entry.agencyId })) throw notFound("proposals.unknown");
  const { definition } = getEdition(ctx, at.editionId);
  const kept = findRemarks(ctx, at.proposalId);
  const notes = notesOn(ctx, at);
  return {
    ...{ number: numberText(definition.year, entry.number), title: entry.title, agencyName: entry.agencyName, zone: definition.zone, notes },
    ...{ text: kept?.text ?? notes.join("\n\n"), releasedAt: kept?.releasedAt ?? null },
  };
}

/** Whether a published list of the edition judged the entry. */
export const isPublishedIn = (ctx: Reach, { editionId, proposalId }: { editionId: EditionId; proposalId: ProposalId }): boolean =>
  ctx.db
    .select({ id: rankingLists.id })
    .from(rankingRows)
    .innerJoin(rankingLists, eq(rankingLists.id, rankingRows.listId))
    .where(and(eq(rankingRows.proposalId, proposalId), eq(rankingLists.editionId, editionId), inArray(rankingLists.status, ["provisional", "final"])))
    .limit(1)
    .get() !== undefined;

/** Notes of locked sheets of standing readings, sorted by their words: their order tells nothing of who wrote them. */
function notesOn(ctx: Reach, { editionId, proposalId }: { editionId: EditionId; proposalId: ProposalId }): string[] {
  const locked = and(eq(scoreSheets.editionId, editionId), eq(scoreSheets.proposalId, proposalId), eq(scoreSheets.status, "locked"), isNull(assignments.endedAt));
  const sheets = ctx.db
    .select({ id: scoreSheets.id, note: scoreSheets.note })
    .from(scoreSheets)
    .innerJoin(assignments, eq(assignments.id, scoreSheets.assignmentId))
    .where(locked)
    .all();
  if (sheets.length === 0) return [];
  const own = ctx.db.select({ note: marks.note }).from(marks).where(and(inArray(marks.sheetId, sheets.map(({ id }) => id)), ne(marks.note, ""))).all();
  return [...sheets, ...own].map(({ note }) => note.trim()).filter((note) => note !== "").sort();
}

/** Names no remark may hold: of whoever sits in the edition or ever read the entry, and of every other agency. For operations that have authorised. */
export function namesToHide(ctx: Ctx, { editionId, proposalId }: { editionId: EditionId; proposalId: ProposalId }): { people: string[]; agencies: string[] } {
  const entry = getEntry(ctx, proposalId);
  const readers = ctx.db.selectDistinct({ userId: assignments.userId }).from(assignments).where(eq(assignments.proposalId, proposalId)).all();
  const people = new Set([...listSeats(ctx, editionId).map(({ name }) => name), ...namesOf(ctx, readers.map(({ userId }) => userId)).values()]);
  const others = ctx.db.select({ name: agencies.name }).from(agencies).where(ne(agencies.id, entry.agencyId)).orderBy(asc(agencies.name)).all();
  return { people: [...people], agencies: others.map(({ name }) => name) };
}
