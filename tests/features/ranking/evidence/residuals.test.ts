import { describe, expect, it } from "vitest";
import { getEvidence } from "#app/features/ranking/evidence/queries.server.ts";
import type { Actor } from "#app/lib/ctx.ts";
import { rankingOrigins } from "#db/schema/list-records.ts";
import { bar, makeCalibrated, makeRanked } from "#tests/features/ranking/scene.ts";
import { computeList } from "#app/features/ranking/operations.server.ts";

const at = (scene: { editionId: ReturnType<typeof makeCalibrated>["editionId"] }) => ({ editionId: scene.editionId, listKey: "top2" });
const residualsFor = (scene: ReturnType<typeof makeCalibrated>, who: Actor) => getEvidence(scene.as(who), at(scene)).residuals;

describe("residuals of a version", () => {
  it("come from the marks it keeps, and not from marks changed since", () => {
    const scene = makeCalibrated();
    const before = residualsFor(scene, scene.chair);
    scene.world.ctx.db.$client.exec("update marks set mark = 100");
    const [stage] = before ?? [];
    expect([residualsFor(scene, scene.chair), stage?.stage, stage?.isWhole, stage?.levels.reduce((sum, { count }) => sum + (count ?? 0), 0)]).toEqual([before, "desk", true, 8]);
  });

  it("name assessors to the chair alone", () => {
    const scene = makeCalibrated();
    const names = (who: Actor) => residualsFor(scene, who)?.flatMap(({ spreads }) => spreads.map(({ name }) => name)).sort();
    expect([names(scene.chair), names(scene.organiser)]).toEqual([["Penilai 01", "Penilai 02", "Penilai 03"], [null, null, null]]);
  });

  it("are those of the other entries for whoever is in conflict with one, without a count that would say who read it", () => {
    const scene = makeCalibrated();
    const whole = residualsFor(scene, scene.chair)?.[0];
    const [proposalId] = scene.entries;
    if (proposalId) bar(scene.world, { editionId: scene.editionId, person: scene.chair, proposalId });
    const [stage] = residualsFor(scene, scene.chair) ?? [];
    expect([stage?.isWhole, stage?.levels.map(({ count, se }) => [count, se]), stage?.spreads.map(({ count }) => count)]).toEqual([false, [[null, null], [null, null], [null, null]], [null, null, null]]);
    expect([whole?.levels.length, stage?.levels.some(({ from }) => from >= 80)]).toEqual([4, false]);
  });

  it("are none of a stage that could not be fitted", () => {
    const scene = makeRanked();
    computeList(scene.as(scene.organiser), at(scene));
    expect(getEvidence(scene.as(scene.chair), at(scene)).residuals).toEqual([]);
  });

  it("are not known of a version that keeps no marks", () => {
    const scene = makeCalibrated();
    scene.world.ctx.db.delete(rankingOrigins).run();
    expect(residualsFor(scene, scene.chair)).toBeNull();
  });
});
