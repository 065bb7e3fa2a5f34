import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { Definition } from "#app/features/competitions/definition/types.ts";
import { validateDefinition } from "#app/features/competitions/definition/rules.ts";
import { extendStage } from "#app/features/competitions/extension/operations.server.ts";
import { extendedStages } from "#app/features/competitions/extension/rules.ts";
import { closeEdition, createEditionFrom, openEdition } from "#app/features/competitions/operations.server.ts";
import { getEdition, listExtensions, listSeatGrants } from "#app/features/competitions/queries.server.ts";
import { isOpen, stageOf } from "#app/features/competitions/rules.ts";
import { auditEntries } from "#db/schema/audit.ts";
import { smallDefinition, wib } from "#tests/features/competitions/small-definition.ts";
import { refusalOf } from "#tests/features/proposals/scene.ts";
import { makeWorld } from "#tests/support/world.ts";

const extended = (stageKey: string, closesAt: number, now: number, definition: Definition = smallDefinition) =>
  extendedStages(definition, { stageKey, closesAt, now });
const windows = (stages: Definition["stages"]) => Object.fromEntries(stages.map(({ key, opensAt, closesAt }) => [key, [opensAt, closesAt]]));
const refused = (...of: Parameters<typeof extended>) => refusalOf(() => extended(...of));

describe("a stage that closes later", () => {
  it("moves the start of the next stage while that one has not begun, and contradicts nothing", () => {
    const stages = extended("registration", wib(4, 6), wib(3, 30));
    expect(windows(stages)).toEqual({
      ...windows(smallDefinition.stages),
      registration: [wib(3, 1), wib(4, 6)],
      screening: [wib(4, 6), wib(4, 15)],
    });
    expect(validateDefinition({ ...smallDefinition, stages })).toEqual([]);
  });

  it("runs beside the next stage where that one has begun, as when a sheet was never locked", () => {
    const stages = extended("desk", wib(5, 22), wib(5, 16));
    expect(windows(stages)).toEqual({ ...windows(smallDefinition.stages), desk: [wib(4, 15), wib(5, 22)] });
  });

  it("is no registration whose screening has begun", () => {
    expect(refused("registration", wib(4, 6), wib(4, 1))).toBe("competitions.laterStageBegun");
    expect(refused("registration", wib(4, 6), wib(4, 1) - 1)).toBe("done");
  });

  it("ends after now and after its old end, and leaves something of every later stage", () => {
    expect(refused("desk", wib(5, 15), wib(5, 1))).toBe("competitions.extensionNotLater");
    expect(refused("desk", wib(5, 16), wib(5, 16))).toBe("competitions.extensionNotLater");
    expect(refused("desk", wib(5, 15) + 1, wib(5, 1))).toBe("done");
    expect(refused("registration", wib(4, 15), wib(3, 30))).toBe("competitions.extensionTooLong");
    expect(refused("registration", wib(4, 15) - 1, wib(3, 30))).toBe("done");
    expect(refused("nowhere", wib(5, 16), wib(5, 1))).toBe("competitions.stageUnknown");
  });

  it("leaves stages alone that run beside others", () => {
    const visit = { ...smallDefinition.stages[2]!, key: "visit", kind: "visit" as const, opensAt: wib(5, 1), closesAt: wib(5, 15) };
    const stages = smallDefinition.stages.toSpliced(3, 0, visit);
    expect(windows(extended("desk", wib(5, 20), wib(4, 20), { ...smallDefinition, stages })).visit).toEqual([wib(5, 1), wib(5, 15)]);
  });
});

describe("extending a stage of an edition", () => {
  const reason = "  Sebagian penilai bertugas di daerah bencana.  ";

  function openScene() {
    const world = makeWorld();
    const founder = world.person("Sekretariat", "system::organiser");
    const given = { definition: smallDefinition, presetKey: null, slug: "kecil-2026", rehearsal: true };
    const editionId = createEditionFrom(world.as(founder), given);
    const organiser = { ...founder, grants: listSeatGrants(world.ctx, founder.userId) };
    const extend = (now: number, change: Partial<{ closesAt: number; reason: string; stageKey: string }> = {}) =>
      extendStage(world.as(organiser, now), { editionId, stageKey: "desk", closesAt: wib(5, 22), reason, ...change });
    return { world, editionId, organiser, extend, open: () => openEdition(world.as(organiser), { editionId, revision: 1 }) };
  }

  it("opens the stage again, keeps the reason for everybody and records it", () => {
    const { world, editionId, extend, open } = openScene();
    open();
    const isDeskOpen = (now: number) => isOpen(stageOf(getEdition(world.ctx, editionId).definition, "desk"), now);
    expect(isDeskOpen(wib(5, 16))).toBe(false);
    extend(wib(5, 16));
    expect([isDeskOpen(wib(5, 16)), isDeskOpen(wib(5, 22))]).toEqual([true, false]);
    extend(wib(5, 17), { closesAt: wib(5, 25), reason: "Listrik padam dua hari." });
    expect(listExtensions(world.ctx, editionId)).toEqual([
      { stage: "desk", closedAt: wib(5, 22), closesAt: wib(5, 25), reason: "Listrik padam dua hari.", extendedAt: wib(5, 17) },
      { stage: "desk", closedAt: wib(5, 15), closesAt: wib(5, 22), reason: reason.trim(), extendedAt: wib(5, 16) },
    ]);
    const entries = world.ctx.db.select().from(auditEntries).where(eq(auditEntries.action, "competitions.extendStage")).all();
    expect(entries.map(({ record }) => (JSON.parse(record ?? "") as { data: { closesAt: number } }).data.closesAt)).toEqual([wib(5, 22), wib(5, 25)]);
  });

  it("is for open editions, with a reason of at least ten characters", () => {
    const { world, editionId, organiser, extend, open } = openScene();
    expect(refusalOf(() => extend(wib(5, 1)))).toBe("competitions.notOpen");
    open();
    expect(refusalOf(() => extend(wib(5, 1), { reason: "  terlambat  " }))).toBe("competitions.reasonMissing");
    expect(refusalOf(() => extend(wib(5, 1), { stageKey: "nowhere" }))).toBe("competitions.stageUnknown");
    expect(listExtensions(world.ctx, editionId)).toEqual([]);
    closeEdition(world.as(organiser, wib(6, 21)), { editionId });
    expect(refusalOf(() => extend(wib(6, 21), { closesAt: wib(7, 1) }))).toBe("competitions.notOpen");
  });

  it("is never rewritten", () => {
    const { world, extend, open } = openScene();
    open();
    extend(wib(5, 1));
    const rewrite = (sql: string) => () => world.ctx.db.$client.exec(sql);
    expect(rewrite("update stage_extensions set reason = 'lain'")).toThrow("extensions of a stage are kept");
    expect(rewrite("delete from stage_extensions")).toThrow("extensions of a stage are kept");
  });
});
