import { describe, expect, it } from "vitest";
import { applyPlan, makePlan, undoPlan } from "#app/features/assignment/plans/operations.server.ts";
import { findPlan } from "#app/features/assignment/plans/queries.server.ts";
import type { Plan } from "#app/features/assignment/plans/types.ts";
import { listAssignments } from "#app/features/assignment/queries.server.ts";
import type { ReadingRules } from "#app/features/competitions/definition/judging/types.ts";
import { declareConflict } from "#app/features/conflicts/operations.server.ts";
import { listAwaitingReaders, listReadEntries } from "#app/features/scoring/divergence/queries.server.ts";
import { furtherReaders } from "#app/features/scoring/divergence/rules.ts";
import { lockSheet } from "#app/features/scoring/operations.server.ts";
import type { Actor } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { refusalOf } from "#tests/features/proposals/scene.ts";
import { desk, type HandedOut, handOut, lock, sheetWith } from "#tests/features/scoring/handed-out.ts";
import { deskOpens, seated } from "#tests/features/screening/scene.ts";

type Third = ReadingRules["thirdReader"];
const rules = (divergence: number | null, thirdReader: Third = "atOnce") => ({ reading: { othersMarks: "never" as const, divergence, thirdReader, agreedValue: "none" as const } });

/** Both readers' marks of one entry with a third person free; who reads it afterwards. */
function readers(divergence: number | null, marks: [number, number], free = true) {
  const at = handOut(rules(divergence));
  const third = free ? seated(at.scene, "Penilai 03", "evaluator") : null;
  at.readings.forEach((reading, index) => lock(at, reading, marks[index] as number));
  return { at, third, reading: listAssignments(at.scene.world.ctx, desk(at.scene)).map(({ userId }) => userId) };
}

const awaiting = ({ scene }: HandedOut) => listAwaitingReaders(scene.as(scene.organiser, deskOpens), desk(scene)).map(({ proposalId }) => proposalId);

/** Two entries of which the first diverges, with a third person free, in an edition that has the effect seen first. */
function previewed() {
  const at = handOut(rules(1_500, "previewed"), 2);
  const third = seated(at.scene, "Penilai 03", "evaluator");
  const [torn] = at.entries as [Id<"proposal">];
  for (const reading of at.readings) lock(at, reading, reading.proposalId === torn && reading.reader === at.scene.evaluators[0] ? 1_000 : 9_000);
  const organiser = at.scene.as(at.scene.organiser, deskOpens);
  const readersOfTorn = () => listAssignments(organiser, desk(at.scene)).filter(({ proposalId }) => proposalId === torn).map(({ userId }) => userId);
  return { at, third, torn, organiser, readersOfTorn };
}

describe("marks that diverge where the effect is seen first", () => {
  it("call nobody, and wait until a plan does", () => {
    const { at, third, torn, organiser, readersOfTorn } = previewed();
    expect([readersOfTorn().length, awaiting(at)]).toEqual([2, [torn]]);
    const planId = makePlan(organiser, { ...desk(at.scene), change: furtherReaders([{ proposalId: torn }], [torn, torn]), reason: "Nilai berselisih melebihi batas." });
    const { digest, result } = findPlan(organiser, planId) as Plan;
    expect([result?.added.map(({ userId }) => userId), readersOfTorn().length]).toEqual([[third.userId], 2]);
    applyPlan(organiser, { planId, digest: digest as string });
    expect([readersOfTorn().includes(third.userId), awaiting(at)]).toEqual([true, []]);
    expect(refusalOf(() => furtherReaders(listAwaitingReaders(organiser, desk(at.scene)), [torn]))).toBe("scoring.noLongerAwaiting");
    undoPlan(organiser, { planId });
    expect([readersOfTorn().length, awaiting(at)]).toEqual([2, [torn]]);
  });

  it("are told to the secretariat, the chair and auditors, without a mark, and to nobody in conflict with the entry", () => {
    const { at, torn } = previewed();
    const { scene } = at;
    const asked = (person: Actor) => listAwaitingReaders(scene.as(person, deskOpens), desk(scene));
    expect(Object.keys(asked(scene.organiser)[0] ?? {}).sort()).toEqual(["number", "proposalId", "title"]);
    expect(asked(scene.chair).map(({ proposalId }) => proposalId)).toEqual([torn]);
    for (const person of scene.evaluators) expect(refusalOf(() => asked(person))).toBe("competitions.editionUnknown");
    declareConflict(scene.as(scene.chair, deskOpens), { proposalId: torn, reason: "Pernah membimbing unit ini." });
    expect(asked(scene.chair)).toEqual([]);
  });
});

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
    expect(awaiting(at)).toEqual(at.entries);
  });
});
