import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { endReading } from "#app/acts/end-reading.server.ts";
import { computeList, signMinutes } from "#app/features/ranking/operations.server.ts";
import type { Actor } from "#app/lib/ctx.ts";
import { assignments } from "#db/schema/assignment.ts";
import { auditEntries } from "#db/schema/audit.ts";
import { refusalOf } from "#tests/features/proposals/scene.ts";
import { addSeat, addSheet, bar, makeRanked, minutes } from "#tests/features/ranking/scene.ts";

const reason = "Keberatan instansi ditegaskan setelah lembarnya terkunci.";

type Ranked = ReturnType<typeof makeRanked>;
const first = ({ entries }: Ranked) => entries[0] as Ranked["entries"][number];

/** The reading of an entry by somebody. */
const readingOf = ({ world, evaluator }: Ranked, proposalId: Ranked["entries"][number], { userId } = evaluator) =>
  world.ctx.db.select().from(assignments).where(eq(assignments.proposalId, proposalId)).all().find((one) => one.userId === userId && one.endedAt === null)?.id as never;

const compute = (scene: Ranked) => refusalOf(() => computeList(scene.as(scene.organiser), { editionId: scene.editionId, listKey: "top2" }));
const takeBack = (scene: Ranked, actor: Actor | null = scene.organiser) => refusalOf(() => endReading(scene.as(actor), { assignmentId: readingOf(scene, first(scene)), reason }));
const conflictOf = (scene: Ranked, person = scene.evaluator) => bar(scene.world, { editionId: scene.editionId, person, proposalId: first(scene) });

describe("a sheet locked before its assessor came into conflict with the entry", () => {
  it("keeps the list from being computed until it is taken back and somebody else has read", () => {
    const scene = makeRanked();
    expect(compute(scene)).toBe("done");
    conflictOf(scene);
    expect(compute(scene)).toBe("ranking.sheetsInConflict");
    expect(takeBack(scene)).toBe("done");
    expect(compute(scene)).toBe("ranking.sheetsMissing");
    const other = addSeat(scene.world, scene.editionId, "Penilai 02", "evaluator");
    addSheet(scene, { proposalId: first(scene), userId: other.userId, marks: { kebaruan: 8_500, manfaat: 8_500 } });
    expect(compute(scene)).toBe("done");
  });

  it("says in the log that it was locked and how the conflict is known", () => {
    const scene = makeRanked();
    conflictOf(scene);
    takeBack(scene);
    const said = scene.world.ctx.db.select().from(auditEntries).all().map((row) => JSON.parse(row.record ?? "{}") as { action: string; data: object });
    expect(said.filter(({ action }) => action === "assignment.end").map(({ data }) => data)).toEqual([
      { assessor: scene.evaluator.userId, proposal: first(scene), stage: "desk", reason, locked: true, conflict: "declared" },
    ]);
  });

  it("is taken back by the secretariat alone, and only while the conflict stands", () => {
    const scene = makeRanked();
    expect(takeBack(scene)).toBe("assignment.sheetLocked");
    conflictOf(scene);
    expect([scene.evaluator, null, scene.chair].map((actor) => takeBack(scene, actor))).toEqual(["assignment.unknown", "assignment.unknown", "accounts.notAllowed"]);
    expect(takeBack(scene)).toBe("done");
  });

  it("stays where a list that counts it is signed, and holds up no list then: an objection decides", () => {
    const scene = makeRanked();
    const listId = computeList(scene.as(scene.organiser), { editionId: scene.editionId, listKey: "top2" });
    signMinutes(scene.as(scene.chair), { listId, ...minutes });
    conflictOf(scene);
    expect(takeBack(scene)).toBe("assignment.readingListed");
    expect(readingOf(scene, first(scene))).toBeDefined();
    // Computed anew before it is published, the list is a draft again, from which the reading can be taken.
    expect(compute(scene)).toBe("done");
    expect([takeBack(scene), compute(scene)]).toEqual(["done", "ranking.sheetsMissing"]);
  });
});
