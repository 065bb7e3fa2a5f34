import { createHash } from "node:crypto";
import { isSinceSecond } from "#app/features/competitions/commitments/rules.ts";
import type { AwardList, Composition, Definition, Rubric, Stage, TieRule } from "#app/features/competitions/definition/types.ts";
import { stageOf } from "#app/features/competitions/rules.ts";
import { compareSteps, type Ratio, separatingStep, tieSteps } from "#app/features/ranking/ties/rules.ts";
import type { Fraction, ListId, ListStatus, ListStep, RankedRow, ScoredEntry } from "#app/features/ranking/types.ts";
import { isUnlinked, type Linkage } from "#app/features/ranking/waiving/rules.ts";
import { weightedTotal } from "#app/features/scoring/rules.ts";
import { DomainError } from "#app/lib/errors.ts";
import { dayOfInstant, instantOfLocal } from "#app/lib/zones.ts";

/** Weights of criteria times weights of stages, both in basis points: what a composed value is divided by, once, for print. */
const scale = 100_000_000n;

export type RankingInput = {
  entries: readonly ScoredEntry[];
  composition: readonly Composition[];
  rubrics: readonly Rubric[];
  /** None = the criteria of the first counting stage. */
  ties?: readonly TieRule[];
  tieSeed: number;
};

/** The stages that count for a list, with their sheet and weight. Refuses `ranking.rulesMissing` while a weight is unknown. */
export function countingStages(input: Pick<RankingInput, "composition" | "rubrics">): { rubric: Rubric; weightBp: number }[] {
  return input.composition.flatMap(({ stage, weightBp }) => {
    const rubric = input.rubrics.find((one) => one.stage === stage);
    if (!rubric || weightBp === null) throw new DomainError("ranking.rulesMissing", { kind: "conflict" });
    return weightBp === 0 ? [] : [{ rubric, weightBp }];
  });
}

/** The same with the stages they belong to. */
export const countedStages = (definition: Definition, { composition }: AwardList): { stage: Stage; rubric: Rubric; weightBp: number }[] =>
  countingStages({ composition, rubrics: definition.rubrics }).map(({ rubric, weightBp }) => ({ rubric, weightBp, stage: stageOf(definition, rubric.stage) }));

/**
 * Whether a list takes from the marks of its interviews what a panel gives above the others: by every model since the second, where it
 * ranks by anything but raw marks.
 */
export function comparesPanels(definition: Pick<Definition, "stages">, { composition, quantity }: Pick<AwardList, "composition" | "quantity">, model: string): boolean {
  const heard = new Set(definition.stages.filter(({ kind }) => kind === "interview").map(({ key }) => key));
  return isSinceSecond(model) && quantity !== "raw" && composition.some(({ stage, weightBp }) => heard.has(stage) && weightBp !== 0);
}

/**
 * The composed score of one entry as an exact fraction: sum over stages of weight x (sum of sheet totals / number of sheets).
 * Unit: hundredths of a point x 10^8. Division happens once, at print.
 */
export function composeScores(entry: ScoredEntry, stages: readonly { rubric: Rubric; weightBp: number }[]): Fraction {
  let value: Fraction = { n: 0n, d: 1n };
  for (const { rubric, weightBp } of stages) {
    const sheets = entry.sheets[rubric.stage] ?? [];
    const sum = sheets.reduce((total, marks) => total + weightedTotal(rubric, marks), 0);
    const reads = BigInt(sheets.length);
    value = { n: value.n * reads + BigInt(sum) * BigInt(weightBp) * value.d, d: value.d * reads };
  }
  return value;
}

/** Negative when a is less than b, zero when they are equal, exactly. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Hundredths of a point, rounded half up. */
export const printedScore = (value: Fraction): number =>
  Number((2n * value.n + value.d * scale) / (2n * value.d * scale));

/** Place of an entry in the draw: SHA-256 of the edition's tie seed and the entry's number, in hex order. */
export const drawOf = (tieSeed: number, number: number): string =>
  createHash("sha256").update(`${tieSeed}:${number}`).digest("hex");

type Candidate = Omit<RankedRow, "rank" | "tieBrokenBy"> & { steps: Ratio[]; draw: string };

/**
 * Orders entries by the raw mean of their sheets, composed by stage, from exact fractions. Equals are separated by the tie rules
 * of the list in their order (without any, by the mean mark of each criterion of the first counting stage, in the order of its
 * sheet), then by a draw from the edition's tie seed.
 * Refuses `ranking.sheetsMissing` when an entry has no locked sheet at a counting stage. The order of input changes nothing.
 */
export function rankEntries(input: RankingInput): RankedRow[] {
  const stages = countingStages(input);
  checkSheets(input.entries, stages.map(({ rubric }) => rubric.stage));
  const first = stages[0]?.rubric;
  if (!first) throw new DomainError("ranking.rulesMissing", { kind: "conflict" });
  const steps = tieSteps(input.ties ?? [], { first, rubrics: input.rubrics });
  const keys = steps.map(({ key }) => key);
  const ordered = input.entries
    .map((entry): Candidate => {
      const value = composeScores(entry, stages);
      return {
        proposalId: entry.proposalId,
        number: entry.number,
        value,
        score: printedScore(value),
        reads: stages.reduce((reads, { rubric }) => reads + (entry.sheets[rubric.stage]?.length ?? 0), 0),
        steps: steps.map(({ of }) => of(entry)),
        draw: drawOf(input.tieSeed, entry.number),
      };
    })
    .sort((a, b) => compareFractions(b.value, a.value) || compareEquals(a, b));
  return ordered.map(({ steps: _steps, draw: _draw, ...row }, index) => ({
    ...row,
    rank: index + 1,
    tieBrokenBy: tieStep(ordered, index, keys),
  }));
}

function compareEquals(a: Candidate, b: Candidate): number {
  return compareSteps(a.steps, b.steps) || (a.draw < b.draw ? -1 : a.draw > b.draw ? 1 : a.number - b.number);
}

/** The furthest step that was needed to part a row from its equal neighbours. */
function tieStep(ordered: readonly Candidate[], index: number, keys: readonly string[]): string | null {
  const row = ordered[index] as Candidate;
  const equals = [ordered[index - 1], ordered[index + 1]].filter(
    (other): other is Candidate => other !== undefined && compareFractions(row.value, other.value) === 0,
  );
  if (equals.length === 0) return null;
  return keys[Math.max(...equals.map((other) => separatingStep(row.steps, other.steps)))] ?? "draw";
}

export const listEvents = ["sign", "approve", "finalise", "recompute", "replace"] as const;
export type ListEvent = (typeof listEvents)[number];

/**
 * The legal states of a list (PRODUCT.md 3.6): draft, minutes signed, provisional (public examination), final. A list that
 * was not yet published may be computed anew; one under examination changes only through an upheld objection.
 */
const transitions: Record<ListStatus, Partial<Record<ListEvent, ListStatus>>> = {
  draft: { sign: "signed", recompute: "superseded", replace: "superseded" },
  signed: { approve: "provisional", recompute: "superseded", replace: "superseded" },
  provisional: { finalise: "final", replace: "superseded" },
  final: {},
  superseded: {},
};

/** The state after an event. Refuses `ranking.cannotSign`, `.cannotApprove`, … when the state does not allow it. */
export function nextListStatus(status: ListStatus, event: ListEvent): ListStatus {
  const next = transitions[status][event];
  if (next) return next;
  const code = `cannot${event.charAt(0).toUpperCase()}${event.slice(1)}`;
  throw new DomainError(`ranking.${code}`, { kind: "conflict" });
}

/** Nobody approves what they computed, signed, or handed in or checked as a scan: refuses `ranking.samePerson`. */
export function checkSecondPerson(list: { computedBy: string; signedBy: string | null; signers?: readonly string[] }, approver: string, scan?: { attachedBy: string; checkedBy: string | null }): void {
  if ([list.computedBy, list.signedBy, scan?.attachedBy, scan?.checkedBy, ...(list.signers ?? [])].includes(approver)) {
    throw new DomainError("ranking.samePerson", { kind: "conflict" });
  }
}

/**
 * First instant at which no objection is accepted any more: midnight of the edition's zone after `windowDays` full days that
 * follow the day of publication (FACTS.md 1.5: about five calendar days).
 */
export function objectionsCloseAt(publishedAt: number, zone: string, windowDays: number): number {
  const day = Date.parse(`${dayOfInstant(zone, publishedAt)}T00:00:00Z`) + (windowDays + 1) * 86_400_000;
  return instantOfLocal(zone, new Date(day).toISOString().slice(0, 16)) as number;
}

/** Refuses `ranking.objectionWindowOpen` until the instant at which the window closes. */
export function checkObjectionsClosed(closesAt: number | null, zone: string, now: number): void {
  if (closesAt === null || now >= closesAt) return;
  // The last minute of the half-open window: an end at 00:00 is said as 23.59 of the day before.
  const time = { at: closesAt - 60_000, zone };
  throw new DomainError("ranking.objectionWindowOpen", { kind: "conflict", params: { time } });
}

/**
 * A decree is dated between the day on which its list was published and today, both in the edition's zone: refuses
 * `ranking.decreeTooEarly` and `ranking.decreeInFuture`. Days are YYYY-MM-DD.
 */
export function checkDecreeDate(decreeDate: string, at: { zone: string; publishedAt: number | null; now: number }): void {
  if (decreeDate > dayOfInstant(at.zone, at.now)) throw new DomainError("ranking.decreeInFuture");
  if (at.publishedAt !== null && decreeDate < dayOfInstant(at.zone, at.publishedAt)) throw new DomainError("ranking.decreeTooEarly");
}

/**
 * A list is made and signed from what no assessor can change any more: refuses `ranking.stageOpen` until every stage has
 * closed, naming the first that has not, and `ranking.rulesMissing` for one without an end.
 */
export function checkStagesClosed(stages: readonly Stage[], zone: string, now: number): void {
  for (const { name, closesAt } of stages) {
    if (closesAt === null) throw new DomainError("ranking.rulesMissing", { kind: "conflict" });
    // The last minute of the half-open window, as every end is said.
    const time = { at: closesAt - 60_000, zone };
    if (now < closesAt) throw new DomainError("ranking.stageOpen", { kind: "conflict", params: { stage: name, time } });
  }
}

/** Refuses `ranking.sheetsMissing` with the number of entries that have no locked sheet at a counting stage. */
export function checkSheets(entries: readonly ScoredEntry[], stages: readonly string[]): void {
  const count = entries.filter(({ sheets }) => stages.some((stage) => !sheets[stage]?.length)).length;
  if (count > 0) throw new DomainError("ranking.sheetsMissing", { kind: "conflict", params: { count } });
}

/** What a desk asks for: readers an entry, and those entries for which another number was asked. */
export type DeskNeeds = { stage: string; readers: number | null; targets: ReadonlyMap<ScoredEntry["proposalId"], number> };

/**
 * An entry ranks on as many readings as a desk asks for, or as were asked for it alone: refuses `ranking.readersMissing` with the
 * number of entries that have fewer locked sheets. A desk that names no number asks for none.
 */
export function checkReaders(entries: readonly ScoredEntry[], desks: readonly DeskNeeds[]): void {
  const isShort = (entry: ScoredEntry): boolean =>
    desks.some(({ stage, readers, targets }) => (entry.sheets[stage]?.length ?? 0) < (targets.get(entry.proposalId) ?? readers ?? 0));
  const count = entries.filter(isShort).length;
  if (count > 0) throw new DomainError("ranking.readersMissing", { kind: "conflict", params: { count } });
}

/**
 * The version somebody acted on from a page is the one that stands: refuses `ranking.changed` when it was computed anew or
 * replaced meanwhile, so that nobody signs what he has not seen.
 */
export function checkSeen(seen: FormDataEntryValue | null, standing: ListId): void {
  if (seen !== standing) throw new DomainError("ranking.changed", { kind: "conflict" });
}

type Ongoing = { status: ListStatus; objectionsCloseAt: number | null } & Linkage;

/** The one thing to do next about a list: what its state, its assessors, the clock and the open objections leave. */
export function nextListStep(
  list: Ongoing | null,
  at: { now: number; openObjections: number },
): ListStep {
  if (!list || list.status === "superseded") return "compute";
  if (list.status === "draft") return isUnlinked(list) ? "link" : "sign";
  if (list.status === "signed") return "approve";
  if (list.status === "final") return "done";
  if (at.now < (list.objectionsCloseAt ?? 0)) return "wait";
  return at.openObjections > 0 ? "decide" : "finalise";
}

export const seatOfStep: Record<ListStep, "organiser" | "chair" | "signatory" | null> = {
  compute: "organiser",
  link: "chair",
  sign: "chair",
  approve: "signatory",
  wait: null,
  decide: "organiser",
  finalise: "organiser",
  done: null,
};
