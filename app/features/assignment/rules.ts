import type { Definition, Stage } from "#app/features/competitions/definition/types.ts";
import { requireOpen, rubricOf, stageOf } from "#app/features/competitions/rules.ts";
import type { SeatRole } from "#app/features/competitions/types.ts";
import type { Reach } from "#app/features/proposals/types.ts";
import { DomainError } from "#app/lib/errors.ts";

/** Seats whose holders mark at a stage: evaluators at the desk, the panel with its chair at interviews. */
export function seatsFor(stage: Pick<Stage, "kind">): SeatRole[] {
  if (stage.kind === "desk") return ["evaluator"];
  return stage.kind === "interview" ? ["juror", "chair"] : [];
}

/** The stages of an edition that have a sheet and people to fill it, in their order. */
export function markedStages(definition: Definition): Stage[] {
  const marked = new Set(definition.rubrics.map((rubric) => rubric.stage));
  return definition.stages.filter((stage) => marked.has(stage.key) && seatsFor(stage).length > 0);
}

/** What an entry must have reached to be read at a stage. */
export const reachFor = (stage: Pick<Stage, "kind">): Reach => (stage.kind === "interview" ? "finalist" : "passed");

/** A reach and those beyond it: an entry that has moved on was read at the earlier stage as well. */
export function reachesFrom(reach: Reach): Reach[] {
  const order: Reach[] = ["passed", "finalist", "winner"];
  return order.slice(Math.max(0, order.indexOf(reach)));
}

/**
 * The stage and the readers per entry for handing out desk readings. Refuses a stage that is not read at the desk
 * (`assignment.notADesk`), one that has closed (`competitions.windowClosed`) and a sheet that names no number of readers
 * (`assignment.readersUnknown`). Before the window opens, handing out is welcome: readers open their queue with it.
 */
export function checkHandingOut(definition: Definition, stageKey: string, now: number): { stage: Stage; readers: number } {
  const stage = stageOf(definition, stageKey);
  if (stage.kind !== "desk") throw new DomainError("assignment.notADesk", { kind: "conflict", params: { stage: stage.name } });
  if (stage.closesAt === null || now >= stage.closesAt) requireOpen(definition, stageKey, now);
  const { readers } = rubricOf(definition, stageKey);
  if (readers === null) throw new DomainError("assignment.readersUnknown", { kind: "conflict", params: { stage: stage.name } });
  return { stage, readers };
}

/** Why handing out would do nothing now; null when it would help. The button says it, the operation refuses by the same facts. */
export type HandingOutBlock = "closed" | "noReaders" | "noAssessors" | "noEntries" | "complete" | "stuck";

export function handingOutBlock(facts: {
  isClosed: boolean;
  readers: number | null;
  assessors: number;
  entries: number;
  lackingTotal: number;
  /** An entry lacks a reader whom somebody seated may still be. */
  canFill: boolean;
}): HandingOutBlock | null {
  if (facts.isClosed) return "closed";
  if (facts.readers === null) return "noReaders";
  if (facts.assessors === 0) return "noAssessors";
  if (facts.entries === 0) return "noEntries";
  if (facts.lackingTotal === 0) return "complete";
  return facts.canFill ? null : "stuck";
}
