import { describe, expect, it } from "vitest";
import { listAssignments } from "#app/features/assignment/queries.server.ts";
import { listReadEntries } from "#app/features/scoring/divergence/queries.server.ts";
import { lockSheet } from "#app/features/scoring/operations.server.ts";
import { desk, handOut, lock, sheetWith } from "#tests/features/scoring/handed-out.ts";
import { deskOpens, seated } from "#tests/features/screening/scene.ts";

const rules = (divergence: number | null) => ({ reading: { othersMarks: "never" as const, divergence, agreedValue: "none" as const } });

/** Both readers' marks of one entry with a third person free; who reads it afterwards. */
function readers(divergence: number | null, marks: [number, number], free = true) {
  const at = handOut(rules(divergence));
  const third = free ? seated(at.scene, "Penilai 03", "evaluator") : null;
  at.readings.forEach((reading, index) => lock(at, reading, marks[index] as number));
  return { at, third, reading: listAssignments(at.scene.world.ctx, desk(at.scene)).map(({ userId }) => userId) };
}

describe("marks that diverge", () => {
  it("call a third reader when the last sheet is locked, and only beyond the threshold", () => {
    expect([readers(1_500, [6_000, 7_500]).reading.length, readers(null, [1_000, 9_000]).reading.length]).toEqual([2, 2]);
    const { third, reading } = readers(1_500, [6_000, 7_501]);
    expect([reading.length, reading.filter((userId) => userId === third?.userId).length]).toEqual([3, 1]);
  });

  it("call no fourth one by themselves", () => {
    const { at, third } = readers(1_500, [1_000, 9_000]);
    seated(at.scene, "Penilai 04", "evaluator");
    const extra = listAssignments(at.scene.world.ctx, desk(at.scene)).find(({ userId }) => userId === third?.userId);
    lockSheet(at.scene.as(third, deskOpens), sheetWith(extra?.id as never, { ringkasan: 100, dampak: 100 }));
    expect(listAssignments(at.scene.world.ctx, desk(at.scene)).length).toBe(3);
  });

  it("stay with the chair where nobody is left to read", () => {
    const { at, reading } = readers(1_500, [1_000, 9_000], false);
    expect(reading.length).toBe(2);
    expect(listReadEntries(at.scene.as(at.scene.chair, deskOpens), desk(at.scene)).map(({ diverges }) => diverges)).toEqual([true]);
  });
});
