import type { Definition } from "#app/features/competitions/definition/types.ts";
import { registrationStage, requireOpen } from "#app/features/competitions/rules.ts";
import type { Identity, ProposalStatus, StepName } from "#app/features/proposals/types.ts";
import { cleanLine, cleanText } from "#app/lib/clean-text.ts";
import { DomainError } from "#app/lib/errors.ts";

/** The status machine. What is not in the table cannot happen. */
const steps: Record<ProposalStatus, Partial<Record<StepName, ProposalStatus>>> = {
  atUnit: { handOver: "atAgency", correct: "atAgency", withdraw: "withdrawn" },
  atAgency: { return: "atUnit", submit: "submitted", correct: "atAgency", withdraw: "withdrawn" },
  submitted: { revise: "atAgency", correct: "atAgency", withdraw: "withdrawn" },
  withdrawn: {},
};

/** Whether a step can be taken from a status. The button and the operation ask the same table. */
export const canStep = (status: ProposalStatus, step: StepName): boolean => steps[status][step] !== undefined;

/** The status after a step. Refuses `proposals.stepNotPossible` (409) where the table has none. */
export function nextStatus(status: ProposalStatus, step: StepName): ProposalStatus {
  const next = steps[status][step];
  if (!next) throw new DomainError("proposals.stepNotPossible", { kind: "conflict" });
  return next;
}

/** Text and files can be changed at the unit and at the agency, never once submitted or withdrawn. */
export const isDraft = (status: ProposalStatus): boolean => status === "atUnit" || status === "atAgency";

/** Letters and digits only, lower case: titles that differ by case, spaces or signs are the same title. */
export const titleKeyOf = (title: string): string =>
  cleanText(title)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

/** Title, unit and innovator as they are stored, printed and compared: one line each, without signs that nobody sees. */
export const cleanNames = ({ title, unit, innovator }: Pick<Identity, "title" | "unit" | "innovator">): Pick<Identity, "title" | "unit" | "innovator"> => ({
  title: cleanLine(title),
  unit: cleanLine(unit),
  innovator: cleanLine(innovator),
});

/**
 * Whole months from the day an innovation began to another day (both YYYY-MM-DD); negative when it begins later. A month is
 * full on the same day of the month, or on the last day of a month that has no such day.
 */
export function ageInMonths(startedOn: string, day: string): number {
  const from = partsOf(startedOn);
  const to = partsOf(day);
  const months = (to.year - from.year) * 12 + (to.month - from.month);
  const full = to.day >= Math.min(from.day, daysIn(to.year, to.month));
  return full ? months : months - 1;
}

function partsOf(day: string): { year: number; month: number; day: number } {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  return { year, month, day: date };
}

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** `2026-0417`: year of the edition and running number, four digits or more. */
export const numberText = (year: number, number: number): string => `${year}-${String(number).padStart(4, "0")}`;

/** Milliseconds after which further saving of the same answers by the same person is a new sitting with its own audit entry. */
const sitting = 10 * 60_000;

export type Touch = { updatedBy: string; updatedAt: number };

/**
 * Whether a save opens a new sitting at a section. Drafts save themselves every few seconds; the log keeps one entry a sitting
 * instead of one a pause in typing.
 */
export const opensSitting = (earlier: Touch | undefined, by: string, now: number): boolean =>
  earlier === undefined || earlier.updatedBy !== by || now - earlier.updatedAt >= sitting;

/**
 * Whether somebody else changed an answer since the person began to type. `base` is the revision that was shown (0 = none);
 * the same text twice is no conflict.
 */
export const isStale = (stored: { revision: number; value: string } | undefined, typed: { base: number; value: string }): boolean =>
  (stored?.revision ?? 0) !== typed.base && (stored?.value ?? "") !== typed.value;

/**
 * A proposal is written while its edition is open and registration runs: [opensAt, closesAt) by the server's clock. `closesAt` is
 * the end that holds for this proposal (see extensions/rules), UTC ms.
 */
export function requireDrafting(
  edition: { status: string; definition: Definition },
  { now, closesAt }: { now: number; closesAt: number | null },
): void {
  if (edition.status !== "open") throw new DomainError("proposals.editionNotOpen", { kind: "conflict" });
  const { key } = registrationStage(edition.definition);
  const stages = edition.definition.stages.map((stage) => (stage.key === key ? { ...stage, closesAt } : stage));
  requireOpen({ ...edition.definition, stages }, key, now);
}

const identityParts = ["title", "groupKey", "categoryKey", "unit", "innovator", "startedOn"] as const;

/** Whether a form of the identity changes nothing. */
export const isSameIdentity = (stored: Identity, typed: Identity): boolean =>
  identityParts.every((part) => stored[part] === typed[part]);
