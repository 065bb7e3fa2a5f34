import { asc, eq, inArray } from "drizzle-orm";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import type { PersonalRecord } from "#app/lib/personal-record.ts";
import { alarmAnswers, marks, scoreSheets, trainingEntries, trainingMarks } from "#db/schema/scoring.ts";
import { proposals } from "#db/schema/proposals.ts";

type Reach = Pick<Ctx, "db">;

/** Score sheets a person wrote, with their marks and notes, the marks he gave to training texts, and what was done about alarms of him. */
export const personalRecords = (ctx: Reach, userId: Id<"user">): PersonalRecord[] => [...sheetsOf(ctx, userId), ...trainingOf(ctx, userId), ...alarmsOf(ctx, userId)];

function sheetsOf(ctx: Reach, userId: Id<"user">): PersonalRecord[] {
  const rows = ctx.db
    .select({ id: scoreSheets.id, entry: proposals.number, stage: scoreSheets.stage, status: scoreSheets.status, note: scoreSheets.note, privateNote: scoreSheets.privateNote, lockedAt: scoreSheets.lockedAt, at: scoreSheets.updatedAt })
    .from(scoreSheets)
    .leftJoin(proposals, eq(proposals.id, scoreSheets.proposalId))
    .where(eq(scoreSheets.userId, userId))
    .orderBy(asc(scoreSheets.updatedAt))
    .all();
  const given = marksOf(ctx, rows.map(({ id }) => id));
  return rows.map(({ id, at, ...facts }) => ({ kind: "sheet", at, facts: { ...facts, marks: given.get(id) ?? "" } }));
}

/** Marks in points with the note on each, as one text a sheet. */
function marksOf(ctx: Reach, ids: readonly Id<"sheet">[]): Map<Id<"sheet">, string> {
  const rows = ctx.db.select().from(marks).where(inArray(marks.sheetId, [...ids])).orderBy(asc(marks.sheetId), asc(marks.criterionKey)).all();
  const texts = new Map<Id<"sheet">, string>();
  for (const { sheetId, criterionKey, mark, note } of rows) {
    const one = `${criterionKey}: ${mark === null ? "-" : mark / 100}${note === "" ? "" : ` (${note})`}`;
    texts.set(sheetId, texts.has(sheetId) ? `${texts.get(sheetId)}; ${one}` : one);
  }
  return texts;
}

const trainingOf = (ctx: Reach, userId: Id<"user">): PersonalRecord[] =>
  ctx.db
    .select({ title: trainingEntries.title, stage: trainingEntries.stage, given: trainingMarks.marks, at: trainingMarks.markedAt })
    .from(trainingMarks)
    .innerJoin(trainingEntries, eq(trainingEntries.id, trainingMarks.trainingId))
    .where(eq(trainingMarks.userId, userId))
    .orderBy(asc(trainingMarks.markedAt))
    .all()
    .map(({ at, given, ...facts }) => {
      const text = Object.entries(given).map(([key, mark]) => `${key}: ${mark / 100}`).join("; ");
      return { kind: "trainingMarks", at, facts: { ...facts, marks: text } };
    });

const alarmsOf = (ctx: Reach, userId: Id<"user">): PersonalRecord[] =>
  ctx.db
    .select({ stage: alarmAnswers.stage, signal: alarmAnswers.signal, step: alarmAnswers.step, reason: alarmAnswers.reason, at: alarmAnswers.answeredAt })
    .from(alarmAnswers)
    .where(eq(alarmAnswers.userId, userId))
    .orderBy(asc(alarmAnswers.answeredAt))
    .all()
    .map(({ at, ...facts }) => ({ kind: "alarmAnswer", at, facts }));
