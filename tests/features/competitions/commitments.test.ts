import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { findCheckpointFor } from "#app/features/audit/checkpoints/queries.server.ts";
import { bindBeforeMarks } from "#app/acts/bind-before-marks.server.ts";
import { bindEdition, revealSeed } from "#app/features/competitions/commitments/operations.server.ts";
import { findCommitment } from "#app/features/competitions/commitments/queries.server.ts";
import { seedHashOf } from "#app/features/competitions/commitments/rules.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { inTransaction } from "#db/client.server.ts";
import { auditEntries } from "#db/schema/audit.ts";
import { makeScene } from "#tests/features/ranking/scene.ts";

function scene() {
  const made = makeScene();
  const { ctx } = made.world;
  const bind = () => inTransaction(ctx, () => bindEdition(ctx, made.editionId));
  const edition = () => getEdition(ctx, made.editionId);
  const recorded = (action: string) => ctx.db.select().from(auditEntries).where(eq(auditEntries.action, action)).all().map(({ record }) => record ?? "");
  return { ...made, ctx, bind, edition, recorded, seen: () => findCommitment(made.as(null), edition()) };
}

describe("binding", () => {
  it("draws the seed once, records its hash and not the seed, and shows the hash to everybody", () => {
    const { bind, edition, recorded, seen } = scene();
    expect(seen()).toBe(null);
    bind();
    const { tieSeed } = edition();
    expect(tieSeed).toBeGreaterThan(0);
    bind();
    expect(edition().tieSeed).toBe(tieSeed);
    expect(recorded("competitions.commit")).toHaveLength(1);
    const { data } = JSON.parse(recorded("competitions.commit")[0] ?? "") as { data: Record<string, unknown> };
    expect(Object.keys(data)).toEqual(["model", "rules", "seedHash"]);
    expect(seen()).toMatchObject({ ...data, seed: null, nonce: null, revealedAt: null });
  });

  it("reveals the seed it was bound to, once", () => {
    const { ctx, editionId, bind, recorded, seen } = scene();
    const reveal = () => inTransaction(ctx, () => revealSeed(ctx, editionId));
    reveal();
    bind();
    reveal();
    reveal();
    const shown = seen();
    expect(seedHashOf(shown?.nonce ?? "", shown?.seed ?? 0)).toBe(shown?.seedHash);
    expect(recorded("competitions.revealSeed")).toHaveLength(1);
  });

  it("belongs to the transaction of an act", () => {
    const { ctx, editionId } = scene();
    expect(() => bindEdition(ctx, editionId)).toThrow("transaction of an act");
    expect(() => revealSeed(ctx, editionId)).toThrow("transaction of an act");
  });
});

describe("the worker", () => {
  it("binds an edition and signs the log at the beginning of a stage with marks, once", () => {
    const { ctx, editionId, edition, recorded } = scene();
    const marked = edition().definition.rubrics.map(({ stage }) => stage);
    const stage = edition().definition.stages.find(({ key }) => marked.includes(key));
    const opensAt = stage?.opensAt ?? 0;
    bindBeforeMarks({ ...ctx, now: opensAt - 1 });
    expect(recorded("competitions.commit")).toHaveLength(0);
    bindBeforeMarks({ ...ctx, now: opensAt });
    bindBeforeMarks({ ...ctx, now: opensAt + 60_000 });
    expect(recorded("competitions.commit")).toHaveLength(1);
    expect(findCheckpointFor(ctx, "marking", editionId)).toMatchObject({ number: 1, at: opensAt });
  });

  it("alone does", () => {
    const { as, organiser } = scene();
    expect(() => bindBeforeMarks(as(organiser))).toThrow("accounts.notAllowed");
  });
});
