import { describe, expect, it } from "vitest";
import { declareConflict } from "#app/features/conflicts/operations.server.ts";
import { answerAlarm } from "#app/features/scoring/alarms/operations.server.ts";
import { getAlarmPage, listAlarmAnswers } from "#app/features/scoring/alarms/queries.server.ts";
import { lastAnswer, stepsFor } from "#app/features/scoring/alarms/rules.ts";
import { personalRecords } from "#app/features/scoring/privacy/queries.server.ts";
import { stageSignals } from "#app/features/scoring/signals/queries.server.ts";
import { signals, type AlarmStep, type Signal } from "#app/features/scoring/signals/types.ts";
import type { Actor } from "#app/lib/ctx.ts";
import { auditEntries } from "#db/schema/audit.ts";
import { marks } from "#db/schema/scoring.ts";
import { refusalOf } from "#tests/features/proposals/scene.ts";
import { desk, handOut, lock } from "#tests/features/scoring/handed-out.ts";
import { deskOpens, seated } from "#tests/features/screening/scene.ts";
import { countStatements } from "#tests/support/world.ts";

const reason = "Dua lembar dibaca ulang bersama penilai.";

/** A stage on which one evaluator has locked a sheet. */
function marked() {
  const at = handOut({}, 2);
  const [first] = at.readings as [(typeof at.readings)[number]];
  lock(at, first, 8_000);
  const answer = (actor: Actor | null, change: { signal?: Signal; step?: AlarmStep; userId?: Actor["userId"]; now?: number } = {}) =>
    answerAlarm(at.scene.as(actor, change.now ?? deskOpens), { ...desk(at.scene), userId: change.userId ?? first.reader.userId, signal: change.signal ?? "speed", step: change.step ?? "talked", reason });
  return { ...at, assessor: first.reader, answer };
}

describe("an answer to an alarm", () => {
  it("stands beside it for the chair and auditors, the latest first, and changes no mark", () => {
    const at = marked();
    const { scene, assessor, answer } = at;
    const before = scene.world.ctx.db.select().from(marks).all();
    answer(scene.chair);
    answer(scene.chair, { step: "reopened", now: deskOpens + 1 });
    const auditor = seated(scene, "Auditor 01", "auditor");
    const told = [scene.chair, auditor].map((actor) => listAlarmAnswers(scene.as(actor), desk(scene)));
    expect(told[0]?.map(({ step, answeredBy }) => [step, answeredBy])).toEqual([
      ["reopened", "Ketua 01"],
      ["talked", "Ketua 01"],
    ]);
    expect(told[1]).toEqual(told[0]);
    expect(stageSignals(scene.as(scene.chair), desk(scene)).answers).toEqual(told[0]);
    const [of] = [{ assessor: assessor.userId, signal: "speed" as const }];
    expect([lastAnswer(told[0] ?? [], of)?.step, lastAnswer(told[0] ?? [], { ...of, signal: "halo" })]).toEqual(["reopened", undefined]);
    expect(scene.world.ctx.db.select().from(marks).all()).toEqual(before);
  });

  it("leaves its step and reason in the log, and stands in the export of whom it is about", () => {
    const { scene, assessor, answer } = marked();
    answer(scene.chair, { signal: "copying", step: "reread" });
    const said = scene.world.ctx.db.select().from(auditEntries).all().map((row) => JSON.parse(row.record ?? "{}") as { action: string; data: object });
    expect(said.filter(({ action }) => action === "scoring.answerAlarm").map(({ data }) => data)).toEqual([
      { stage: "proposal", assessor: assessor.userId, signal: "copying", step: "reread", reason },
    ]);
    const own = personalRecords(scene.world.ctx, assessor.userId).filter(({ kind }) => kind === "alarmAnswer");
    expect(own.map(({ facts }) => facts)).toEqual([{ stage: "proposal", signal: "copying", step: "reread", reason }]);
    expect(personalRecords(scene.world.ctx, scene.chair.userId)).toEqual([]);
  });

  it("is refused about oneself, about whoever has locked nothing, and to everybody who does not see alarms", () => {
    const { scene, assessor, answer } = marked();
    const itself = { ...assessor, grants: [...assessor.grants, ...scene.chair.grants] };
    const untouched = scene.evaluators.find(({ userId }) => userId !== assessor.userId) as Actor;
    const asked = [refusalOf(() => answer(itself)), refusalOf(() => answer(scene.chair, { userId: untouched.userId })), refusalOf(() => answer(scene.organiser)), refusalOf(() => answer(assessor))];
    expect(asked).toEqual(["scoring.ownAlarm", "scoring.alarmUnknown", "scoring.alarmUnknown", "scoring.alarmUnknown"]);
  });

  it("has a page with what was done so far, which only an auditor reads without answering", () => {
    const { scene, assessor, answer } = marked();
    answer(scene.chair);
    answer(scene.chair, { signal: "drift" });
    const of = { ...desk(scene), userId: assessor.userId, signal: "speed" as const };
    const page = (actor: Actor) => getAlarmPage(scene.as(actor), of);
    const chairs = page(scene.chair);
    expect([chairs.name, chairs.sheets, chairs.answers.length, chairs.mayAnswer]).toEqual([assessor.name, 1, 1, true]);
    expect(page(seated(scene, "Auditor 01", "auditor")).mayAnswer).toBe(false);
    expect([scene.organiser, assessor].map((actor) => refusalOf(() => page(actor)))).toEqual(["scoring.alarmUnknown", "scoring.alarmUnknown"]);
  });

  it("counts no sheet of an entry its reader is in conflict with", () => {
    const at = marked();
    const { scene, assessor } = at;
    for (const reading of at.readings) if (reading.reader.userId === assessor.userId && reading !== at.readings[0]) lock(at, reading, 8_000);
    const sheets = () => getAlarmPage(scene.as(scene.chair), { ...desk(scene), userId: assessor.userId, signal: "speed" }).sheets;
    expect(sheets()).toBe(2);
    declareConflict(scene.as(scene.chair), { proposalId: at.readings[0]?.proposalId as never, reason });
    expect(sheets()).toBe(1);
  });

  it("costs its list the same for one answer and for three", () => {
    const cost = (count: number) => {
      const { scene, answer } = marked();
      for (let at = 0; at < count; at += 1) answer(scene.chair, { now: deskOpens + at });
      return countStatements(scene.world.ctx, () => listAlarmAnswers(scene.as(scene.chair), desk(scene)));
    };
    expect(cost(3)).toBe(cost(1));
  });
});

it("gives every kind of alarm steps of its own, none of which explains it away", () => {
  expect(Object.keys(stepsFor).sort()).toEqual([...signals].sort());
  expect(Object.values(stepsFor).filter((steps) => steps.length === 0 || steps.includes("explained"))).toEqual([]);
});
