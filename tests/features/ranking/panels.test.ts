import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { modelVersions, seedHashOf } from "#app/features/competitions/commitments/rules.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { unpackArchive } from "#app/features/ranking/bundle/archive/rules.ts";
import { getBundle } from "#app/features/ranking/bundle/queries.server.ts";
import { sha256Of } from "#app/features/ranking/bundle/rules.ts";
import type { BundleList, Inputs } from "#app/features/ranking/bundle/types.ts";
import { verifyBundle } from "#app/features/ranking/bundle/verifying/rules.ts";
import { getEvidence } from "#app/features/ranking/evidence/queries.server.ts";
import { getExplanation } from "#app/features/ranking/explaining/queries.server.ts";
import { approveList, signMinutes } from "#app/features/ranking/operations.server.ts";
import { getList } from "#app/features/ranking/queries.server.ts";
import { comparesPanels } from "#app/features/ranking/rules.ts";
import { canonicalJson } from "#app/lib/canonical.ts";
import { editionCommitments } from "#db/schema/commitments.ts";
import { root } from "#tests/architecture/sources.ts";
import { definition } from "#tests/features/ranking/edition.ts";
import { heard, makePanelled } from "#tests/features/ranking/panel-scene.ts";
import { minutes, type Scene } from "#tests/features/ranking/scene.ts";

/** The bundle of `makePanelled` as the product made it when panels were part of the stratum. */
const firstBundle = readFileSync(join(root, "tests/vectors/bundle_first_model.zip"));
const partOf = <T>(bytes: Buffer, name: string): T => JSON.parse(unpackArchive(bytes)?.[name] ?? "null") as T;

function published(scene: ReturnType<typeof makePanelled>): Buffer {
  signMinutes(scene.as(scene.chair, heard), { listId: scene.listId, ...minutes });
  approveList(scene.as(scene.signatory, heard), { listId: scene.listId });
  return getBundle(scene.as(scene.organiser, heard), scene.listId).bytes;
}

/** Binds the edition of a scene, to the first way of computing lists. */
function bindToFirst(scene: Scene): void {
  const { ctx } = scene.world;
  const { definition: rules, tieSeed } = getEdition(ctx, scene.editionId);
  const seedNonce = "0".repeat(64);
  const bound = { rules: sha256Of(canonicalJson(rules)), model: modelVersions[0], seedHash: seedHashOf(seedNonce, tieSeed) };
  ctx.db.insert(editionCommitments).values({ editionId: scene.editionId, committedAt: ctx.now, ...bound, seedNonce, revealedAt: null }).run();
}

describe("a list of interviews before two panels", () => {
  const scene = makePanelled();
  const { model } = getList(scene.world.ctx, scene.listId);
  const [stage] = model?.stages ?? [];
  const at = { editionId: scene.editionId, listKey: "top2" };

  it("takes from every mark what its panel gives above the other, and leaves the stratum what it was assigned by", () => {
    expect(Object.keys(stage?.means ?? {})).toEqual(["layanan/umum"]);
    const [a, b] = stage?.panels ?? [];
    expect([a?.panel, a?.marks, b?.panel, b?.marks]).toEqual(["A", 18, "B", 18]);
    expect((a?.leniency ?? 0) - (b?.leniency ?? 0)).toBeGreaterThan(5);
    expect((a?.leniency ?? 0) + (b?.leniency ?? 0)).toBeCloseTo(0, 6);
    expect(stage?.variance?.panel).toBeGreaterThan(0);
  });

  it("ranks by what an entry is worth, whoever heard it", () => {
    const { rows } = getEvidence(scene.as(scene.chair, heard), at);
    const heardBySecond = (numbers: readonly number[]): number => numbers.filter((number) => number % 2 === 0).length;
    expect(heardBySecond(rows.slice(0, 4).map(({ number }) => number))).toBe(2);
    expect(heardBySecond(rows.toSorted((x, y) => (x.rawRank ?? 0) - (y.rawRank ?? 0)).slice(0, 4).map(({ number }) => number))).toBe(0);
  });

  it("is explained mark by mark: total, less the leniency of the juror and of the panel", () => {
    const { row, stages } = getExplanation(scene.as(scene.chair, heard), { ...at, number: 2 });
    const [own] = stages;
    expect([own?.panel?.name, own?.panel?.leniency]).toEqual(["B", stage?.panels?.[1]?.leniency]);
    for (const sheet of own?.sheets ?? []) expect(sheet.adjusted).toBe(sheet.total - (sheet.leniency ?? 0) - (own?.panel?.leniency ?? 0));
    expect(own?.calibrated).toBeCloseTo(row.calibrated ?? 0, 6);
  });

  it("counts an entry that no session was made for as heard by one more, and explains it so", () => {
    const apart = makePanelled(({ world }) => world.ctx.db.$client.exec("delete from interview_slots where proposal_id in (select id from proposals where number in (5, 6))"));
    const told = getList(apart.world.ctx, apart.listId).model?.stages[0]?.panels ?? [];
    expect(told.map(({ panel, marks }) => [panel, marks])).toEqual([["", 6], ["A", 15], ["B", 15]]);
    const { row, stages } = getExplanation(apart.as(apart.chair, heard), { editionId: apart.editionId, listKey: "top2", number: 5 });
    expect(stages[0]?.panel).toEqual({ name: "", leniency: told[0]?.leniency });
    expect(stages[0]?.calibrated).toBeCloseTo(row.calibrated ?? 0, 6);
  });

  it("is recomputed from its bundle, which names the panel of every sheet apart from its stratum", () => {
    const bytes = published(makePanelled());
    expect(verifyBundle(bytes, { key: null })).toMatchObject({ ok: true, rows: 12, sheets: 36, faults: [] });
    const { model: name, stages } = partOf<Inputs>(bytes, "inputs.json");
    expect(name).toBe(modelVersions[1]);
    expect(stages[0]?.sheets[3]).toMatchObject({ entry: 2, stratum: "layanan/umum", panel: "B" });
  });
});

describe("the first way of computing lists", () => {
  it("recomputes a bundle that was made by it, byte for byte, and has nothing to remark on", () => {
    const verdict = verifyBundle(firstBundle, { key: null });
    expect([verdict.ok, verdict.faults, verdict.notes.map(({ code }) => code)]).toEqual([true, [], ["sources", "ownKey", "noCommitment"]]);
  });

  it("computes the list of an edition that was bound to it, as it did then", () => {
    const bytes = published(makePanelled(bindToFirst));
    expect(verifyBundle(bytes, { key: null }).ok).toBe(true);
    const [inputs, then] = [partOf<Inputs>(bytes, "inputs.json"), partOf<Inputs>(firstBundle, "inputs.json")];
    expect(inputs.model).toBe(modelVersions[0]);
    expect(inputs.stages[0]?.sheets.map(({ entry, stratum }) => [entry, stratum])).toEqual(then.stages[0]?.sheets.map(({ entry, stratum }) => [entry, stratum]));
    const modelOf = (from: Buffer) => partOf<BundleList>(from, "list.json").model?.stages[0];
    expect(modelOf(bytes)).toEqual(modelOf(firstBundle));
  });

  it("is told from the second in the rules on display: only that compares panels, of lists that interviews count for and that rank by more than raw marks", () => {
    const list = (stage: string, quantity: "raw" | "calibrated") => ({ composition: [{ stage, weightBp: 10_000 }], quantity });
    const [first, second] = modelVersions;
    const asked = [list("wawancara", "calibrated"), list("wawancara", "raw"), list("desk", "calibrated")];
    expect(asked.map((one) => [comparesPanels(definition, one, first), comparesPanels(definition, one, second)])).toEqual([[false, true], [false, false], [false, false]]);
  });
});
