import { describe, expect, it } from "vitest";
import { assignEvaluators } from "#app/features/assignment/operations.server.ts";
import { listAssignments } from "#app/features/assignment/queries.server.ts";
import { lockSheet, reopenSheet, saveMarks } from "#app/features/scoring/operations.server.ts";
import type { SheetId } from "#app/features/scoring/types.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { refusalOf } from "#tests/features/proposals/scene.ts";
import { deskOpens, judgingScene, passed } from "#tests/features/screening/scene.ts";

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
  return { scene, holder, thing: { assignmentId, sheetId } };
}

describe.each(Object.entries(operations))("%s", (_, { allowed, refusal, lock, run }) => {
  it.each([...Object.keys(people), "holder"] as Person[])("asked by %s", (person) => {
    const { scene, holder, thing } = begun(lock === true);
    const own = (grant: string): string =>
      grant.replace("edition:own", `edition:${scene.editionId}`).replace("agency:own", `agency:${scene.agencyId}`);
    const grants = person === "holder" ? null : people[person]?.map(own);
    const actor = person === "holder" ? holder : grants ? scene.world.person(person, ...grants) : null;
    expect(refusalOf(() => run(scene.as(actor, deskOpens), thing))).toBe(allowed.includes(person) ? "done" : refusal);
  });
});
