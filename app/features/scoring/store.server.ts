import { and, eq, isNull, sql } from "drizzle-orm";
import type { AgreementId, RoundId, SheetId, TrainingId } from "#app/features/scoring/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { DomainError } from "#app/lib/errors.ts";
import { isUniqueViolation } from "#db/client.server.ts";
import { agreedValues, marks, rounds, scoreSheets, trainingEntries, trainingMarks } from "#db/schema/scoring.ts";

type Reach = Pick<Ctx, "db">;
export type SheetRow = typeof scoreSheets.$inferSelect;

export const findSheet = (ctx: Reach, id: SheetId): SheetRow | undefined =>
  ctx.db.select().from(scoreSheets).where(eq(scoreSheets.id, id)).get();

/** Refuses `scoring.stale` (409) when another window made the sheet first. */
export function insertSheet(ctx: Reach, sheet: typeof scoreSheets.$inferInsert): void {
  try {
    ctx.db.insert(scoreSheets).values(sheet).run();
  } catch (error) {
    if (isUniqueViolation(error, "score_sheets.assignment_id")) throw new DomainError("scoring.stale", { kind: "conflict" });
    throw error;
  }
}

/** Changes a sheet that still has the revision; true when it had. */
export function updateSheet(ctx: Reach, sheet: { id: SheetId; revision: number }, change: Partial<SheetRow>): boolean {
  const seen = and(eq(scoreSheets.id, sheet.id), eq(scoreSheets.revision, sheet.revision));
  return ctx.db.update(scoreSheets).set(change).where(seen).run().changes === 1;
}

export type MarkRow = typeof marks.$inferInsert;

/** Marks and notes of one sheet; what is not named stays. */
export function saveMarkRows(ctx: Reach, rows: readonly MarkRow[]): void {
  if (rows.length === 0) return;
  ctx.db
    .insert(marks)
    .values([...rows])
    .onConflictDoUpdate({
      target: [marks.sheetId, marks.criterionKey],
      set: { mark: sql`excluded.mark`, note: sql`excluded.note` },
    })
    .run();
}

export type AgreementRow = typeof agreedValues.$inferSelect;

export const findAgreement = (ctx: Reach, id: AgreementId): AgreementRow | undefined =>
  ctx.db.select().from(agreedValues).where(eq(agreedValues.id, id)).get();

/** Keeps an agreed value in place of the one that stood; that stays as history. */
export function replaceAgreement(ctx: Pick<Ctx, "db" | "now">, row: typeof agreedValues.$inferInsert): void {
  const standing = and(eq(agreedValues.editionId, row.editionId), eq(agreedValues.stage, row.stage), eq(agreedValues.proposalId, row.proposalId), isNull(agreedValues.replacedAt));
  ctx.db.update(agreedValues).set({ replacedAt: ctx.now }).where(standing).run();
  ctx.db.insert(agreedValues).values(row).run();
}

export const endAgreement = (ctx: Pick<Ctx, "db" | "now">, id: AgreementId): unknown =>
  ctx.db.update(agreedValues).set({ replacedAt: ctx.now }).where(eq(agreedValues.id, id)).run();

export const findRound = (ctx: Reach, id: RoundId): typeof rounds.$inferSelect | undefined =>
  ctx.db.select().from(rounds).where(eq(rounds.id, id)).get();

/** Refuses `scoring.roundClosed` (409) when another closure of the stage stands. */
export function insertRound(ctx: Reach, row: typeof rounds.$inferInsert): void {
  try {
    ctx.db.insert(rounds).values(row).run();
  } catch (error) {
    if (isUniqueViolation(error, "rounds.edition_id")) throw new DomainError("scoring.roundClosed", { kind: "conflict" });
    throw error;
  }
}

export const reopenRound = (ctx: Reach, id: RoundId, change: Partial<typeof rounds.$inferInsert>): unknown =>
  ctx.db.update(rounds).set(change).where(eq(rounds.id, id)).run();

export const insertTraining = (ctx: Reach, row: typeof trainingEntries.$inferInsert): unknown => ctx.db.insert(trainingEntries).values(row).run();

export const findTraining = (ctx: Reach, id: TrainingId): typeof trainingEntries.$inferSelect | undefined =>
  ctx.db.select().from(trainingEntries).where(eq(trainingEntries.id, id)).get();

export const endTraining = (ctx: Pick<Ctx, "db" | "now">, id: TrainingId): unknown =>
  ctx.db.update(trainingEntries).set({ removedAt: ctx.now }).where(eq(trainingEntries.id, id)).run();

/** Refuses `scoring.trainingDone` (409) for a second time. */
export function insertTrainingMarks(ctx: Reach, row: typeof trainingMarks.$inferInsert): void {
  try {
    ctx.db.insert(trainingMarks).values(row).run();
  } catch (error) {
    if (isUniqueViolation(error, "training_marks.training_id")) throw new DomainError("scoring.trainingDone", { kind: "conflict" });
    throw error;
  }
}
