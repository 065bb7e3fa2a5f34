import { describe, expect, it } from "vitest";
import { checkHandingOut, handingOutBlock, markedStages, reachesFrom, reachFor, seatsFor } from "#app/features/assignment/rules.ts";
import type { Definition } from "#app/features/competitions/definition/types.ts";
import { definition as form, refusalOf } from "#tests/features/proposals/scene.ts";
import { deskCloses, deskOpens, deskRubric, interviewRubric, judged } from "#tests/features/screening/scene.ts";

const definition: Definition = { ...form, ...judged };

describe("stages of assessment", () => {
  it("are those with a sheet and people to fill it, in their order", () => {
    const ceremony = { ...deskRubric, stage: "finalis" };
    const keys = (rubrics: Definition["rubrics"]) => markedStages({ ...definition, rubrics }).map((stage) => stage.key);
    expect(keys([interviewRubric, deskRubric])).toEqual(["proposal", "wawancara"]);
    expect(keys([ceremony])).toEqual([]);
  });

  it("are filled by evaluators at the desk and by the panel with its chair at interviews", () => {
    expect((["desk", "interview", "finalists", "publicScoring"] as const).map((kind) => seatsFor({ kind }))).toEqual([
      ["evaluator"],
      ["juror", "chair"],
      [],
      [],
    ]);
  });

  it("read what has passed at the desk and finalists at interviews; who moved on stays read", () => {
    expect([reachFor({ kind: "desk" }), reachFor({ kind: "interview" })]).toEqual(["passed", "finalist"]);
    expect([reachesFrom("passed"), reachesFrom("finalist")]).toEqual([
      ["passed", "finalist", "winner"],
      ["finalist", "winner"],
    ]);
  });
});

describe("handing out", () => {
  it("knows stage and readers, and ends with the window", () => {
    expect(checkHandingOut(definition, "proposal", deskOpens - 1)).toMatchObject({ stage: { key: "proposal" }, readers: 2 });
    expect(refusalOf(() => checkHandingOut(definition, "proposal", deskCloses))).toBe("competitions.windowClosed");
    expect(refusalOf(() => checkHandingOut(definition, "tidak-ada", deskOpens))).toBe("competitions.stageUnknown");
  });

  const open = { isClosed: false, readers: 2, assessors: 3, entries: 5, lackingTotal: 2, canFill: true };

  it.each([
    ["helps while an entry lacks a reader who may read it", {}, null],
    ["is over once the stage has closed", { isClosed: true }, "closed"],
    ["needs to know how many readers", { readers: null }, "noReaders"],
    ["needs assessors", { assessors: 0 }, "noAssessors"],
    ["needs entries", { entries: 0, lackingTotal: 0 }, "noEntries"],
    ["has nothing to do when nothing lacks", { lackingTotal: 0, canFill: false }, "complete"],
    ["cannot help when everybody reads or may not", { canFill: false }, "stuck"],
  ] as const)("%s", (_, change, block) => {
    expect(handingOutBlock({ ...open, ...change })).toBe(block);
  });
});
