import { describe, expect, it } from "vitest";
import {
  assignEvaluators,
  assignReaders,
  endAssignment,
  endAssignmentsOf,
  recuse,
  recuseFromAgency,
} from "#app/features/assignment/operations.server.ts";
import { addExtraReaders } from "#app/features/assignment/extra/operations.server.ts";
import { previewExtraReaders } from "#app/features/assignment/extra/queries.server.ts";
import { setBounds, setExpertise } from "#app/features/assignment/expertise/operations.server.ts";
import { applyPlan, cancelPlan, discardPlan, makePlan, undoPlan } from "#app/features/assignment/plans/operations.server.ts";
import type { Plan } from "#app/features/assignment/plans/types.ts";
import { listAssignments } from "#app/features/assignment/queries.server.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { assignmentPlans } from "#db/schema/assignment.ts";
import { refusalOf } from "#tests/features/proposals/scene.ts";
import { deskOpens, finalist, type JudgingScene, judgingScene, passed } from "#tests/features/screening/scene.ts";
import { keptScene } from "#tests/support/world.ts";

const people = {
  visitor: null,
  stranger: [],
  admin: ["agency:own:admin"],
  organiser: ["edition:own:organiser"],
  organiserElsewhere: ["edition:edn_other:organiser"],
  screener: ["edition:own:screener"],
  evaluator: ["edition:own:evaluator"],
  juror: ["edition:own:juror"],
  chair: ["edition:own:chair"],
  signatory: ["edition:own:signatory"],
  auditor: ["edition:own:auditor"],
  systemOrganiser: ["system::organiser"],
  operator: ["system::operator"],
} as const;

type Person = keyof typeof people;
const reason = "Saya pernah membina unit ini.";
const forbidden = "accounts.notAllowed";

type Row = { allowed: Person[]; refusal: string; refusals?: Partial<Record<Person, string>>; prepare?: (scene: JudgingScene) => void; run: (ctx: Ctx, scene: JudgingScene) => void };

const firstOf = (scene: JudgingScene) =>
  listAssignments(scene.world.ctx, { editionId: scene.editionId, stage: "proposal" })[0]?.id as Id<"assignment">;

const planOf = (scene: JudgingScene) => scene.world.ctx.db.select().from(assignmentPlans).all()[0] as Plan;

/** A plan exists for those who follow the readings, and moves for the organiser alone. */
const onPlan = {
  allowed: ["organiser"] as Person[],
  refusal: "assignment.planUnknown",
  refusals: { chair: forbidden, auditor: forbidden },
  prepare: (scene: JudgingScene) => {
    passed(scene);
    makePlan(scene.as(scene.organiser, deskOpens), {
      editionId: scene.editionId,
      stage: "proposal",
      change: { kind: "replace", userId: (scene.evaluators[0] as Actor).userId },
      reason,
    });
  },
};

const operations: Record<string, Row> = {
  assignEvaluators: {
    allowed: ["organiser"],
    refusal: forbidden,
    prepare: (scene) => passed(scene),
    run: (ctx, { editionId }) => assignEvaluators(ctx, { editionId, stage: "proposal" }),
  },
  assignReaders: {
    allowed: ["organiser"],
    refusal: forbidden,
    prepare: (scene) => finalist(scene),
    run: (ctx, { editionId }) => assignReaders(ctx, { editionId, stage: "wawancara", pairs: [] }),
  },
  // Somebody else's assignment does not exist, whatever seat one holds.
  recuse: {
    allowed: [],
    refusal: "assignment.unknown",
    prepare: (scene) => {
      passed(scene);
      assignEvaluators(scene.as(scene.organiser, deskOpens), { editionId: scene.editionId, stage: "proposal" });
    },
    run: (ctx, scene) => recuse(ctx, { assignmentId: firstOf(scene), reason }),
  },
  // Whoever follows the readings sees them without ending any; for the others they do not exist.
  endAssignment: {
    allowed: ["organiser"],
    refusal: "assignment.unknown",
    refusals: { chair: forbidden, auditor: forbidden },
    prepare: (scene) => operations.recuse?.prepare?.(scene),
    run: (ctx, scene) => endAssignment(ctx, { assignmentId: firstOf(scene), reason }),
  },
  endAssignmentsOf: {
    allowed: ["organiser"],
    refusal: forbidden,
    run: (ctx, { editionId, evaluators }) =>
      endAssignmentsOf(ctx, { editionId, userId: (evaluators[0] as Actor).userId, reason }),
  },
  setExpertise: {
    allowed: ["organiser"],
    refusal: forbidden,
    run: (ctx, { editionId, evaluators }) => setExpertise(ctx, { editionId, userId: (evaluators[0] as Actor).userId, known: {} }),
  },
  setBounds: {
    allowed: ["organiser"],
    refusal: forbidden,
    run: (ctx, { editionId, evaluators }) => setBounds(ctx, { editionId, userId: (evaluators[0] as Actor).userId, bounds: null }),
  },
  makePlan: {
    allowed: ["organiser"],
    refusal: forbidden,
    prepare: (scene) => passed(scene),
    run: (ctx, { editionId, evaluators }) => makePlan(ctx, { editionId, stage: "proposal", change: { kind: "replace", userId: (evaluators[0] as Actor).userId }, reason }),
  },
  applyPlan: {
    ...onPlan,
    run: (ctx, scene) => applyPlan(ctx, { planId: planOf(scene).id, digest: planOf(scene).digest as string }),
  },
  discardPlan: { ...onPlan, run: (ctx, scene) => discardPlan(ctx, { planId: planOf(scene).id }) },
  // A plan that is ready has moved on for whoever may call it off.
  cancelPlan: { ...onPlan, allowed: [], refusals: { ...onPlan.refusals, organiser: "assignment.planMovedOn" }, run: (ctx, scene) => cancelPlan(ctx, { planId: planOf(scene).id }) },
  undoPlan: {
    ...onPlan,
    prepare: (scene) => {
      onPlan.prepare(scene);
      applyPlan(scene.as(scene.organiser, deskOpens), { planId: planOf(scene).id, digest: planOf(scene).digest as string });
    },
    run: (ctx, scene) => undoPlan(ctx, { planId: planOf(scene).id }),
  },
  addExtraReaders: {
    allowed: ["organiser"],
    refusal: forbidden,
    prepare: (scene) => passed(scene),
    run: (ctx, { editionId }) => {
      const wanted = { editionId, stage: "proposal", wants: [], seed: 1 };
      addExtraReaders(ctx, { ...wanted, digest: previewExtraReaders(ctx, wanted).digest, cause: "organiser", reason });
    },
  },
  recuseFromAgency: {
    allowed: ["screener", "evaluator", "juror", "chair"],
    refusal: forbidden,
    run: (ctx, { editionId, agencyId }) => recuseFromAgency(ctx, { editionId, agencyId, reason }),
  },
};

describe.each(Object.entries(operations))("%s", (_, { allowed, refusal, refusals, prepare, run }) => {
  const prepared = keptScene(() => {
    const scene = judgingScene();
    prepare?.(scene);
    return scene;
  });
  it.each(Object.keys(people) as Person[])("asked by %s", (person) => {
    const scene = prepared();
    const own = (grant: string): string =>
      grant.replace("edition:own", `edition:${scene.editionId}`).replace("agency:own", `agency:${scene.agencyId}`);
    const grants = people[person]?.map(own);
    const actor = grants ? scene.world.person(person, ...grants) : null;
    expect(refusalOf(() => run(scene.as(actor, deskOpens), scene))).toBe(allowed.includes(person) ? "done" : (refusals?.[person] ?? refusal));
  });
});

it("lets the holder of an assignment recuse himself", () => {
  const scene = judgingScene();
  operations.recuse?.prepare?.(scene);
  const [held] = listAssignments(scene.world.ctx, { editionId: scene.editionId, stage: "proposal" });
  const holder = scene.evaluators.find(({ userId }) => userId === held?.userId) as Actor;
  expect(refusalOf(() => operations.recuse?.run(scene.as(holder, deskOpens), scene))).toBe("done");
});
