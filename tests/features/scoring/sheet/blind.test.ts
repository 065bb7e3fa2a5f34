import { describe, expect, it } from "vitest";
import type { ReadingRules } from "#app/features/competitions/definition/judging/types.ts";
import { reopenSheet, saveMarks } from "#app/features/scoring/operations.server.ts";
import { personalRecords } from "#app/features/scoring/privacy/queries.server.ts";
import { getSheetPage } from "#app/features/scoring/sheet/queries.server.ts";
import type { Actor } from "#app/lib/ctx.ts";
import { auditEntries } from "#db/schema/audit.ts";
import { desk, handOut, lock, readingOf, sheetWith } from "#tests/features/scoring/handed-out.ts";
import { deskOpens } from "#tests/features/screening/scene.ts";
import { listMyQueue } from "#app/features/scoring/desk/queries.server.ts";

const rules = (othersMarks: ReadingRules["othersMarks"]) => ({ reading: { othersMarks, divergence: null, thirdReader: "atOnce" as const, agreedValue: "none" as const } });

describe("marks of the others", () => {
  const others = (othersMarks: ReadingRules["othersMarks"]) => {
    const at = handOut(rules(othersMarks));
    const [proposalId] = at.entries as [(typeof at.entries)[number]];
    const [first, second] = at.scene.evaluators as [Actor, Actor];
    const own = readingOf(at, proposalId, first);
    const seen = () => getSheetPage(at.scene.as(first, deskOpens), own.assignmentId).others;
    const answers = [seen()];
    lock(at, readingOf(at, proposalId, second), 7_000);
    answers.push(seen());
    const sheetId = lock(at, own, 9_000);
    answers.push(seen());
    reopenSheet(at.scene.as(at.scene.chair, deskOpens), { sheetId, reason: "Catatan tertukar." });
    return [...answers, seen()];
  };

  it("are hidden until one's own sheet is locked, and again while it is open once more", () => {
    const shown = [{ marks: { ringkasan: 7_000, dampak: 7_000 }, total: 70_000_000 }];
    expect(others("afterOwn")).toEqual([null, null, shown, null]);
  });

  it("are always hidden where the edition says so", () => {
    expect(others("never")).toEqual([null, null, null, null]);
  });

  it("say nothing of who gave them", () => {
    const at = handOut(rules("afterOwn"));
    for (const reading of at.readings) lock(at, reading, 8_000);
    const [own] = at.readings as [(typeof at.readings)[number]];
    const page = JSON.stringify(getSheetPage(at.scene.as(own.reader, deskOpens), own.assignmentId));
    const other = at.scene.evaluators.find((one) => one.userId !== own.reader.userId) as Actor;
    expect([page.includes(other.userId), page.includes(other.name)]).toEqual([false, false]);
  });
});

describe("a private note", () => {
  it("is kept for its writer, stands in no entry of the log, and goes only into the writer's own export", () => {
    const at = handOut();
    const [own] = at.readings as [(typeof at.readings)[number]];
    const ctx = at.scene.as(own.reader, deskOpens);
    saveMarks(ctx, sheetWith(own.assignmentId, { ringkasan: 8_000 }, { privateNote: "Bandingkan dengan Perahu Baca" }));
    saveMarks(ctx, sheetWith(own.assignmentId, { ringkasan: 8_100 }, { revision: 1 }));
    expect(getSheetPage(ctx, own.assignmentId).sheet.privateNote).toBe("Bandingkan dengan Perahu Baca");
    const log = ctx.db.select().from(auditEntries).all().map(({ record }) => record ?? "").join("");
    expect([log.includes("Perahu Baca"), log.includes("private_note")]).toEqual([false, false]);
    const records = at.scene.evaluators.map(({ userId }) => JSON.stringify(personalRecords(ctx, userId)).includes("Perahu Baca"));
    expect(records).toEqual(at.scene.evaluators.map(({ userId }) => userId === own.reader.userId));
  });
});

describe("the order of reading", () => {
  it("is drawn for each person alone, stays the same when asked again, and holds every entry once", () => {
    const at = handOut({}, 8);
    const order = ({ userId, ...actor }: Actor) => listMyQueue(at.scene.as({ ...actor, userId }, deskOpens), desk(at.scene)).items.map(({ number }) => number);
    const [first, second] = at.scene.evaluators as [Actor, Actor];
    expect(order(first)).toEqual(order(first));
    expect(order(first)).not.toEqual(order(second));
    expect(order(first)).not.toEqual(order(first).toSorted());
    expect(order(first).toSorted()).toEqual(order(second).toSorted());
  });
});
