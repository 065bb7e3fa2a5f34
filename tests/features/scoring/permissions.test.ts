import { describe, expect, it } from "vitest";
import { assignEvaluators } from "#app/features/assignment/operations.server.ts";
import { listAssignments } from "#app/features/assignment/queries.server.ts";
import { recordAgreement, withdrawAgreement } from "#app/features/scoring/agreement/operations.server.ts";
import { answerAlarm } from "#app/features/scoring/alarms/operations.server.ts";
import { lockSheet, reopenSheet, saveMarks } from "#app/features/scoring/operations.server.ts";
import { closeRound, reopenRound } from "#app/features/scoring/rounds/operations.server.ts";
import { previewClosure } from "#app/features/scoring/rounds/queries.server.ts";
import { addTraining, markTraining, removeTraining } from "#app/features/scoring/training/operations.server.ts";
import type { AgreementId, RoundId, SheetId, TrainingId } from "#app/features/scoring/types.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { refusalOf } from "#tests/features/proposals/scene.ts";
import { handOut, lock } from "#tests/features/scoring/handed-out.ts";
import { deskOpens, type JudgingScene, judgingScene, passed } from "#tests/features/screening/scene.ts";
import { keptScene, type World } from "#tests/support/world.ts";

const people = {
  visitor: null,
  stranger: [],
  admin: ["agency:own:admin"],
  organiser: ["edition:own:organiser"],
  screener: ["edition:own:screener"],
  evaluator: ["edition:own:evaluator"],
  juror: ["edition:own:juror"],
  chair: ["edition:own:chair"],
  chairElsewhere: ["edition:edn_other:chair"],
  signatory: ["edition:own:signatory"],
  auditor: ["edition:own:auditor"],
  operator: ["system::operator"],
} as const;

type Person = keyof typeof people | "holder";
type Thing = { assignmentId: Id<"assignment">; sheetId: SheetId };

const outsiders = ["visitor", "stranger", "admin", "screener", "evaluator", "juror", "chairElsewhere", "operator"] as const;

const full = { revision: 1, marks: { ringkasan: 8_000, dampak: 8_000 }, notes: {}, note: "" };

/** Somebody else's sheet does not exist, whatever seat one holds. */
const operations: Record<string, { allowed: Person[]; refusal: string; lock?: true; run: (ctx: Ctx, thing: Thing) => void }> = {
  saveMarks: {
    allowed: ["holder"],
    refusal: "scoring.unknown",
    run: (ctx, { assignmentId }) => saveMarks(ctx, { assignmentId, ...full }),
  },
  lockSheet: {
    allowed: ["holder"],
    refusal: "scoring.unknown",
    run: (ctx, { assignmentId }) => lockSheet(ctx, { assignmentId, ...full }),
  },
  reopenSheet: {
    allowed: ["chair"],
    refusal: "accounts.notAllowed",
    lock: true,
    run: (ctx, { sheetId }) => reopenSheet(ctx, { sheetId, reason: "Catatan tertukar." }),
  },
};

function begun(lock: boolean) {
  const scene = judgingScene();
  passed(scene);
  const stage = { editionId: scene.editionId, stage: "proposal" };
  assignEvaluators(scene.as(scene.organiser, deskOpens), stage);
  const [held] = listAssignments(scene.world.ctx, stage);
  const assignmentId = held?.id as Id<"assignment">;
  const holder = scene.evaluators.find(({ userId }) => userId === held?.userId) as Actor;
  const first = { assignmentId, ...full, revision: 0 };
  const ctx = scene.as(holder, deskOpens);
  const { sheetId } = lock ? lockSheet(ctx, first) : saveMarks(ctx, first);
  return { world: scene.world, scene, holder, thing: { assignmentId, sheetId } };
}

describe.each(Object.entries(operations))("%s", (_, { allowed, refusal, lock, run }) => {
  const again = keptScene(() => begun(lock === true));
  it.each([...Object.keys(people), "holder"] as Person[])("asked by %s", (person) => {
    const { scene, holder, thing } = again();
    const own = (grant: string): string =>
      grant.replace("edition:own", `edition:${scene.editionId}`).replace("agency:own", `agency:${scene.agencyId}`);
    const grants = person === "holder" ? null : people[person]?.map(own);
    const actor = person === "holder" ? holder : grants ? scene.world.person(person, ...grants) : null;
    expect(refusalOf(() => run(scene.as(actor, deskOpens), thing))).toBe(allowed.includes(person) ? "done" : refusal);
  });
});

/** What belongs to a stage as a whole, asked before it opens or while it runs. */
type StageThing = { world: World; scene: JudgingScene; editionId: Id<"edition">; proposalId: Id<"proposal">; agreementId: AgreementId; roundId: RoundId; trainingId: TrainingId };
const reason = "Dibahas bersama dalam rapat.";
const agreed = ({ scene, editionId, proposalId }: Pick<StageThing, "scene" | "editionId" | "proposalId">) => ({
  ...{ editionId, stage: "proposal", proposalId, marks: { ringkasan: 8_000, dampak: 8_000 }, reason, heldOn: "2026-01-01" },
  present: scene.evaluators.map(({ userId }) => userId),
});
const training = { stage: "proposal", title: "Perahu Baca", body: "Layanan baca. ".repeat(9), anchors: [{ criterion: "ringkasan", mark: 1, reason: "" }, { criterion: "dampak", mark: 1, reason: "" }] };
const given = { ringkasan: 8_000, dampak: 8_000 };

/** `hidden`: for these it does not exist. */
const stageOperations: Record<string, { allowed: Person[]; hidden?: readonly Person[]; code?: string; at?: "before"; open?: true; run: (ctx: Ctx, thing: StageThing) => void }> = {
  recordAgreement: { allowed: ["chair"], run: (ctx, thing) => recordAgreement(ctx, agreed(thing)) },
  withdrawAgreement: {
    ...{ allowed: ["chair"], hidden: outsiders, code: "scoring.agreementUnknown" },
    run: (ctx, { agreementId }) => withdrawAgreement(ctx, { agreementId, reason }),
  },
  // An auditor reads what was done about an alarm and says nothing to it.
  answerAlarm: {
    ...{ allowed: ["chair"], hidden: [...outsiders, "organiser", "signatory"], code: "scoring.alarmUnknown" },
    run: (ctx, { scene, editionId }) => answerAlarm(ctx, { editionId, stage: "proposal", userId: scene.evaluators[0]?.userId as Id<"user">, signal: "halo", step: "talked", reason }),
  },
  closeRound: {
    ...{ allowed: ["organiser"], open: true },
    run: (ctx, { scene, editionId }) => {
      const { digest } = previewClosure(scene.as(scene.organiser, deskOpens), { editionId, stage: "proposal" });
      closeRound(ctx, { editionId, stage: "proposal", reason, digest });
    },
  },
  reopenRound: { allowed: ["organiser"], hidden: outsiders, code: "scoring.roundUnknown", run: (ctx, { roundId }) => reopenRound(ctx, { roundId, reason }) },
  addTraining: { allowed: ["organiser"], at: "before", run: (ctx, { editionId }) => void addTraining(ctx, { editionId, ...training }) },
  removeTraining: { allowed: ["organiser"], run: (ctx, { trainingId }) => removeTraining(ctx, { trainingId }) },
  markTraining: {
    ...{ allowed: ["evaluator", "juror", "chair"], at: "before", code: "scoring.trainingUnknown" },
    hidden: ["visitor", "stranger", "admin", "organiser", "screener", "chairElsewhere", "signatory", "auditor", "operator"],
    run: (ctx, { trainingId }) => markTraining(ctx, { trainingId, marks: given }),
  },
};

/** One entry read by both, agreed on, and another of which a reading is missing. */
function staged(open: boolean): StageThing {
  const reading = { othersMarks: "never" as const, divergence: null, thirdReader: "atOnce" as const, agreedValue: "beside" as const };
  const at = handOut({ reading }, 2);
  const { scene } = at;
  const { editionId } = scene;
  const [, missing, ...others] = [...at.readings].sort((a, b) => (a.proposalId === at.entries[0] ? -1 : b.proposalId === at.entries[0] ? 1 : 0)).reverse();
  for (const one of at.readings) if (one !== missing) lock(at, one, 8_000);
  expect(others.length).toBe(2);
  const proposalId = at.entries[0] as Id<"proposal">;
  const agreementId = recordAgreement(scene.as(scene.chair, deskOpens), agreed({ scene, editionId, proposalId }));
  const { digest } = previewClosure(scene.as(scene.organiser, deskOpens), { editionId, stage: "proposal" });
  const trainingId = addTraining(scene.as(scene.organiser, deskOpens - 1), { editionId, ...training });
  const roundId = open ? ("rnd_none" as RoundId) : closeRound(scene.as(scene.organiser, deskOpens), { editionId, stage: "proposal", reason, digest });
  return { world: scene.world, scene, editionId, proposalId, agreementId, roundId, trainingId };
}

describe.each(Object.entries(stageOperations))("%s", (_, { allowed, hidden = [], code, at, open, run }) => {
  const again = keptScene(() => staged(open === true));
  it.each(Object.keys(people) as (keyof typeof people)[])("asked by %s", (person) => {
    const thing = again();
    const { scene, editionId } = thing;
    const own = (grant: string): string => grant.replace("edition:own", `edition:${editionId}`).replace("agency:own", `agency:${scene.agencyId}`);
    const grants = people[person]?.map(own);
    const actor = grants ? scene.world.person(person, ...grants) : null;
    const expected = allowed.includes(person) ? "done" : hidden.includes(person) ? code : "accounts.notAllowed";
    expect(refusalOf(() => run(scene.as(actor, at === "before" ? deskOpens - 1 : deskOpens), thing))).toBe(expected);
  });
});
