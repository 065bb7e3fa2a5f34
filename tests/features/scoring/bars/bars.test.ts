import { describe, expect, it } from "vitest";
import { endAssignment } from "#app/features/assignment/operations.server.ts";
import { declareConflict } from "#app/features/conflicts/operations.server.ts";
import { listBarredReadings } from "#app/features/scoring/bars/queries.server.ts";
import { listReadEntries } from "#app/features/scoring/divergence/queries.server.ts";
import { getSheetToReopen, listSheets, scoringProgress } from "#app/features/scoring/queries.server.ts";
import { ownSignals, stageForecast, stageSignals } from "#app/features/scoring/signals/queries.server.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { refusalOf } from "#tests/features/proposals/scene.ts";
import { desk, type HandedOut, handOut, lock, readingOf } from "#tests/features/scoring/handed-out.ts";
import { deskOpens } from "#tests/features/screening/scene.ts";

const reason = "Saya pernah membina unit ini.";

/** Everything the chair is shown of a stage. */
const seenBy = (ctx: Ctx, at: HandedOut) =>
  JSON.stringify([
    scoringProgress(ctx, desk(at.scene)),
    listSheets(ctx, { ...desk(at.scene), limit: 50, offset: 0 }),
    stageSignals(ctx, desk(at.scene)),
    stageForecast(ctx, desk(at.scene)),
    listReadEntries(ctx, desk(at.scene)),
  ]);

describe("a chair in conflict with an entry", () => {
  it("is shown the same whatever is marked on it, and whether it is marked at all: no count and no mean holds it", () => {
    const seen = (mark: number | null, conflict = true) => {
      const at = handOut({}, 3);
      const barred = at.entries[0] as (typeof at.entries)[number];
      if (conflict) declareConflict(at.scene.as(at.scene.chair), { proposalId: barred, reason });
      for (const reading of at.readings) if (reading.proposalId !== barred) lock(at, reading, 8_000);
      if (mark !== null) for (const reading of at.readings) if (reading.proposalId === barred) lock(at, reading, mark, deskOpens + 1);
      return seenBy(at.scene.as(at.scene.chair, deskOpens + 5), at);
    };
    expect(seen(100)).toBe(seen(null));
    expect(seen(9_900)).toBe(seen(100));
    // Without the conflict there is something to see.
    expect(seen(9_900, false)).not.toBe(seen(100, false));
  });

  it("cannot reach its sheet by its address", () => {
    const at = handOut();
    const sheetId = lock(at, at.readings[0] as (typeof at.readings)[number], 8_000);
    const ask = () => refusalOf(() => getSheetToReopen(at.scene.as(at.scene.chair, deskOpens), sheetId));
    expect(ask()).toBe("done");
    declareConflict(at.scene.as(at.scene.chair), { proposalId: at.entries[0] as never, reason });
    expect(ask()).toBe("scoring.unknown");
  });
});

describe("readings a conflict keeps back", () => {
  it("are named to the secretariat, those that are locked as well, until they are taken back", () => {
    const at = handOut({}, 2);
    const reader = at.scene.evaluators[0] as Actor;
    const [first, second] = at.entries as [(typeof at.entries)[number], (typeof at.entries)[number]];
    lock(at, readingOf(at, second, reader), 8_000);
    const named = () => listBarredReadings(at.scene.as(at.scene.organiser), desk(at.scene)).map(({ number, assessor, locked }) => [number, assessor, locked]);
    expect(named()).toEqual([]);
    for (const proposalId of [first, second]) declareConflict(at.scene.as(reader), { proposalId, reason });
    expect(named()).toEqual([["2026-0001", reader.name, false], ["2026-0002", reader.name, true]]);
    const takeBack = (proposalId: typeof first) => endAssignment(at.scene.as(at.scene.organiser, deskOpens), { assignmentId: readingOf(at, proposalId, reader).assignmentId, reason });
    takeBack(second);
    expect(named()).toEqual([["2026-0001", reader.name, false]]);
    takeBack(first);
    expect(named()).toEqual([]);
    expect(refusalOf(() => listBarredReadings(at.scene.as(at.scene.chair), desk(at.scene)))).toBe("competitions.editionUnknown");
  });
});

describe("signals", () => {
  it("are for the chair and auditors; one's own for oneself, from nobody else's sheets", () => {
    const at = handOut({}, 2);
    const [own, other] = at.scene.evaluators as [Actor, Actor];
    for (const reading of at.readings) if (reading.reader.userId === own.userId) lock(at, reading, 8_000);
    const ask = (actor: Actor | null) => refusalOf(() => stageSignals(at.scene.as(actor, deskOpens), desk(at.scene)));
    expect([at.scene.chair, at.scene.organiser, own, at.scene.admin, null].map(ask)).toEqual(["done", ...Array<string>(4).fill("competitions.editionUnknown")]);
    const before = ownSignals(at.scene.as(own, deskOpens), desk(at.scene));
    for (const reading of at.readings) if (reading.reader.userId === other.userId) lock(at, reading, 100);
    expect(ownSignals(at.scene.as(own, deskOpens), desk(at.scene))).toEqual(before);
    expect(before).toMatchObject({ sheets: 2, mean: 80 });
  });
});
