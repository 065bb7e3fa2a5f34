import { describe, expect, it } from "vitest";
import { countOpenSheets, listLockedSheets, scoringProgress } from "#app/features/scoring/queries.server.ts";
import { addTraining, markTraining, removeTraining } from "#app/features/scoring/training/operations.server.ts";
import { listMyTraining, listTraining } from "#app/features/scoring/training/queries.server.ts";
import type { Actor } from "#app/lib/ctx.ts";
import { refusalOf } from "#tests/features/proposals/scene.ts";
import { desk } from "#tests/features/scoring/handed-out.ts";
import { deskOpens, type JudgingScene, judgingScene } from "#tests/features/screening/scene.ts";

const before = deskOpens - 1;
const anchors = [
  { criterion: "ringkasan", mark: 8_000, reason: "Jelas dan utuh." },
  { criterion: "dampak", mark: 6_000, reason: "Belum terukur." },
];
const text = (scene: JudgingScene) => ({ ...desk(scene), title: "Perahu Baca (contoh)", body: "Layanan baca di pulau. ".repeat(5), anchors });
const marks = { ringkasan: 9_000, dampak: 6_500 };

describe("a training text", () => {
  it("shows its reference only to whoever has marked it, once, and never counts", () => {
    const scene = judgingScene();
    const [first, second] = scene.evaluators as [Actor, Actor];
    const trainingId = addTraining(scene.as(scene.organiser, before), text(scene));
    const seen = (actor: Actor) => listMyTraining(scene.as(actor, before), desk(scene)).map(({ anchors: shown, own, difference }) => ({ shown, own, difference }));
    expect(seen(first)).toEqual([{ shown: null, own: null, difference: null }]);
    markTraining(scene.as(first, before), { trainingId, marks });
    expect(seen(first)).toEqual([{ shown: anchors, own: marks, difference: 750 }]);
    expect(seen(second)).toEqual([{ shown: null, own: null, difference: null }]);
    expect(refusalOf(() => markTraining(scene.as(first, before), { trainingId, marks }))).toBe("scoring.trainingDone");
    const { ctx } = scene.world;
    expect([listLockedSheets(ctx, desk(scene)), countOpenSheets(ctx, desk(scene)), scoringProgress(scene.as(scene.chair), desk(scene)).assigned]).toEqual([[], 0, 0]);
  });

  it("tells the secretariat who has marked it, and the chair how", () => {
    const scene = judgingScene();
    const trainingId = addTraining(scene.as(scene.organiser, before), text(scene));
    markTraining(scene.as(scene.evaluators[0] as Actor, before), { trainingId, marks });
    const told = (actor: Actor) => listTraining(scene.as(actor, before), desk(scene)).map(({ done, people }) => ({ done, people }));
    expect([told(scene.organiser), told(scene.chair)]).toEqual([[{ done: 1, people: [] }], [{ done: 1, people: [{ name: "Penilai 01", difference: 750 }] }]]);
  });

  it("is over once the desk is open, and is refused without a mark for every criterion", () => {
    const scene = judgingScene();
    const trainingId = addTraining(scene.as(scene.organiser, before), text(scene));
    const reader = scene.evaluators[0] as Actor;
    expect([
      refusalOf(() => addTraining(scene.as(scene.organiser, deskOpens), text(scene))),
      refusalOf(() => markTraining(scene.as(reader, deskOpens), { trainingId, marks })),
      refusalOf(() => addTraining(scene.as(scene.organiser, before), { ...text(scene), anchors: anchors.slice(1) })),
      refusalOf(() => markTraining(scene.as(reader, before), { trainingId, marks: { dampak: 1 } })),
    ]).toEqual(["scoring.trainingOver", "scoring.trainingOver", "scoring.markMissing", "scoring.markMissing"]);
    removeTraining(scene.as(scene.organiser, before), { trainingId });
    expect(refusalOf(() => markTraining(scene.as(reader, before), { trainingId, marks }))).toBe("scoring.trainingUnknown");
  });
});
