import { describe, expect, it } from "vitest";
import { assignEvaluators } from "#app/features/assignment/operations.server.ts";
import { writePlan } from "#app/features/assignment/plans/jobs.server.ts";
import { applyPlan, makePlan } from "#app/features/assignment/plans/operations.server.ts";
import { findPlanHead } from "#app/features/assignment/plans/parts/queries.server.ts";
import { findPlan } from "#app/features/assignment/plans/queries.server.ts";
import type { Plan, PlanResult } from "#app/features/assignment/plans/types.ts";
import { beginUndoing, undoPart } from "#app/features/assignment/plans/undoing/operations.server.ts";
import { undoPartOf } from "#app/features/assignment/plans/undoing/rules.ts";
import { listAssignments } from "#app/features/assignment/queries.server.ts";
import { declareConflict } from "#app/features/conflicts/operations.server.ts";
import type { Actor } from "#app/lib/ctx.ts";
import { inTransaction } from "#db/client.server.ts";
import { auditEntries } from "#db/schema/audit.ts";
import { notices } from "#db/schema/notifications.ts";
import { refusalOf } from "#tests/features/proposals/scene.ts";
import { deskOpens, judgingScene, passed, seated } from "#tests/features/screening/scene.ts";

const stage = "proposal";

/** A person was replaced by a plan that was applied; what stood before it. */
function applied() {
  const scene = judgingScene();
  const more = [seated(scene, "Penilai 10", "evaluator"), seated(scene, "Penilai 11", "evaluator")];
  Array.from({ length: 6 }, (_, at) => passed(scene, `Perahu Baca ${at}`));
  const organiser = scene.as(scene.organiser, deskOpens);
  assignEvaluators(organiser, { editionId: scene.editionId, stage });
  const leaver = scene.evaluators[0] as Actor;
  const planId = makePlan(organiser, { editionId: scene.editionId, stage, change: { kind: "replace", userId: leaver.userId }, reason: "Penilai berhalangan sampai tahap ditutup." });
  const plan = (): Plan => findPlan(scene.world.ctx, planId) as Plan;
  const readings = (): string[] => listAssignments(scene.world.ctx, { editionId: scene.editionId, stage }).map(({ proposalId, userId }) => `${proposalId} ${userId}`).sort();
  const before = readings();
  applyPlan(organiser, { planId, digest: plan().digest as string });
  const head = () => findPlanHead(organiser, planId) as NonNullable<ReturnType<typeof findPlanHead>>;
  return {
    ...{ scene, organiser, planId, plan, readings, before, people: [...scene.evaluators, ...more] },
    /** What asking to take a plan of thousands of moves back does. */
    handOver: (): Plan => (inTransaction(organiser, () => beginUndoing(organiser, head())), plan()),
    finish: () => writePlan(organiser, { planId, by: scene.organiser.userId }),
    result: plan().result as PlanResult,
  };
}

describe("a plan taken back by the worker", () => {
  it("leaves what stood before it, part by part, whoever dies in between, and tells readers once at the end", async () => {
    const one = applied();
    const told = (): number => one.organiser.db.select().from(notices).all().length;
    const toldBefore = told();
    const plan = one.handOver();
    const moves = one.result.added.length + one.result.ended.length;
    expect(undoPart(one.organiser, plan, { result: one.result, size: 1 })).toEqual({ moves, done: 1, left: 0 });
    expect([one.plan().status, told()]).toEqual(["undoing", toldBefore]);
    await one.finish();
    expect([one.plan().status, one.readings()]).toEqual(["undone", one.before]);
    expect(told()).toBeGreaterThan(toldBefore);
    const acts = one.organiser.db.select().from(auditEntries).all().slice(-4);
    expect(acts.map(({ action }) => action)).toEqual(["assignment.beginUndoing", "assignment.undoPart", "assignment.undoPart", "assignment.undo"]);
    expect(acts.map(({ actorId }) => actorId)).toEqual(acts.map(() => one.scene.organiser.userId));
  });

  it("leaves as it is what a conflict has overtaken between two parts, and says so", async () => {
    const one = applied();
    const plan = one.handOver();
    undoPart(one.organiser, plan, { result: one.result, size: one.result.added.length });
    const [overtaken] = one.result.ended as [PlanResult["ended"][number]];
    const taker = one.people.find(({ userId }) => userId === overtaken.userId) as Actor;
    declareConflict(one.scene.as(taker, deskOpens), { proposalId: overtaken.proposalId, reason: "Kakak saya bekerja di instansi itu." });
    await one.finish();
    expect(one.plan()).toMatchObject({ status: "undone", progress: { left: 1 } });
    expect(one.readings()).not.toContain(`${overtaken.proposalId} ${overtaken.userId}`);
  });

  it("stays applied where it cannot be taken back as a whole, and says why", async () => {
    const one = applied();
    const standing = one.readings();
    const [ended] = one.result.ended as [PlanResult["ended"][number]];
    const taker = one.people.find(({ userId }) => userId === ended.userId) as Actor;
    declareConflict(one.scene.as(taker, deskOpens), { proposalId: ended.proposalId, reason: "Kakak saya bekerja di instansi itu." });
    one.handOver();
    await one.finish();
    expect(one.plan()).toMatchObject({ status: "applied", refusal: "assignment.changedSince", progress: null, undoneAt: null });
    expect(one.readings()).toEqual(standing);
  });

  it("is begun once", () => {
    const one = applied();
    one.handOver();
    expect(refusalOf(one.handOver)).toBe("assignment.planMovedOn");
  });
});

it("parts follow one another without a gap, what the plan gave before what it took", () => {
  const [ended, added] = [[5, 6, 7], [1, 2, 3, 4]] as unknown as [PlanResult["ended"], PlanResult["added"]];
  const parts = [0, 2, 4, 6].map((from) => undoPartOf({ ended, added }, from, 2));
  expect(parts.flatMap((part) => [...part.added, ...part.ended])).toEqual([1, 2, 3, 4, 5, 6, 7]);
});
