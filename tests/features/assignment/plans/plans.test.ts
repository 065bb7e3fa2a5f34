import { describe, expect, it } from "vitest";
import { setBounds, setExpertise } from "#app/features/assignment/expertise/operations.server.ts";
import { getReader } from "#app/features/assignment/expertise/queries.server.ts";
import { addExtraReaders, callAnotherReader } from "#app/features/assignment/extra/operations.server.ts";
import { previewExtraReaders } from "#app/features/assignment/extra/queries.server.ts";
import { assignEvaluators, endAssignment } from "#app/features/assignment/operations.server.ts";
import { solvePlan } from "#app/features/assignment/plans/jobs.server.ts";
import { applyPlan, cancelPlan, discardPlan, makePlan, undoPlan } from "#app/features/assignment/plans/operations.server.ts";
import { findPlan, getPlanPage } from "#app/features/assignment/plans/queries.server.ts";
import { mayStep } from "#app/features/assignment/plans/rules.ts";
import type { PlanChange, PlanId, PlanResult, PlanStatus } from "#app/features/assignment/plans/types.ts";
import { assignmentSummary, listAssignments } from "#app/features/assignment/queries.server.ts";
import { declareConflict } from "#app/features/conflicts/operations.server.ts";
import { lockSheet, saveMarks } from "#app/features/scoring/operations.server.ts";
import type { Actor } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { assignmentPlans, assignments, readerTargets, stageReaders } from "#db/schema/assignment.ts";
import { auditEntries } from "#db/schema/audit.ts";
import { notices, outbox } from "#db/schema/notifications.ts";
import { refusalOf } from "#tests/features/proposals/scene.ts";
import { deskCloses, deskOpens, fromAgency, type JudgingScene, judgingScene, passed, seated } from "#tests/features/screening/scene.ts";

const reason = "Penilai berhalangan sampai tahap ditutup.";
const rules = { expertPerEntry: false, oneSeatPerOrganisation: false, least: 0, most: 20 };
const stage = "proposal";
const sheet = { revision: 0, marks: { ringkasan: 8_000, dampak: 7_000 }, notes: { ringkasan: "jelas", dampak: "terukur" }, note: "", privateNote: "" };

function handedOut(entries = 4, people = 4) {
  const scene = judgingScene();
  const more = Array.from({ length: people - 2 }, (_, at) => seated(scene, `Penilai 1${at}`, "evaluator"));
  const ids = Array.from({ length: entries }, (_, at) => passed(scene, `Perahu Baca ${at}`));
  const organiser = scene.as(scene.organiser, deskOpens);
  assignEvaluators(organiser, { editionId: scene.editionId, stage });
  return { scene, ids, organiser, readers: [...scene.evaluators, ...more] };
}

type Handed = ReturnType<typeof handedOut>;

const standing = ({ scene }: Pick<Handed, "scene">) => listAssignments(scene.world.ctx, { editionId: scene.editionId, stage });
const rowsOf = ({ scene }: Pick<Handed, "scene">) => ({
  readings: scene.world.ctx.db.select().from(assignments).all().filter(({ endedAt }) => endedAt === null).sort((a, b) => (a.id < b.id ? -1 : 1)),
  targets: scene.world.ctx.db.select().from(readerTargets).all(),
  stage: scene.world.ctx.db.select().from(stageReaders).all(),
});
const plan = (handed: Handed, change: PlanChange): PlanId => makePlan(handed.organiser, { editionId: handed.scene.editionId, stage, change, reason });
const found = (handed: Handed, planId: PlanId) => findPlan(handed.scene.world.ctx, planId);
const resultOf = (handed: Handed, planId: PlanId) => found(handed, planId)?.result as PlanResult;
const apply = (handed: Handed, planId: PlanId) => applyPlan(handed.organiser, { planId, digest: found(handed, planId)?.digest as string });

function lock(scene: JudgingScene, person: Actor): Id<"assignment"> {
  const held = listAssignments(scene.world.ctx, { editionId: scene.editionId, stage }).find(({ userId }) => userId === person.userId);
  const assignmentId = held?.id as Id<"assignment">;
  saveMarks(scene.as(person, deskOpens), { assignmentId, ...sheet });
  lockSheet(scene.as(person, deskOpens), { assignmentId, ...sheet, revision: 1 });
  return assignmentId;
}

describe("a small plan", () => {
  it("writes nothing until it is applied, and applying does what was shown", () => {
    const handed = handedOut();
    const [leaver] = handed.readers as [Actor];
    const before = rowsOf(handed);
    const planId = plan(handed, { kind: "replace", userId: leaver.userId });
    expect(rowsOf(handed)).toEqual(before);
    const { added, ended, loads, lacking } = resultOf(handed, planId);
    const his = before.readings.filter(({ userId }) => userId === leaver.userId);
    expect([ended.map(({ id }) => id).sort(), added.length, lacking]).toEqual([his.map(({ id }) => id).sort(), his.length, []]);
    expect(apply(handed, planId)).toEqual({ assigned: his.length, ended: his.length });
    const after = standing(handed);
    expect(loads.map(({ userId, after: load }) => [userId, load])).toEqual(
      handed.readers.map(({ userId }) => [userId, after.filter((one) => one.userId === userId).length]).sort((a, b) => ((a[0] as string) < (b[0] as string) ? -1 : 1)),
    );
    const others = before.readings.filter(({ userId }) => userId !== leaver.userId).map(({ id }) => id);
    expect(others.every((id) => after.some((one) => one.id === id))).toBe(true);
  });

  it.each<[string, (handed: Handed) => PlanChange]>([
    ["replacing a person", ({ readers }) => ({ kind: "replace", userId: (readers[0] as Actor).userId })],
    ["letting a person in", ({ scene }) => ({ kind: "join", userId: seated(scene, "Penilai 20", "evaluator").userId, share: 1 })],
    ["one reader more", ({ ids }) => ({ kind: "readers", proposalId: ids[0] as Id<"proposal">, readers: 3 })],
    ["one reader fewer", ({ ids }) => ({ kind: "readers", proposalId: ids[0] as Id<"proposal">, readers: 1 })],
    ["taking an entry out", ({ ids }) => ({ kind: "readers", proposalId: ids[0] as Id<"proposal">, readers: 0 })],
  ])("applied and taken back leaves everything as it was: %s", (_, changeOf) => {
    const handed = handedOut();
    const change = changeOf(handed);
    const before = rowsOf(handed);
    const planId = plan(handed, change);
    apply(handed, planId);
    expect(rowsOf(handed)).not.toEqual(before);
    undoPlan(handed.organiser, { planId });
    expect(rowsOf(handed)).toEqual(before);
    expect(refusalOf(() => apply(handed, planId))).toBe("assignment.planMovedOn");
  });

  it("lets a newcomer take exactly his share from whoever has most", () => {
    const handed = handedOut(8, 4);
    const newcomer = seated(handed.scene, "Penilai 20", "evaluator");
    const planId = plan(handed, { kind: "join", userId: newcomer.userId, share: 3 });
    const { added, ended, loads } = resultOf(handed, planId);
    expect([added.length, ended.length, new Set(ended.map(({ userId }) => userId)).size]).toEqual([3, 3, 3]);
    expect(loads.find(({ userId }) => userId === newcomer.userId)?.after).toBe(3);
  });

  it("keeps an entry that was taken out from being handed out again", () => {
    const handed = handedOut();
    const [entry] = handed.ids as [Id<"proposal">];
    apply(handed, plan(handed, { kind: "readers", proposalId: entry, readers: 0 }));
    expect(assignEvaluators(handed.organiser, { editionId: handed.scene.editionId, stage }).assigned).toBe(0);
    expect(standing(handed).filter(({ proposalId }) => proposalId === entry)).toEqual([]);
    expect(assignmentSummary(handed.organiser, { editionId: handed.scene.editionId, stage }).lackingTotal).toBe(0);
  });

  it("never ends a locked reading", () => {
    const handed = handedOut();
    const [leaver] = handed.readers as [Actor];
    const locked = lock(handed.scene, leaver);
    const planId = plan(handed, { kind: "replace", userId: leaver.userId });
    expect(resultOf(handed, planId).ended.map(({ id }) => id)).not.toContain(locked);
    apply(handed, planId);
    expect(standing(handed).map(({ id }) => id)).toContain(locked);
  });

  it("is refused when fewer readers are asked for than have begun", () => {
    const handed = handedOut(1, 2);
    for (const person of handed.readers) lock(handed.scene, person);
    expect(refusalOf(() => plan(handed, { kind: "readers", proposalId: handed.ids[0] as Id<"proposal">, readers: 1 }))).toBe("assignment.alreadyRead");
  });

  it("is stale when something it rests on has changed, or another digest is given", () => {
    const handed = handedOut();
    const [leaver] = handed.readers as [Actor];
    const planId = plan(handed, { kind: "replace", userId: leaver.userId });
    expect(refusalOf(() => applyPlan(handed.organiser, { planId, digest: "0".repeat(64) }))).toBe("assignment.stalePreview");
    const [first] = resultOf(handed, planId).added;
    const taker = handed.readers.find(({ userId }) => userId === first?.userId) as Actor;
    declareConflict(handed.scene.as(taker, deskOpens), { proposalId: first?.proposalId as Id<"proposal">, reason });
    expect(refusalOf(() => apply(handed, planId))).toBe("assignment.stalePreview");
    const other = plan(handed, { kind: "replace", userId: leaver.userId });
    const [ending] = resultOf(handed, other).ended;
    endAssignment(handed.organiser, { assignmentId: ending?.id as Id<"assignment">, reason });
    expect(refusalOf(() => apply(handed, other))).toBe("assignment.stalePreview");
  });

  it("is not taken back once somebody has begun one of its readings", () => {
    const handed = handedOut();
    const [leaver] = handed.readers as [Actor];
    const planId = plan(handed, { kind: "replace", userId: leaver.userId });
    apply(handed, planId);
    const [first] = resultOf(handed, planId).added;
    const taker = handed.readers.find(({ userId }) => userId === first?.userId) as Actor;
    const held = standing(handed).find(({ userId, proposalId }) => userId === taker.userId && proposalId === first?.proposalId);
    saveMarks(handed.scene.as(taker, deskOpens), { assignmentId: held?.id as Id<"assignment">, ...sheet });
    expect(refusalOf(() => undoPlan(handed.organiser, { planId }))).toBe("assignment.begunSince");
  });

  it("is not taken back once one of its readings has ended, nor after the stage has closed", () => {
    const handed = handedOut();
    const planId = plan(handed, { kind: "replace", userId: (handed.readers[0] as Actor).userId });
    apply(handed, planId);
    expect(refusalOf(() => undoPlan(handed.scene.as(handed.scene.organiser, deskCloses), { planId }))).toBe("competitions.windowClosed");
    const [first] = resultOf(handed, planId).added;
    const held = standing(handed).find(({ userId, proposalId }) => userId === first?.userId && proposalId === first?.proposalId);
    endAssignment(handed.organiser, { assignmentId: held?.id as Id<"assignment">, reason });
    expect(refusalOf(() => undoPlan(handed.organiser, { planId }))).toBe("assignment.changedSince");
  });

  it("says nothing of an entry to a chair who may not judge it", () => {
    const handed = handedOut(2, 4);
    const planId = plan(handed, { kind: "replace", userId: (handed.readers[0] as Actor).userId });
    const chair = handed.scene.as(handed.scene.chair, deskOpens);
    const seen = () => getPlanPage(chair, planId, { limit: 50, offset: 0 });
    const [hidden] = resultOf(handed, planId).added;
    const number = seen().result?.moves.find(({ key }) => key.startsWith(hidden?.proposalId as string))?.entry;
    declareConflict(chair, { proposalId: hidden?.proposalId as Id<"proposal">, reason });
    expect([number !== undefined, seen().result?.moves.some(({ entry }) => entry === number)]).toEqual([true, false]);
  });

  it("is refused once the stage has closed", () => {
    const handed = handedOut();
    const late = handed.scene.as(handed.scene.organiser, deskCloses);
    const change: PlanChange = { kind: "replace", userId: (handed.readers[0] as Actor).userId };
    expect(refusalOf(() => makePlan(late, { editionId: handed.scene.editionId, stage, change, reason }))).toBe("competitions.windowClosed");
  });

  it("tells those whose readings end, when it is applied and when it is taken back, once each", () => {
    const handed = handedOut();
    const [leaver] = handed.readers as [Actor];
    const told = (kind: string) => handed.scene.world.ctx.db.select().from(notices).all().filter((one) => one.kind === kind).map(({ userId }) => userId).toSorted();
    const mails = () => handed.scene.world.ctx.db.select().from(outbox).all().filter(({ template }) => template === "readingsEnded").map(({ recipient }) => recipient);
    const planId = plan(handed, { kind: "replace", userId: leaver.userId });
    apply(handed, planId);
    expect([told("readingsEnded"), mails()]).toEqual([[leaver.userId], [leaver.email]]);
    undoPlan({ ...handed.organiser, now: deskOpens + 1 }, { planId });
    const takers = new Set(resultOf(handed, planId).added.map(({ userId }) => userId));
    expect(told("readingsEnded")).toEqual([leaver.userId, ...takers].toSorted());
  });

  it("leaves seed and digest in the log before and when it is applied", () => {
    const handed = handedOut();
    const planId = plan(handed, { kind: "replace", userId: (handed.readers[0] as Actor).userId });
    apply(handed, planId);
    const { seed, digest } = found(handed, planId) as { seed: number; digest: string };
    const said = handed.scene.world.ctx.db.select().from(auditEntries).all().map((row) => JSON.parse(row.record ?? "{}") as { action: string; data: { seed?: number; sha256?: string } });
    expect(said.filter(({ action }) => action === "assignment.plan").map(({ data }) => data.seed)).toEqual([seed]);
    expect(said.filter(({ action }) => action === "assignment.apply").map(({ data }) => [data.seed, data.sha256])).toEqual([[seed, digest]]);
  });
});

describe("a plan the worker solves", () => {
  const solve = async (handed: Handed, planId: PlanId) => solvePlan({ ...handed.scene.world.ctx, now: deskOpens }, { planId });

  it("is solved in a thread, shown with its checks, and applied", async () => {
    const scene = judgingScene();
    const handed: Handed = { scene, ids: [passed(scene), passed(fromAgency(scene, "74.09", "Pemerintah Kabupaten Buton"), "Perahu Baca")], organiser: scene.as(scene.organiser, deskOpens), readers: scene.evaluators };
    const planId = plan(handed, { kind: "fill", rules });
    expect(found(handed, planId)?.status).toBe("queued");
    await solve(handed, planId);
    const page = getPlanPage(handed.organiser, planId, { limit: 10, offset: 0 });
    expect([page.status, page.result?.added, page.result?.solved?.status, page.result?.moves.every(({ reason: why }) => why !== null)]).toEqual(["ready", 4, "optimal", true]);
    expect(apply(handed, planId)).toEqual({ assigned: 4, ended: 0 });
  });

  it("anew keeps what has begun and moves only what nobody has touched", async () => {
    const handed = handedOut(6, 4);
    const locked = lock(handed.scene, handed.readers[0] as Actor);
    const planId = plan(handed, { kind: "afresh", rules });
    await solve(handed, planId);
    expect(resultOf(handed, planId).ended.map(({ id }) => id)).not.toContain(locked);
    apply(handed, planId);
    const after = standing(handed);
    expect([after.length, after.some(({ id }) => id === locked)]).toEqual([12, true]);
  });

  it("raises the readers of a stage, keeping all that stands, and taken back leaves everything as it was", async () => {
    const handed = handedOut(5, 4);
    const before = rowsOf(handed);
    const planId = plan(handed, { kind: "stage", readers: 3 });
    await solve(handed, planId);
    const { added, ended, stageReaders: told } = resultOf(handed, planId);
    expect([added.length, ended, told]).toEqual([5, [], { before: null, after: 3, beyond: 0 }]);
    apply(handed, planId);
    expect(standing(handed).length).toBe(15);
    expect(before.readings.every(({ id }) => standing(handed).some((one) => one.id === id))).toBe(true);
    expect(assignmentSummary(handed.organiser, { editionId: handed.scene.editionId, stage })).toMatchObject({ readers: 3, lackingTotal: 0 });
    undoPlan(handed.organiser, { planId });
    expect(rowsOf(handed)).toEqual(before);
  });

  it("lowers the readers of a stage by ending only what nobody has begun, and leaves an entry with a number of its own", async () => {
    const handed = handedOut(6, 4);
    const [own] = handed.ids as [Id<"proposal">];
    apply(handed, plan(handed, { kind: "readers", proposalId: own, readers: 3 }));
    const locked = handed.readers.map((person) => lock(handed.scene, person));
    const [before, begun] = [rowsOf(handed), new Set(locked)];
    const planId = plan(handed, { kind: "stage", readers: 1 });
    await solve(handed, planId);
    const { added, ended, stageReaders: told } = resultOf(handed, planId);
    expect([added, ended.some(({ id, proposalId }) => begun.has(id) || proposalId === own)]).toEqual([[], false]);
    const left = before.readings.filter(({ id }) => !ended.some((one) => one.id === id));
    const counts = handed.ids.filter((id) => id !== own).map((id) => left.filter(({ proposalId }) => proposalId === id));
    expect(counts.every((rows) => rows.length === Math.max(1, rows.filter(({ id }) => begun.has(id)).length))).toBe(true);
    expect(told?.beyond).toBe(counts.filter((rows) => rows.length > 1).length);
    apply(handed, planId);
    expect(handed.ids.map((id) => assignmentSummary(handed.organiser, { editionId: handed.scene.editionId, stage }).lacking.some(({ proposalId }) => proposalId === id))).toEqual(handed.ids.map(() => false));
    undoPlan(handed.organiser, { planId });
    expect(rowsOf(handed)).toEqual(before);
  });

  it("gives an entry that comes after the plan the number of readers of the stage", async () => {
    const handed = handedOut(2, 4);
    const planId = plan(handed, { kind: "stage", readers: 3 });
    await solve(handed, planId);
    apply(handed, planId);
    const late = passed(handed.scene, "Perahu Terlambat");
    assignEvaluators(handed.organiser, { editionId: handed.scene.editionId, stage });
    expect(standing(handed).filter(({ proposalId }) => proposalId === late).length).toBe(3);
  });

  it("is stale once another plan has changed the readers of the stage", async () => {
    const handed = handedOut(2, 4);
    const [first, second] = [plan(handed, { kind: "stage", readers: 3 }), plan(handed, { kind: "stage", readers: 4 })];
    for (const planId of [first, second]) await solve(handed, planId);
    apply(handed, first);
    expect(refusalOf(() => apply(handed, second))).toBe("assignment.stalePreview");
  });

  it("says which entries cannot be served, and is not applied then", async () => {
    const handed = handedOut(1, 2);
    declareConflict(handed.scene.as(handed.readers[0] as Actor, deskOpens), { proposalId: handed.ids[0] as Id<"proposal">, reason });
    const [his] = standing(handed).filter(({ userId }) => userId === (handed.readers[0] as Actor).userId);
    if (his) endAssignment(handed.organiser, { assignmentId: his.id, reason });
    const planId = plan(handed, { kind: "fill", rules });
    await solve(handed, planId);
    expect([found(handed, planId)?.status, resultOf(handed, planId).shortages.map(({ kind }) => kind)]).toEqual(["failed", ["readers"]]);
    expect(refusalOf(() => apply(handed, planId))).toBe("assignment.planMovedOn");
  });

  it("says that it broke down instead of being at it for ever, and nothing has changed", async () => {
    const handed = handedOut(1, 2);
    const before = standing(handed);
    const planId = plan(handed, { kind: "afresh", rules });
    // Whatever breaks the worker: here a change it cannot read.
    handed.scene.world.ctx.db.update(assignmentPlans).set({ stage: "tiada" }).run();
    await expect(solve(handed, planId)).rejects.toThrow();
    handed.scene.world.ctx.db.update(assignmentPlans).set({ stage }).run();
    const page = getPlanPage(handed.organiser, planId, { limit: 10, offset: 0 });
    expect([page.status, page.refusal, page.phase, page.result, standing(handed)]).toEqual(["failed", "assignment.solvingBroke", null, null, before]);
    await solve(handed, planId);
    expect(found(handed, planId)?.status).toBe("failed");
  });

  it("stops when it is called off, and stays called off", async () => {
    const handed = handedOut(1, 2);
    const planId = plan(handed, { kind: "afresh", rules });
    cancelPlan(handed.organiser, { planId });
    await solve(handed, planId);
    expect([found(handed, planId)?.status, found(handed, planId)?.result]).toEqual(["cancelled", null]);
  });
});

describe("one more reader", () => {
  it("is previewed, refused with another digest, and added as shown", () => {
    const handed = handedOut(3, 4);
    const wanted = { editionId: handed.scene.editionId, stage, wants: [{ proposalId: handed.ids[1] as Id<"proposal">, more: 1 }], seed: 7 };
    const shown = previewExtraReaders(handed.organiser, wanted);
    expect([shown.pairs.length, shown.lacking]).toEqual([1, []]);
    const add = (digest: string) => addExtraReaders(handed.organiser, { ...wanted, digest, cause: "greyZone", reason });
    expect(refusalOf(() => add("0".repeat(64)))).toBe("assignment.stalePreview");
    expect(add(shown.digest)).toEqual({ assigned: 1 });
    const readers = standing(handed).filter(({ proposalId }) => proposalId === handed.ids[1]).map(({ userId }) => userId);
    expect([readers.length, readers.includes(shown.pairs[0]?.userId as Id<"user">)]).toEqual([3, true]);
  });

  it("comes at once inside another act, and again after a recusal; null where nobody may", () => {
    const handed = handedOut(1, 3);
    const [proposalId] = handed.ids as [Id<"proposal">];
    const given = { editionId: handed.scene.editionId, stage, proposalId, reason };
    const free = handed.readers.find(({ userId }) => !standing(handed).some((one) => one.userId === userId));
    expect(callAnotherReader(handed.organiser, given)).toEqual({ userId: free?.userId });
    expect(callAnotherReader(handed.organiser, given)).toEqual({ userId: null });
    expect(handed.scene.world.ctx.db.select().from(assignmentPlans).all().map(({ cause, status }) => [cause, status])).toEqual([["divergence", "applied"]]);
  });
});

describe("expertise", () => {
  const known = (scene: JudgingScene, userId: Id<"user">) =>
    getReader(scene.as(scene.organiser), { editionId: scene.editionId, userId }).categories.filter(({ band }) => band !== "no").map(({ key, band }) => [key, band]);

  it("is said by the organiser or the person himself, and by nobody else", () => {
    const scene = judgingScene();
    const [one, two] = scene.evaluators as [Actor, Actor];
    const [category] = getReader(scene.as(scene.organiser), { editionId: scene.editionId, userId: one.userId }).categories;
    const key = category?.key as string;
    const set = (by: Actor, band: "expert" | "able" | "no") => setExpertise(scene.as(by), { editionId: scene.editionId, userId: one.userId, known: { [key]: band } });
    set(one, "able");
    expect(known(scene, one.userId)).toEqual([[key, "able"]]);
    set(scene.organiser, "expert");
    expect(known(scene, one.userId)).toEqual([[key, "expert"]]);
    expect(refusalOf(() => set(two, "no"))).toBe("accounts.notAllowed");
    expect(refusalOf(() => getReader(scene.as(two), { editionId: scene.editionId, userId: one.userId }))).toBe("assignment.readerUnknown");
    expect(refusalOf(() => setExpertise(scene.as(one), { editionId: scene.editionId, userId: one.userId, known: { tiada: "able" } }))).toBe("assignment.categoryUnknown");
  });

  it("and bounds decide who comes first and how often", () => {
    const handed = handedOut(3, 4);
    const { scene, organiser, readers } = handed;
    const free = readers.map(({ userId }) => userId).filter((userId) => !standing(handed).some((one) => one.userId === userId && one.proposalId === handed.ids[0]));
    const [expert, other] = free as [Id<"user">, Id<"user">];
    const [category] = getReader(organiser, { editionId: scene.editionId, userId: expert }).categories;
    setExpertise(organiser, { editionId: scene.editionId, userId: expert, known: { [category?.key as string]: "expert" } });
    const wants = (): Id<"user"> | undefined => resultOf(handed, plan(handed, { kind: "more", wants: [{ proposalId: handed.ids[0] as Id<"proposal">, more: 1 }] })).added[0]?.userId;
    expect([expert, other]).toContain(wants());
    setBounds(organiser, { editionId: scene.editionId, userId: expert, bounds: { least: 0, most: 0 } });
    expect(wants()).toBe(other);
    expect(refusalOf(() => setBounds(organiser, { editionId: scene.editionId, userId: expert, bounds: { least: 3, most: 1 } }))).toBe("assignment.boundsReversed");
  });
});

describe("the life of a plan", () => {
  const statuses: PlanStatus[] = ["queued", "running", "ready", "failed", "cancelled", "discarded", "applying", "applied", "undoing", "undone"];

  it.each([
    ["queued", ["running", "cancelled"]],
    ["running", ["queued", "ready", "failed", "cancelled"]],
    ["ready", ["discarded", "applying", "applied"]],
    ["failed", ["discarded"]],
    ["cancelled", []],
    ["discarded", []],
    ["applying", ["applied", "ready"]],
    ["applied", ["undoing", "undone"]],
    ["undoing", ["applied", "undone"]],
    ["undone", []],
  ] as [PlanStatus, PlanStatus[]][])("from %s goes to no other status than its own", (from, to) => {
    expect(statuses.filter((status) => mayStep(from, status))).toEqual(statuses.filter((status) => to.includes(status)));
  });

  it("ends when it is laid aside", () => {
    const handed = handedOut();
    const planId = plan(handed, { kind: "replace", userId: (handed.readers[0] as Actor).userId });
    discardPlan(handed.organiser, { planId });
    expect(refusalOf(() => apply(handed, planId))).toBe("assignment.planMovedOn");
  });
});
