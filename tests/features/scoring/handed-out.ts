import { assignEvaluators } from "#app/features/assignment/operations.server.ts";
import { listAssignments } from "#app/features/assignment/queries.server.ts";
import type { Definition } from "#app/features/competitions/definition/types.ts";
import { lockSheet } from "#app/features/scoring/operations.server.ts";
import type { SheetEntry, SheetId } from "#app/features/scoring/types.ts";
import type { Actor } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { deskOpens, type JudgingScene, judgingScene, passed } from "#tests/features/screening/scene.ts";

export type Reading = { assignmentId: Id<"assignment">; proposalId: Id<"proposal">; reader: Actor };
export type HandedOut = { scene: JudgingScene; entries: Id<"proposal">[]; readings: Reading[] };

export const desk = ({ editionId }: JudgingScene) => ({ editionId, stage: "proposal" });

/** So many passed entries handed out to both evaluators of a scene. */
export function handOut(change: Partial<Definition> = {}, count = 1): HandedOut {
  const scene = judgingScene(change);
  const entries = Array.from({ length: count }, (_, index) => passed(scene, `Apotek Singgah ${index + 1}`));
  assignEvaluators(scene.as(scene.organiser, deskOpens), desk(scene));
  const readings = listAssignments(scene.world.ctx, desk(scene)).map(({ id, proposalId, userId }) => ({
    assignmentId: id,
    proposalId,
    reader: scene.evaluators.find((one) => one.userId === userId) as Actor,
  }));
  return { scene, entries, readings };
}

export const readingOf = ({ readings }: HandedOut, proposalId: Id<"proposal">, { userId }: Actor): Reading =>
  readings.find((one) => one.proposalId === proposalId && one.reader.userId === userId) as Reading;

export const sheetWith = (assignmentId: Id<"assignment">, marks: SheetEntry["marks"], change: Partial<SheetEntry> = {}): SheetEntry => ({
  ...{ assignmentId, revision: 0, marks, notes: {}, note: "" },
  ...change,
});

/** Locks a reader's sheet with one mark for both criteria, hundredths of a point. */
export function lock(at: HandedOut, reading: Reading, mark: number, now = deskOpens): SheetId {
  return lockSheet(at.scene.as(reading.reader, now), sheetWith(reading.assignmentId, { ringkasan: mark, dampak: mark })).sheetId;
}
