import { describe, expect, it } from "vitest";
import { assignEvaluators } from "#app/features/assignment/operations.server.ts";
import { writePlan } from "#app/features/assignment/plans/jobs.server.ts";
import { applyPlan, makePlan, mayWriteParts, undoPlan } from "#app/features/assignment/plans/operations.server.ts";
import { beginParts, writePart } from "#app/features/assignment/plans/parts/operations.server.ts";
import { findPlanHead } from "#app/features/assignment/plans/parts/queries.server.ts";
import { partOf } from "#app/features/assignment/plans/parts/rules.ts";
import { findPlan } from "#app/features/assignment/plans/queries.server.ts";
import type { Plan, PlanId, PlanResult } from "#app/features/assignment/plans/types.ts";
import { listAssignments } from "#app/features/assignment/queries.server.ts";
import { declareConflict } from "#app/features/conflicts/operations.server.ts";
import type { Actor } from "#app/lib/ctx.ts";
import { inTransaction } from "#db/client.server.ts";
import { auditEntries } from "#db/schema/audit.ts";
import { jobs } from "#db/schema/jobs.ts";
import { notices } from "#db/schema/notifications.ts";
import { refusalOf } from "#tests/features/proposals/scene.ts";
import { deskOpens, judgingScene, passed, seated } from "#tests/features/screening/scene.ts";

const stage = "proposal";

/** A person is to be replaced: as many readings end as begin. */
function planned() {
  const scene = judgingScene();
  const more = [seated(scene, "Penilai 10", "evaluator"), seated(scene, "Penilai 11", "evaluator")];
  Array.from({ length: 6 }, (_, at) => passed(scene, `Perahu Baca ${at}`));
  const organiser = scene.as(scene.organiser, deskOpens);
  assignEvaluators(organiser, { editionId: scene.editionId, stage });
  const leaver = scene.evaluators[0] as Actor;
  const planId = makePlan(organiser, { editionId: scene.editionId, stage, change: { kind: "replace", userId: leaver.userId }, reason: "Penilai berhalangan sampai tahap ditutup." });
  return { scene, organiser, planId, leaver, people: [...scene.evaluators, ...more] };
}

type Planned = ReturnType<typeof planned>;

const found = ({ scene }: Planned, planId: PlanId): Plan => findPlan(scene.world.ctx, planId) as Plan;
const readings = ({ scene }: Planned): string[] => listAssignments(scene.world.ctx, { editionId: scene.editionId, stage }).map(({ proposalId, userId }) => `${proposalId} ${userId}`).sort();

/** What asking for a plan of thousands of moves does. */
function handOver(one: Planned): Plan {
  inTransaction(one.organiser, () => beginParts(one.organiser, findPlanHead(one.organiser, one.planId) as NonNullable<ReturnType<typeof findPlanHead>>, found(one, one.planId).digest as string));
  return found(one, one.planId);
}

const result = (plan: Plan): PlanResult => plan.result as PlanResult;

/** What stands when the plan is applied, without the plan. */
function expected(one: Planned): string[] {
  const { added, ended } = result(found(one, one.planId));
  const gone = new Set(ended.map(({ proposalId, userId }) => `${proposalId} ${userId}`));
  return [...readings(one).filter((pair) => !gone.has(pair)), ...added.map(({ proposalId, userId }) => `${proposalId} ${userId}`)].sort();
}

describe("a plan written by the worker", () => {
  it("gives part by part what it says, whoever dies in between, tells readers once at the end, and can be taken back", () => {
    const one = planned();
    const before = readings(one);
    const after = expected(one);
    const told = one.scene.world.ctx.db.select().from(notices).all().length;
    const plan = handOver(one);
    expect([plan.status, one.organiser.db.select().from(jobs).all().filter(({ kind }) => kind === "assignment.application").length]).toEqual(["applying", 1]);
    const moves = result(plan).added.length + result(plan).ended.length;
    expect(writePart(one.organiser, plan, { result: result(plan), size: 1 })).toEqual({ moves, done: 1, left: 0 });
    expect(found(one, one.planId)).toMatchObject({ status: "applying", progress: { moves, done: 1, left: 0 } });
    expect(one.scene.world.ctx.db.select().from(notices).all().length).toBe(told);
    return writePlan(one.organiser, { planId: one.planId }).then(() => {
      expect([found(one, one.planId).status, readings(one)]).toEqual(["applied", after]);
      expect(one.scene.world.ctx.db.select().from(notices).all().length).toBeGreaterThan(told);
      expect(one.organiser.db.select().from(auditEntries).all().map(({ action }) => action).slice(-4)).toEqual(["assignment.beginApplying", "assignment.applyPart", "assignment.applyPart", "assignment.apply"]);
      undoPlan(one.organiser, { planId: one.planId });
      expect(readings(one)).toEqual(before);
    });
  });

  it("leaves out whom a conflict has overtaken between two parts, and says so", async () => {
    const one = planned();
    const plan = handOver(one);
    const { ended, added } = result(plan);
    writePart(one.organiser, plan, { result: result(plan), size: ended.length });
    const [overtaken] = added as [PlanResult["added"][number]];
    const taker = one.people.find(({ userId }) => userId === overtaken.userId) as Actor;
    declareConflict(one.scene.as(taker, deskOpens), { proposalId: overtaken.proposalId, reason: "Kakak saya bekerja di instansi itu." });
    await writePlan(one.organiser, { planId: one.planId });
    const { status, progress } = found(one, one.planId);
    expect(status).toBe("applied");
    expect(progress?.left).toBeGreaterThan(0);
    expect(readings(one)).not.toContain(`${overtaken.proposalId} ${overtaken.userId}`);
  });

  it("goes back to be looked at where what it rests on has changed before its first part", async () => {
    const one = planned();
    const other = makePlan(one.organiser, { editionId: one.scene.editionId, stage, change: { kind: "replace", userId: one.leaver.userId }, reason: "Penilai berhalangan sampai tahap ditutup." });
    applyPlan(one.organiser, { planId: other, digest: found(one, other).digest as string });
    const standing = readings(one);
    const plan = handOver(one);
    expect(mayWriteParts(one.organiser, plan)).toBe(false);
    expect(found(one, one.planId)).toMatchObject({ status: "ready", refusal: "assignment.stalePreview", progress: null });
    await writePlan(one.organiser, { planId: one.planId });
    expect(readings(one)).toEqual(standing);
  });

  it("is begun once, and only as it was looked at", () => {
    const one = planned();
    handOver(one);
    expect(refusalOf(() => handOver(one))).toBe("assignment.planMovedOn");
    expect(refusalOf(() => applyPlan(one.organiser, { planId: one.planId, digest: "0" }))).toBe("assignment.planMovedOn");
    const another = planned();
    const head = findPlanHead(another.organiser, another.planId) as NonNullable<ReturnType<typeof findPlanHead>>;
    expect(refusalOf(() => inTransaction(another.organiser, () => beginParts(another.organiser, head, "0")))).toBe("assignment.stalePreview");
  });
});

it("parts follow one another without a gap, those that end before those that begin", () => {
  const [ended, added] = [[1, 2, 3], [4, 5, 6, 7]] as unknown as [PlanResult["ended"], PlanResult["added"]];
  const parts = [0, 2, 4, 6].map((from) => partOf({ ended, added }, from, 2));
  expect(parts.flatMap((part) => [...part.ended, ...part.added])).toEqual([1, 2, 3, 4, 5, 6, 7]);
});
