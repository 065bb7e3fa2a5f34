import { describe, expect, it } from "vitest";
import { personalSections } from "#app/acts/export-person.server.ts";
import { markTraining, addTraining } from "#app/features/scoring/training/operations.server.ts";
import type { Actor } from "#app/lib/ctx.ts";
import type { PersonalRecord } from "#app/lib/personal-record.ts";
import { agencyObjections } from "#db/schema/conflicts.ts";
import { addSheet, makeScene, addAgency, addEntry } from "#tests/features/ranking/scene.ts";
import { deskOpens, judgingScene } from "#tests/features/screening/scene.ts";

const recordsOf = (ctx: Parameters<typeof personalSections>[0], room: string, kind: string): PersonalRecord[] =>
  personalSections(ctx).filter((section) => section.room === room).flatMap(({ records }) => records).filter((record) => record.kind === kind);

describe("the data a person takes along", () => {
  it("holds the marks given to training texts, and nobody else's", () => {
    const scene = judgingScene();
    const [first, second] = scene.evaluators as [Actor, Actor];
    const before = deskOpens - 1;
    const anchors = ["ringkasan", "dampak"].map((criterion) => ({ criterion, mark: 8_000, reason: "Jelas dan utuh." }));
    const trainingId = addTraining(scene.as(scene.organiser, before), { editionId: scene.editionId, stage: "proposal", title: "Perahu Baca", body: "Layanan baca. ".repeat(5), anchors });
    markTraining(scene.as(first, before), { trainingId, marks: { ringkasan: 9_000, dampak: 6_500 } });
    const held = (actor: Actor) => recordsOf({ ...scene.world.ctx, actor }, "scoring", "trainingMarks");
    expect(held(first)).toEqual([{ kind: "trainingMarks", at: before, facts: { title: "Perahu Baca", stage: "proposal", marks: "ringkasan: 90; dampak: 65" } }]);
    expect(held(second)).toEqual([]);
  });

  it("holds the marks and notes of one's own sheets", () => {
    const scene = makeScene();
    const { agencyId } = addAgency(scene.world, "Kabupaten Satu");
    const proposalId = addEntry(scene, { agencyId, number: 7 });
    addSheet(scene, { proposalId, userId: scene.evaluator.userId, marks: { kebaruan: 9_050, manfaat: 8_000 } });
    scene.world.ctx.db.$client.prepare("update score_sheets set private_note = 'Ingat lampiran 2'").run();
    const [sheet] = recordsOf({ ...scene.world.ctx, actor: scene.evaluator }, "scoring", "sheet");
    expect(sheet?.facts).toMatchObject({ entry: 7, privateNote: "Ingat lampiran 2", marks: "kebaruan: 90.5; manfaat: 80" });
  });

  it("holds objections of agencies that mean the person or that he wrote, without the agency's name", () => {
    const scene = makeScene();
    const { agencyId, admin } = addAgency(scene.world, "Kabupaten Satu");
    const { ctx } = scene.world;
    const said = { editionId: scene.editionId, agencyId, about: "person", state: "declared", declaredBy: admin.userId, declaredAt: ctx.now } as const;
    ctx.db.insert(agencyObjections).values({ ...said, id: ctx.newId("agencyObjection"), name: "Dr. Penilai 01, M.Si.", reason: "Mantan konsultan." }).run();
    ctx.db.insert(agencyObjections).values({ ...said, id: ctx.newId("agencyObjection"), name: "Orang Lain Sekali", reason: "Sepupu." }).run();
    const held = (actor: Actor) => recordsOf({ ...ctx, actor }, "conflicts", "agencyObjection").map(({ facts }) => facts);
    expect(held(scene.evaluator)).toEqual([{ name: "Dr. Penilai 01, M.Si.", reason: "Mantan konsultan.", state: "declared" }]);
    expect(held(admin)).toHaveLength(2);
    expect(held(scene.chair)).toEqual([]);
  });
});
