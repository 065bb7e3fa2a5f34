import { asc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { declareConflict } from "#app/features/conflicts/operations.server.ts";
import { confirmSlot, recordAttendance } from "#app/features/interviews/operations.server.ts";
import { findSlotOf, listAgencySlots, listJurorSlots, listPanels, listSlots, countUnscheduled } from "#app/features/interviews/queries.server.ts";
import type { SlotView } from "#app/features/interviews/types.ts";
import { localOfInstant } from "#app/lib/zones.ts";
import { agencyMembers } from "#db/schema/agencies.ts";
import { assignments } from "#db/schema/assignment.ts";
import { outbox } from "#db/schema/notifications.ts";
import { definition, refusalOf } from "#tests/features/ranking/edition.ts";
import { addEntry, addSeat } from "#tests/features/ranking/scene.ts";
import { countStatements } from "#tests/support/world.ts";
import { before, type Finalists, makeFinalists, meetingBaseUrl, schedule } from "#tests/features/interviews/scene.ts";

const slotsOf = (scene: Finalists): SlotView[] => listSlots(scene.as(scene.organiser), { editionId: scene.editionId });
const readersOf = (scene: Finalists, proposalId: string): string[] =>
  scene.world.ctx.db
    .select({ userId: assignments.userId })
    .from(assignments)
    .where(eq(assignments.proposalId, proposalId as never))
    .orderBy(asc(assignments.userId))
    .all()
    .map((row) => row.userId);

describe("scheduling", () => {
  it("gives every finalist an hour in the order of their numbers", () => {
    const scene = makeFinalists({ entries: 5 });
    expect(schedule(scene)).toEqual({ scheduled: 5 });
    expect(slotsOf(scene).map((slot) => [slot.number, slot.panel, localOfInstant("Asia/Jakarta", slot.startsAt)])).toEqual([
      [1, "A", "2026-06-01T09:00"],
      [2, "A", "2026-06-01T09:30"],
      [3, "A", "2026-06-01T10:00"],
      [4, "A", "2026-06-01T13:00"],
      [5, "A", "2026-06-02T09:00"],
    ]);
  });

  it("gives every session a room of its own that cannot be guessed", () => {
    const scene = makeFinalists({ entries: 3 });
    schedule(scene);
    const rooms = slotsOf(scene).map((slot) => slot.meetingUrl);
    expect(new Set(rooms).size).toBe(3);
    for (const room of rooms) expect(room).toMatch(new RegExp(`^${meetingBaseUrl}/kipp-2026-[\\w-]{20}$`));
  });

  it("hands each entry to the whole panel", () => {
    const scene = makeFinalists({ entries: 2 });
    schedule(scene);
    const panel = [scene.chair, ...scene.jurors].map((one) => one.userId).toSorted();
    expect(scene.entries.map((entry) => readersOf(scene, entry))).toEqual([panel, panel]);
  });

  it("deals people over several panels and sits them side by side", () => {
    const scene = makeFinalists({ entries: 4, jurors: 3 });
    schedule(scene, 2);
    expect(listPanels(scene.as(scene.chair), scene.editionId).map((panel) => [panel.name, panel.sessions, panel.members.length])).toEqual([
      ["A", 2, 2],
      ["B", 2, 2],
    ]);
    const starts = slotsOf(scene).map((slot) => `${slot.panel} ${localOfInstant("Asia/Jakarta", slot.startsAt).slice(11)}`);
    expect(starts).toEqual(["A 09:00", "B 09:00", "A 09:30", "B 09:30"]);
  });

  it("never hands an entry to a member of its agency, nor to whoever declared a conflict", () => {
    const scene = makeFinalists({ entries: 2, jurors: 2 });
    const [member, wary] = scene.jurors as [(typeof scene.jurors)[0], (typeof scene.jurors)[0]];
    const membership = { agencyId: scene.agencies[0]!.agencyId, userId: member.userId, role: "writer" as const, unit: "Dinas" };
    scene.world.ctx.db.insert(agencyMembers).values({ ...membership, createdAt: 0, removedAt: 1 }).run();
    declareConflict(scene.as(wary), { proposalId: scene.entries[1]!, reason: "Pernah membimbing tim ini." });
    schedule(scene);
    expect(readersOf(scene, scene.entries[0]!)).toEqual([scene.chair.userId, wary.userId].toSorted());
    expect(readersOf(scene, scene.entries[1]!)).toEqual([scene.chair.userId, member.userId].toSorted());
  });

  it("sends an entry to the panel that may hear it when all of the other may not", () => {
    const scene = makeFinalists({ entries: 1, jurors: 1 });
    declareConflict(scene.as(scene.chair), { proposalId: scene.entries[0]!, reason: "Pernah membimbing tim ini." });
    schedule(scene, 2);
    expect(slotsOf(scene).map((slot) => slot.panel)).toEqual(["B"]);
  });

  it("tells the agency its hour in its own zone, and the edition's", () => {
    const scene = makeFinalists({ entries: 2 });
    schedule(scene);
    const letters = scene.world.ctx.db.select().from(outbox).where(eq(outbox.template, "interviewScheduled")).all();
    expect(letters.map(({ recipient, params }) => [recipient, params.number, params.time, params.editionTime, params.until])).toEqual([
      [
        "admin.kabupaten.satu@contoh.go.id",
        "2026-0001",
        "Senin, 1 Juni 2026 pukul 10.00 WITA",
        "Senin, 1 Juni 2026 pukul 09.00 WIB",
        "Minggu, 31 Mei 2026 pukul 10.00 WITA",
      ],
      [
        "admin.kabupaten.dua@contoh.go.id",
        "2026-0002",
        "Senin, 1 Juni 2026 pukul 11.30 WIT",
        "Senin, 1 Juni 2026 pukul 09.30 WIB",
        "Minggu, 31 Mei 2026 pukul 11.30 WIT",
      ],
    ]);
  });

  it("again keeps what stands and serves finalists and jurors who came later", () => {
    const scene = makeFinalists({ entries: 2, jurors: 1 });
    schedule(scene);
    const standing = slotsOf(scene);
    const late = addEntry(scene, { agencyId: scene.agencies[2]!.agencyId, number: 3, reach: "finalist" });
    const juror = addSeat(scene.world, scene.editionId, "Juri Baru", "juror");
    expect(countUnscheduled(scene.as(scene.organiser), scene.editionId)).toBe(1);
    expect(schedule(scene)).toEqual({ scheduled: 1 });
    expect(slotsOf(scene).slice(0, 2)).toEqual(standing);
    expect([readersOf(scene, late).includes(juror.userId), readersOf(scene, scene.entries[0]!).includes(juror.userId)]).toEqual([true, true]);
    expect(schedule(scene)).toEqual({ scheduled: 0 });
  });

  it("gives no session that has begun", () => {
    const scene = makeFinalists({ entries: 1 });
    schedule(scene, 1, scene.as(scene.organiser, Date.UTC(2026, 5, 1, 2, 0, 1)));
    expect(slotsOf(scene).map((slot) => localOfInstant("Asia/Jakarta", slot.startsAt))).toEqual(["2026-06-01T09:30"]);
  });

  it("is refused without finalists, without people, with another number of panels, and without room", () => {
    const few = makeFinalists({ entries: 1 });
    expect(refusalOf(() => schedule(makeFinalists({ entries: 0 })))).toBe("interviews.noFinalists");
    expect(refusalOf(() => schedule(few, 4))).toBe("interviews.notEnoughJurors");
    schedule(few, 1);
    expect(refusalOf(() => schedule(few, 2))).toBe("interviews.panelsStand");
    const crowd = makeFinalists({ entries: 45 });
    expect(() => schedule(crowd)).toThrow(expect.objectContaining({ code: "interviews.notEnoughRoom", params: { missing: 1 } }));
    expect([slotsOf(crowd), listPanels(crowd.as(crowd.chair), crowd.editionId)]).toEqual([[], []]);
  });

  it("is refused at a stage without interviews and while the rules have holes", () => {
    const at = (change: Partial<typeof definition>) => {
      const other = makeFinalists({ entries: 1, change });
      return refusalOf(() => schedule(other));
    };
    expect(at({ interview: null })).toBe("interviews.noInterviews");
    expect(at({ interview: { ...definition.interview!, perDay: null } })).toBe("interviews.rulesMissing");
    expect(at({})).toBe("done");
  });

  it("seats a season of 114 finalists", () => {
    const scene = makeFinalists({ entries: 114, jurors: 5, change: { interview: { ...definition.interview!, perDay: 20, bufferMinutes: 0 } } });
    expect(schedule(scene, 2)).toEqual({ scheduled: 114 });
  });
});

describe("confirming", () => {
  const startsAt = Date.UTC(2026, 5, 1, 2);

  it("is the agency admin's, until 24 hours before, to the millisecond", () => {
    const scene = makeFinalists({ entries: 1 });
    schedule(scene);
    const [slot] = slotsOf(scene);
    const at = (now: number) => refusalOf(() => confirmSlot(scene.as(scene.agencies[0]!.admin, now), { slotId: slot!.id }));
    expect(slot?.confirmUntil).toBe(startsAt - 86_400_000);
    expect(at(startsAt - 86_400_000)).toBe("interviews.confirmTooLate");
    expect(at(startsAt - 86_400_001)).toBe("done");
    expect(slotsOf(scene)[0]?.confirmedAt).toBe(startsAt - 86_400_001);
  });

  it("twice changes nothing", () => {
    const scene = makeFinalists({ entries: 1 });
    schedule(scene);
    const slotId = slotsOf(scene)[0]!.id;
    confirmSlot(scene.as(scene.agencies[0]!.admin, before), { slotId });
    expect(refusalOf(() => confirmSlot(scene.as(scene.agencies[0]!.admin, startsAt), { slotId }))).toBe("done");
    expect(slotsOf(scene)[0]?.confirmedAt).toBe(before);
  });

  it("notes attendance from the start on", () => {
    const scene = makeFinalists({ entries: 1 });
    schedule(scene);
    const slotId = slotsOf(scene)[0]!.id;
    const at = (now: number) => refusalOf(() => recordAttendance(scene.as(scene.jurors[0]!, now), { slotId, attendance: "head" }));
    expect([at(startsAt - 1), at(startsAt)]).toEqual(["interviews.notBegun", "done"]);
    expect(slotsOf(scene)[0]?.attendance).toBe("head");
  });
});

describe("what people see", () => {
  it("is their own agency's sessions", () => {
    const scene = makeFinalists({ entries: 3 });
    schedule(scene);
    const [first, second] = scene.agencies as [(typeof scene.agencies)[0], (typeof scene.agencies)[0]];
    expect(listAgencySlots(scene.as(first.admin), first.agencyId).map((slot) => slot.number)).toEqual([1]);
    expect(findSlotOf(scene.as(first.admin), scene.entries[0]!)?.agencyZone).toBe("Asia/Makassar");
    expect(findSlotOf(scene.as(second.admin), scene.entries[0]!)).toBe(undefined);
    expect(refusalOf(() => listAgencySlots(scene.as(second.admin), first.agencyId))).toBe("agencies.unknown");
  });

  it("is a juror's own panel, with the sheets, without entries in conflict", () => {
    const scene = makeFinalists({ entries: 3, jurors: 2 });
    const [juror, other] = scene.jurors as [(typeof scene.jurors)[0], (typeof scene.jurors)[0]];
    declareConflict(scene.as(other), { proposalId: scene.entries[2]!, reason: "Pernah membimbing tim ini." });
    schedule(scene, 2);
    const seen = (actor: typeof juror) => listJurorSlots(scene.as(actor), scene.editionId).map((slot) => slot.number);
    expect([seen(scene.chair), seen(juror), seen(other)]).toEqual([[1, 3], [2], [1]]);
    expect(listJurorSlots(scene.as(juror), scene.editionId)[0]?.assignmentId).toMatch(/^asg_/);
    expect(listJurorSlots(scene.as(null), scene.editionId)).toEqual([]);
    expect(seen({ ...juror, grants: [] })).toEqual([]);
    declareConflict(scene.as(juror), { proposalId: scene.entries[1]!, reason: "Pernah membimbing tim ini." });
    expect(seen(juror)).toEqual([]);
  });

  it("costs the same for one session and for three", () => {
    const [one, three] = [makeFinalists({ entries: 1 }), makeFinalists({ entries: 3 })];
    for (const scene of [one, three]) schedule(scene);
    const cost = (scene: Finalists) => [
      countStatements(scene.world.ctx, () => void slotsOf(scene)),
      countStatements(scene.world.ctx, () => void listJurorSlots(scene.as(scene.chair), scene.editionId)),
      countStatements(scene.world.ctx, () => void listPanels(scene.as(scene.chair), scene.editionId)),
    ];
    expect(cost(three)).toEqual(cost(one));
  });
});
