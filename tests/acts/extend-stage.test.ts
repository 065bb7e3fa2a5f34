import { describe, expect, it } from "vitest";
import { extendStageBeforeLists } from "#app/acts/extend-stage.server.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { stageOf } from "#app/features/competitions/rules.ts";
import { computeList } from "#app/features/ranking/operations.server.ts";
import { interviewClosesAt, month, refusalOf } from "#tests/features/ranking/edition.ts";
import { makeProvisional, makeRanked, type Scene } from "#tests/features/ranking/scene.ts";

const reason = "Dua penilai jatuh sakit.";
const extend = (scene: Scene, stageKey: string, closesAt: number, by: Scene["organiser"] | null = scene.organiser) =>
  refusalOf(() => extendStageBeforeLists(scene.as(by), { editionId: scene.editionId, stageKey, closesAt, reason }));

describe("extending a stage", () => {
  it("opens marking again while no list was computed from it", () => {
    const scene = makeRanked();
    expect(extend(scene, "desk", month(4))).toBe("done");
    expect(stageOf(getEdition(scene.world.ctx, scene.editionId).definition, "desk").closesAt).toBe(month(4));
  });

  it("changes no marks behind a list that stands, be it a draft", () => {
    const computed = makeRanked();
    computeList(computed.as(computed.organiser), { editionId: computed.editionId, listKey: "top2" });
    for (const scene of [computed, makeProvisional()]) {
      expect(extend(scene, "desk", month(4))).toBe("competitions.listStands");
      expect(extend(scene, "wawancara", interviewClosesAt + 86_400_000)).toBe("done");
    }
  });

  it("is the secretariat's", () => {
    const scene = makeRanked();
    const by = (actor: Scene["chair"] | null) => extend(scene, "desk", month(4), actor);
    expect([scene.chair, scene.signatory, scene.evaluator, scene.admins[0]!, null].map(by)).toEqual(Array(5).fill("accounts.notAllowed"));
  });
});
