import { describe, expect, it } from "vitest";
import { mergeUnentered } from "#app/acts/merge-agencies.server.ts";
import { withdrawProposal } from "#app/features/proposals/submission/operations.server.ts";
import { addAgency, completeDraft, makeScene, refusalOf } from "#tests/features/proposals/scene.ts";

describe("merging agencies while an edition is open", () => {
  const reason = "Digabung oleh undang-undang.";

  it("is refused while the one that goes up has a proposal that nobody could look after then", () => {
    const scene = makeScene();
    const proposalId = completeDraft(scene);
    const other = addAgency(scene.world, "74.99", "Pemerintah Kabupaten Lain");
    const office = scene.world.as(scene.world.person("Sekretariat", "system::organiser"));
    const merge = (fromId: typeof other, intoId: typeof other) => refusalOf(() => mergeUnentered(office, { fromId, intoId, reason }));
    expect(merge(scene.agencyId, other)).toBe("agencies.mergeEntered");
    withdrawProposal(scene.as(scene.admin), { proposalId, note: "Digabung." });
    expect(merge(scene.agencyId, other)).toBe("done");
  });

  it("is allowed where only the one that stays has proposals", () => {
    const scene = makeScene();
    completeDraft(scene);
    const fromId = addAgency(scene.world, "74.99", "Pemerintah Kabupaten Lain");
    const office = scene.world.as(scene.world.person("Sekretariat", "system::organiser"));
    expect(refusalOf(() => mergeUnentered(office, { fromId, intoId: scene.agencyId, reason }))).toBe("done");
  });
});
