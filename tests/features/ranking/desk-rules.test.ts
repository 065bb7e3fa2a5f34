import { describe, expect, it } from "vitest";
import { computeList } from "#app/features/ranking/operations.server.ts";
import { getExplanation } from "#app/features/ranking/explaining/queries.server.ts";
import { closeRound } from "#app/features/scoring/rounds/operations.server.ts";
import { previewClosure } from "#app/features/scoring/rounds/queries.server.ts";
import type { ReadingRules } from "#app/features/competitions/definition/judging/types.ts";
import { agreedValues } from "#db/schema/scoring.ts";
import { deskRubric, interviewRubric } from "#tests/features/ranking/edition.ts";
import { addSeat, addSheet, makeRanked } from "#tests/features/ranking/scene.ts";
import { refusalOf } from "#tests/features/proposals/scene.ts";

type Ranked = ReturnType<typeof makeRanked>;

const compute = (scene: Ranked) => computeList(scene.as(scene.organiser), { editionId: scene.editionId, listKey: "top2" });
const orderOf = (scene: Ranked, listId: string): unknown[] =>
  scene.world.ctx.db.$client.prepare("select p.number from ranking_rows r join proposals p on p.id = r.proposal_id where r.list_id = ? order by r.rank").pluck().all(listId);

describe("a desk closed with readings missing", () => {
  it("is counted from the sheets there are", () => {
    const scene = makeRanked({ rubrics: [{ ...deskRubric, readers: 2 }, interviewRubric] });
    const second = addSeat(scene.world, scene.editionId, "Penilai 02", "evaluator");
    addSheet(scene, { proposalId: scene.entries[0]!, userId: second.userId, marks: { kebaruan: 1 } }, "draft");
    expect(refusalOf(() => compute(scene))).toBe("ranking.sheetsOpen");
    const where = { editionId: scene.editionId, stage: "desk" };
    const ctx = scene.as(scene.organiser);
    closeRound(ctx, { ...where, reason: "Penilai berhalangan tetap.", digest: previewClosure(ctx, where).digest });
    expect(orderOf(scene, compute(scene))).toEqual([1, 2, 3, 4]);
  });
});

describe("a value agreed in a small group", () => {
  it("ranks in place of the independent marks only where the edition says so, and only while they are those it was agreed on", () => {
    const agreedOn = (agreedValue: ReadingRules["agreedValue"], total = 60_000_000) => {
      const scene = makeRanked({ reading: { othersMarks: "never", divergence: null, thirdReader: "atOnce", agreedValue } });
      const { ctx } = scene.world;
      const sources = [{ userId: scene.evaluator.userId, total }];
      const row = { id: ctx.newId("agreement"), editionId: scene.editionId, stage: "desk", proposalId: scene.entries[3]!, value: 9_500, marks: { kebaruan: 9_500, manfaat: 9_500 } };
      ctx.db.insert(agreedValues).values({ ...row, reason: "Dibahas.", present: [], sources, heldOn: "2026-01-01", recordedBy: scene.chair.userId, recordedAt: 0 }).run();
      return { scene, listId: compute(scene) };
    };
    const ranked = (...given: Parameters<typeof agreedOn>) => {
      const { scene, listId } = agreedOn(...given);
      return orderOf(scene, listId);
    };
    expect([ranked("beside"), ranked("counts"), ranked("counts", 1)]).toEqual([
      [1, 2, 3, 4],
      [4, 1, 2, 3],
      [1, 2, 3, 4],
    ]);
    const explained = (...given: Parameters<typeof agreedOn>) => {
      const { scene } = agreedOn(...given);
      const { stages, row } = getExplanation(scene.as(scene.chair), { editionId: scene.editionId, listKey: "top2", number: 4 });
      return stages.filter(({ stage }) => stage === "desk").map(({ sheets, agreed, raw }) => [sheets.map((sheet) => sheet.total), agreed && [agreed.total, agreed.counts], raw, row.raw, row.score]);
    };
    expect([explained("beside"), explained("counts"), explained("counts", 1)]).toEqual([[[[60], [95, false], 60, 60, 6_000]], [[[60], [95, true], 60, 60, 9_500]], [[[60], null, 60, 60, 6_000]]]);
  });
});
