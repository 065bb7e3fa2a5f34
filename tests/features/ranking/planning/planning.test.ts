import { describe, expect, it } from "vitest";
import { planningSearch } from "#app/features/ranking/planning/inputs.ts";
import { foresee, largestPlayed, sampleOf } from "#app/features/ranking/planning/rules.ts";
import { planningWorld } from "#app/features/ranking/planning/queries.server.ts";
import type { PlanningWorld } from "#app/features/ranking/planning/types.ts";
import { refusalOf } from "#tests/features/proposals/scene.ts";
import { deskOpens, judgingScene, passed } from "#tests/features/screening/scene.ts";

const small: PlanningWorld = { entries: 400, assessors: 20, places: 20, spreads: { quality: 8, severity: 5, noise: 7 } };

const outlook = foresee(small, 1);

describe("how many readers a stage needs", () => {
  it("is answered for two, three and four, and for two with more where the marks leave doubt, with what each costs", () => {
    const { plans, years } = outlook;
    expect(plans.map(({ readers, adaptive, readings, perAssessor }) => [readers, adaptive, readings, perAssessor])).toEqual([
      [2, false, 800, 40],
      [3, false, 1_200, 60],
      [4, false, 1_600, 80],
      [2, true, plans[3]?.readings, Math.ceil((plans[3]?.readings ?? 0) / 20)],
    ]);
    expect(years).toBe(20);
    expect([(plans[3]?.readings ?? 0) > 800, (plans[3]?.readings ?? 0) <= 800 + 125]).toEqual([true, true]);
  });

  it("finds more with more readers, and calibrated at least as much as by raw means", () => {
    const { plans } = outlook;
    const found = plans.map(({ calibrated }) => calibrated.mean);
    expect(found.slice(0, 3)).toEqual(found.slice(0, 3).toSorted((a, b) => a - b));
    expect(plans.filter(({ raw, calibrated }) => calibrated.mean < raw.mean - 0.02)).toEqual([]);
  });

  it("spends fewer readings for as much where they go to the doubtful", () => {
    const [, three, , adaptive] = outlook.plans;
    expect((adaptive?.readings ?? Infinity) < (three?.readings ?? 0)).toBe(true);
    expect((adaptive?.calibrated.mean ?? 0) >= (three?.calibrated.mean ?? 1) - 2 * (three?.calibrated.error ?? 0)).toBe(true);
  });

  it("is the same for the same seed, and plays a large stage as a sample of its proportions", () => {
    const tiny = { ...small, entries: 40, assessors: 5, places: 4 };
    expect(foresee(tiny, 3)).toEqual(foresee(tiny, 3));
    expect(sampleOf({ ...small, entries: largestPlayed * 10, assessors: 800, places: 990 })).toEqual({ entries: largestPlayed, assessors: 80, places: 99 });
    expect([sampleOf(small), sampleOf({ ...small, entries: largestPlayed * 10, assessors: 5 }).assessors]).toEqual([{ entries: 400, assessors: 20, places: 20 }, 4]);
  });

  it("leaves out plans that need more readers than there are, and stands where nothing can be told from anything", () => {
    expect(foresee({ ...small, entries: 10, assessors: 2, places: 3 }, 1).plans.map(({ readers, adaptive }) => [readers, adaptive])).toEqual([[2, false]]);
    const flat = foresee({ ...small, entries: 10, assessors: 4, places: 3, spreads: { quality: 0, severity: 0, noise: 0 } }, 1);
    expect(flat.plans.every(({ raw, calibrated }) => raw.mean === calibrated.mean)).toBe(true);
  });
});

describe("the numbers of a stage", () => {
  it("are its entries, its readers and its places, for whoever assigns alone", () => {
    const scene = judgingScene();
    passed(scene, "Perahu Baca");
    passed(scene, "Sekolah Malam");
    const where = { editionId: scene.editionId, stage: "proposal" };
    const world = planningWorld(scene.as(scene.organiser, deskOpens), where);
    expect([world.entries, world.assessors]).toEqual([2, 2]);
    expect([scene.chair, scene.evaluators[0], null].map((actor) => refusalOf(() => planningWorld(scene.as(actor ?? null, deskOpens), where)))).toEqual(Array(3).fill("competitions.editionUnknown"));
  });

  it("are read from an address with a comma or a point, and fall back where they make no sense", () => {
    const read = (address: string) => planningSearch.parse(Object.fromEntries(new URLSearchParams(address)));
    expect(read("tried=1&entries=3156&quality=8,5&noise=7.25&severity=tiada&places=0")).toEqual({ tried: "1", entries: 3_156, quality: 8.5, noise: 7.25 });
  });
});
