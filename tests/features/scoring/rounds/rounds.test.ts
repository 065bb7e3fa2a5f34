import { describe, expect, it } from "vitest";
import { reopenUnlistedRound } from "#app/acts/reopen-round.server.ts";
import { countOpenSheets as countForReminders } from "#app/features/scoring/reminders/queries.server.ts";
import { listMyQueue } from "#app/features/scoring/desk/queries.server.ts";
import { getSheetPage } from "#app/features/scoring/sheet/queries.server.ts";
import { reopenSheet, saveMarks } from "#app/features/scoring/operations.server.ts";
import { countOpenSheets } from "#app/features/scoring/queries.server.ts";
import { closeRound, reopenRound } from "#app/features/scoring/rounds/operations.server.ts";
import { listRounds, previewClosure } from "#app/features/scoring/rounds/queries.server.ts";
import { readerTargets } from "#db/schema/assignment.ts";
import { refusalOf } from "#tests/features/proposals/scene.ts";
import { desk, type HandedOut, handOut, lock, sheetWith } from "#tests/features/scoring/handed-out.ts";
import { deskOpens } from "#tests/features/screening/scene.ts";

const reason = "Dua penilai berhalangan tetap.";
const office = (at: HandedOut, now = deskOpens) => at.scene.as(at.scene.organiser, now);
const close = (at: HandedOut, digest = previewClosure(office(at), desk(at.scene)).digest) => closeRound(office(at), { ...desk(at.scene), reason, digest });

/** Two entries; every sheet but one locked, and that one begun. */
function almost(): HandedOut {
  const at = handOut({}, 2);
  const [late, ...others] = at.readings as [(typeof at.readings)[number], ...typeof at.readings];
  for (const reading of others) lock(at, reading, 8_000);
  saveMarks(at.scene.as(late.reader, deskOpens), sheetWith(late.assignmentId, { ringkasan: 7_000 }));
  return at;
}

describe("closing with readings missing", () => {
  it("says first whose are missing and which entries stand on fewer, and does just that", () => {
    const at = almost();
    const late = at.readings[0] as (typeof at.readings)[number];
    const preview = previewClosure(office(at), desk(at.scene));
    expect({ people: preview.people, missing: preview.missing, thin: preview.thin.map(({ locked }) => locked), unread: preview.unread }).toEqual({
      people: [{ name: late.reader.name, missing: 1 }],
      missing: 1,
      thin: [1],
      unread: 0,
    });
    close(at);
    expect(listRounds(office(at), desk(at.scene)).map(({ missing, reopenedAt }) => [missing, reopenedAt])).toEqual([[1, null]]);
    expect([countOpenSheets(at.scene.world.ctx, desk(at.scene)), countForReminders(at.scene.world.ctx, desk(at.scene))]).toEqual([0, []]);
    expect(refusalOf(() => saveMarks(at.scene.as(late.reader, deskOpens), sheetWith(late.assignmentId, { dampak: 1 }, { revision: 1 })))).toBe("scoring.roundClosed");
    const { window, roundClosedAt } = getSheetPage(at.scene.as(late.reader, deskOpens + 1), late.assignmentId);
    expect([window, roundClosedAt, listMyQueue(at.scene.as(late.reader, deskOpens + 1), desk(at.scene)).roundClosedAt]).toEqual(["roundClosed", deskOpens, deskOpens]);
    const [sheet] = at.scene.world.ctx.db.$client.prepare("select id from score_sheets where status = 'locked'").all() as { id: never }[];
    expect(refusalOf(() => reopenSheet(at.scene.as(at.scene.chair, deskOpens), { sheetId: (sheet as { id: never }).id, reason }))).toBe("scoring.roundClosed");
  });

  it("counts an entry by the number of readers asked for it alone, and waits for none that was taken out", () => {
    const at = almost();
    const [first, second] = at.entries as [(typeof at.entries)[number], (typeof at.entries)[number]];
    const { db } = at.scene.world.ctx;
    const thin = () => previewClosure(office(at), desk(at.scene)).thin.map(({ proposalId }) => proposalId);
    const before = thin();
    const other = before[0] === first ? second : first;
    db.insert(readerTargets).values({ ...desk(at.scene), proposalId: other, readers: 3 }).run();
    expect(thin().toSorted()).toEqual([...before, other].toSorted());
    db.update(readerTargets).set({ readers: 1 }).run();
    expect(thin()).toEqual(before);
  });

  it("and reopening give back exactly what was", () => {
    const at = almost();
    const late = at.readings[0] as (typeof at.readings)[number];
    const state = () => [getSheetPage(at.scene.as(late.reader, deskOpens), late.assignmentId), countOpenSheets(at.scene.world.ctx, desk(at.scene)), previewClosure(office(at), desk(at.scene))];
    const before = state();
    const roundId = close(at);
    reopenUnlistedRound(office(at), { ...desk(at.scene), roundId, reason });
    expect(state()).toEqual(before);
    expect(refusalOf(() => saveMarks(at.scene.as(late.reader, deskOpens), sheetWith(late.assignmentId, { dampak: 1 }, { revision: 1 })))).toBe("done");
    expect(refusalOf(() => reopenRound(office(at), { roundId, reason }))).toBe("scoring.roundUnknown");
  });

  it("is refused on the ground of an older preview, twice, with nothing missing, before it began, and with an entry nobody read", () => {
    const at = almost();
    const { digest } = previewClosure(office(at), desk(at.scene));
    const unread = handOut({}, 2);
    const early = refusalOf(() => closeRound(office(unread, deskOpens - 1), { ...desk(unread.scene), reason, digest }));
    const empty = refusalOf(() => close(unread));
    const late = at.readings[0] as (typeof at.readings)[number];
    saveMarks(at.scene.as(late.reader, deskOpens), sheetWith(late.assignmentId, { dampak: 7_000 }, { revision: 1 }));
    const stale = refusalOf(() => close(at, "0".repeat(64)));
    close(at);
    const twice = refusalOf(() => close(at));
    const done = handOut();
    for (const reading of done.readings) lock(done, reading, 8_000);
    expect([early, empty, stale, twice, refusalOf(() => close(done))]).toEqual(["scoring.roundNotBegun", "scoring.roundUnread", "scoring.roundStale", "scoring.roundClosed", "scoring.roundComplete"]);
  });
});
