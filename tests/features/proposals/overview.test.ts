import { describe, expect, it } from "vitest";
import { beginThread } from "#app/features/proposals/comments/operations.server.ts";
import { createProposal } from "#app/features/proposals/operations.server.ts";
import { overviewFilterInput, type OverviewFilter } from "#app/features/proposals/overview/inputs.ts";
import { getAgencyOverview } from "#app/features/proposals/overview/queries.server.ts";
import { draftsAtRisk, isOfOwnUnit, pickRows, quotaLeft, riskBefore } from "#app/features/proposals/overview/rules.ts";
import { addMember, asked, closesAt, completeDraft, makeScene, type Scene, submitted } from "#tests/features/proposals/scene.ts";
import { countStatements } from "#tests/support/world.ts";
import type { Actor } from "#app/lib/ctx.ts";

const overviewOf = (scene: Scene, actor: Actor, filter: Partial<OverviewFilter> = {}, page = 1) =>
  getAgencyOverview(scene.as(actor), scene.agencyId, { filter: { ...overviewFilterInput.parse({}), ...filter }, pageOf: () => page });
const titles = (overview: ReturnType<typeof overviewOf>) => overview.editions.flatMap(({ proposals }) => proposals.map(({ title }) => title));

describe("the list of an agency", () => {
  it("shows a writer the own unit's proposals first, and all of them when asked; the admin all", () => {
    const scene = makeScene();
    completeDraft(scene, { title: "Punya Dinkes" });
    createProposal(scene.as(scene.admin), { editionId: scene.editionId, agencyId: scene.agencyId, ...asked, title: "Punya Dishub", unit: "Dinas Perhubungan" });
    expect(titles(overviewOf(scene, scene.writer))).toEqual(["Punya Dinkes"]);
    expect(titles(overviewOf(scene, scene.writer, { unit: "all" })).toSorted()).toEqual(["Punya Dinkes", "Punya Dishub"]);
    expect(overviewOf(scene, scene.admin).unit).toBe("all");
    expect(titles(overviewOf(scene, scene.admin))).toHaveLength(2);
  });

  it("counts units by their name, whatever its case and spaces, and what one began oneself", () => {
    const reader = { userId: "usr_a", unit: "Dinas  Kesehatan" };
    expect(isOfOwnUnit({ unit: "dinas kesehatan ", createdBy: "usr_b" as never }, reader)).toBe(true);
    expect(isOfOwnUnit({ unit: "Dinas Perhubungan", createdBy: "usr_a" as never }, reader)).toBe(true);
    expect(isOfOwnUnit({ unit: "", createdBy: "usr_b" as never }, { userId: "usr_a", unit: "" })).toBe(false);
  });

  it("is filtered by words and position, and sorted by what is asked", () => {
    const row = (title: string, status: "atUnit" | "submitted", number: number | null, updatedAt: number) =>
      ({ title, status, number, updatedAt, unit: "Unit", reach: "draft", createdBy: "usr_a" }) as never as Parameters<typeof pickRows>[0][number];
    const rows = [row("B", "atUnit", null, 3), row("A", "submitted", 2, 1), row("C", "submitted", 1, 2)];
    const pick = (filter: Partial<OverviewFilter>) => pickRows(rows, { ...overviewFilterInput.parse({}), ...filter }).map(({ title }) => title).join("");
    expect(pick({})).toBe("BCA");
    expect(pick({ sort: "title", dir: "asc" })).toBe("ABC");
    expect(pick({ sort: "number", dir: "asc" })).toBe("CAB");
    expect(pick({ position: "submitted" })).toBe("CA");
    expect(pick({ search: "unit" })).toBe("BCA");
    expect(pick({ search: "zzz" })).toBe("");
  });

  it("says what a draft still lacks and how many comments are open", () => {
    const scene = makeScene();
    const proposalId = completeDraft(scene);
    beginThread(scene.as(scene.admin), { proposalId, part: "", text: "Periksa lagi." });
    createProposal(scene.as(scene.writer), { editionId: scene.editionId, agencyId: scene.agencyId, ...asked, title: "Kosong" });
    const rows = overviewOf(scene, scene.writer, { sort: "title", dir: "asc" }).editions[0]?.proposals;
    expect(rows?.map(({ title, gaps, comments }) => [title, gaps === 0, comments])).toEqual([[asked.title, true, 1], ["Kosong", false, 0]]);
    expect(rows?.[1]?.gaps).toBeGreaterThan(2);
  });

  it("costs the same number of statements for one proposal and for three", () => {
    const scene = makeScene();
    const ctx = scene.as(scene.writer);
    completeDraft(scene);
    const one = countStatements(ctx, () => getAgencyOverview(ctx, scene.agencyId));
    completeDraft(scene, { title: "Dua" });
    completeDraft(scene, { title: "Tiga" });
    expect(countStatements(ctx, () => getAgencyOverview(ctx, scene.agencyId))).toBe(one);
  });

  it("comes in pages, and a page beyond the last is the last", () => {
    const scene = makeScene();
    for (let index = 0; index < 26; index += 1) {
      createProposal(scene.as(scene.writer), { editionId: scene.editionId, agencyId: scene.agencyId, ...asked, title: `Draf ${index}` });
    }
    const [edition] = overviewOf(scene, scene.writer, {}, 9).editions;
    expect([edition?.page, edition?.pages, edition?.total, edition?.proposals.length]).toEqual([2, 2, 26, 1]);
  });
});

describe("drafts at risk", () => {
  it("are those never submitted in the last seven days, at the unit first; half-open at the close", () => {
    const scene = makeScene();
    submitted(scene);
    completeDraft(scene, { title: "Belum" });
    const at = (now: number) => getAgencyOverview(scene.as(scene.admin, now), scene.agencyId).editions[0]?.atRisk.map(({ title }) => title);
    expect(at(closesAt - riskBefore - 1)).toEqual([]);
    expect(at(closesAt - riskBefore)).toEqual(["Belum"]);
    expect(at(closesAt - 1)).toEqual(["Belum"]);
    expect(at(closesAt)).toEqual([]);
  });

  it("are none where the end is not known", () => {
    expect(draftsAtRisk([], { open: true, closesAt: null, now: 0 })).toEqual([]);
  });
});

it("leaves of a quota what is not used, never less than none", () => {
  expect([quotaLeft({ used: 1, limit: 3 }), quotaLeft({ used: 4, limit: 3 }), quotaLeft({ used: 4, limit: null })]).toEqual([2, 0, null]);
});

it("does not exist for whoever is not of the agency", () => {
  const scene = makeScene();
  const stranger = addMember(scene.world, { agencyId: scene.agencyId, name: "Lain", role: "writer" });
  expect(() => getAgencyOverview(scene.as({ ...stranger, grants: [] }), scene.agencyId)).toThrow(/agencies.unknown/);
});
