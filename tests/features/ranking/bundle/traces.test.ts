import { describe, expect, it } from "vitest";
import { withoutTraces } from "#app/features/ranking/bundle/rules.ts";
import { unpackArchive } from "#app/features/ranking/bundle/archive/rules.ts";
import { getBundle } from "#app/features/ranking/bundle/queries.server.ts";
import type { Inputs } from "#app/features/ranking/bundle/types.ts";
import { makeProvisional } from "#tests/features/ranking/scene.ts";

const parts = { group: "umum", category: "layanan", agencyKind: "provinsi", region: "74", remote: "3t" };
const entries = [
  { number: 1, submittedAt: 1_772_330_400_123, parts },
  { number: 2, submittedAt: 1_772_330_400_007, parts },
  { number: 3, submittedAt: 1_772_330_400_123, parts },
];

describe("entries of a bundle", () => {
  it("tell nothing of an agency that the rules of the list do not ask for: the only province of a region would be known by it", () => {
    const told = withoutTraces(entries, { shares: null, minima: [] });
    expect(told.map((entry) => entry.parts)).toEqual(entries.map(() => ({ group: "umum", category: "layanan", agencyKind: "", region: "", remote: "" })));
  });

  it("keep what places are shared by and what has a minimum", () => {
    const [told] = withoutTraces(entries, { shares: { by: "agencyKind", parts: [{ key: "provinsi", weightBp: 10_000 }] }, minima: [{ by: "remote", key: "3t", least: 1 }] });
    expect(told?.parts).toEqual({ ...parts, region: "" });
  });

  it("stand in the order of their submission, without its instants; at one instant at one place", () => {
    expect(withoutTraces(entries, { shares: null, minima: [] }).map(({ submittedAt }) => submittedAt)).toEqual([2, 1, 2]);
  });

  it("are like that in the bundle of a published list", () => {
    const scene = makeProvisional();
    const files = unpackArchive(getBundle(scene.as(scene.organiser), scene.listId).bytes) ?? {};
    const { entries: told } = JSON.parse(files["inputs.json"] ?? "") as Inputs;
    expect(told.map((entry) => [entry.number, entry.submittedAt, entry.parts.agencyKind, entry.parts.region])).toEqual([1, 2, 3, 4].map((number) => [number, 1, "", ""]));
  });
});
