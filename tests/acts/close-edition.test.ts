import { describe, expect, it } from "vitest";
import { closeFinishedEdition } from "#app/acts/close-edition.server.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { computeList } from "#app/features/ranking/operations.server.ts";
import { makeFinal, makeIssued } from "#tests/features/certificates/scene.ts";
import { month, refusalOf } from "#tests/features/ranking/edition.ts";
import { makeProvisional, makeRanked, type Scene } from "#tests/features/ranking/scene.ts";

const afterAll = month(8);
const close = (scene: Scene, by: Scene["organiser"] | null = scene.organiser) => () =>
  closeFinishedEdition(scene.as(by, afterAll), { editionId: scene.editionId });

describe("closing an edition", () => {
  it("waits for every list that was begun, and for its certificates", () => {
    const computed = makeRanked();
    computeList(computed.as(computed.organiser), { editionId: computed.editionId, listKey: "top2" });
    for (const scene of [computed, makeProvisional(), makeFinal()]) {
      expect(close(scene)).toThrow(expect.objectContaining({ code: "competitions.listsPending", params: { count: 1 } }));
      expect(getEdition(scene.world.ctx, scene.editionId).status).toBe("open");
    }
  });

  it("is possible when all is issued, and where nothing was ever computed", () => {
    for (const scene of [makeIssued(), makeRanked()]) {
      expect(refusalOf(close(scene))).toBe("done");
      expect(getEdition(scene.world.ctx, scene.editionId).status).toBe("closed");
    }
  });

  it("is the secretariat's", () => {
    const scene = makeProvisional();
    const by = (actor: Scene["chair"] | null) => refusalOf(close(scene, actor));
    expect([scene.chair, scene.signatory, scene.evaluator, scene.admins[0]!, null].map(by)).toEqual(Array(5).fill("accounts.notAllowed"));
  });
});
