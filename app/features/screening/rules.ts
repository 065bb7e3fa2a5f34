import type { Definition, ScreeningRules, Stage } from "#app/features/competitions/definition/types.ts";
import { stagesOfKind } from "#app/features/competitions/rules.ts";
import type { CaseState, CaseStep, Check, CheckKey, Outcome, QueueState, VerdictKind } from "#app/features/screening/types.ts";
import { DomainError } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";

const dayMs = 86_400_000;

/** The status machine of a case. What is not in the table cannot happen. */
const steps: Record<CaseState, Partial<Record<CaseStep, CaseState>>> = {
  open: { pass: "passed", fail: "failed", propose: "proposed", return: "returned" },
  proposed: { confirm: "failed", disagree: "disputed", undo: "open" },
  disputed: { settlePass: "passed", settleFail: "failed", undo: "open" },
  returned: { resume: "open" },
  passed: { announce: "admitted", undo: "open" },
  failed: { announce: "rejected", undo: "open" },
  admitted: {},
  rejected: { appeal: "appealed" },
  appealed: { uphold: "upheld", dismiss: "dismissed" },
  upheld: {},
  dismissed: {},
};

export const canStep = (state: CaseState, step: CaseStep): boolean => steps[state][step] !== undefined;

/** The state after a step. Refuses `screening.stepNotPossible` (409) where the table has none. */
export function nextState(state: CaseState, step: CaseStep): CaseState {
  const next = steps[state][step];
  if (!next) throw new DomainError("screening.stepNotPossible", { kind: "conflict" });
  return next;
}

/** Decided, whether told or not. */
export const isDecided = (state: CaseState): boolean => !isWaiting(state) && state !== "returned";

/** Waits for a screener. */
export const isWaiting = (state: CaseState): boolean => state === "open" || state === "proposed" || state === "disputed";

/** Decided and not yet told: what can still be taken back. */
export const isUnannounced = (state: CaseState): boolean => state === "passed" || state === "failed";

/** Known to the agency. */
export const isAnnounced = (state: CaseState): boolean => isDecided(state) && !isUnannounced(state);

/** The outcome that stands in a decided state. */
export const outcomeOf = (state: CaseState): Outcome =>
  state === "passed" || state === "admitted" || state === "upheld" ? "passed" : "failed";

/** Where a case stands for somebody: `holder` is who works at it now. What waits for nobody is held by nobody. */
export function queueStateOf(state: CaseState, holder: "me" | "other" | null): QueueState {
  if (state === "returned" || state === "appealed") return state;
  if (isDecided(state)) return "decided";
  if (holder !== null) return holder === "me" ? "mine" : "taken";
  return state === "open" ? "free" : "second";
}

/** The stage in which eligibility is decided. Throws `screening.noStage` (409) for an edition without one. */
export function screeningStage(definition: Definition): Stage {
  const stage = stagesOfKind(definition, "screening")[0];
  if (!stage) throw new DomainError("screening.noStage", { kind: "conflict" });
  return stage;
}

/**
 * Whether a decision is told the moment it is made: in an edition that knows neither a second screener nor corrections nor
 * appeals. Any other edition tells all its agencies together, when its organiser announces.
 */
export const announcesAtOnce = (rules: ScreeningRules): boolean =>
  !rules.secondScreener && rules.corrections.times === 0 && rules.appealDays === 0;

/** What a person's finding does to a case, and what it is called in the record. Refuses `screening.alreadyDecided` (409). */
export function stepOf(state: CaseState, outcome: Outcome, rules: Pick<ScreeningRules, "secondScreener">): { step: CaseStep; kind: VerdictKind } {
  const passes = outcome === "passed";
  if (state === "open" && passes) return { step: "pass", kind: "decide" };
  if (state === "open") return rules.secondScreener ? { step: "propose", kind: "propose" } : { step: "fail", kind: "decide" };
  if (state === "proposed") return passes ? { step: "disagree", kind: "disagree" } : { step: "confirm", kind: "confirm" };
  if (state === "disputed") return { step: passes ? "settlePass" : "settleFail", kind: "settle" };
  throw new DomainError(state === "returned" ? "screening.withAgency" : "screening.alreadyDecided", { kind: "conflict" });
}

/** Nobody is their own second screener: refuses `screening.sameScreener` (403) for whoever has spoken in this round. */
export function checkOtherVoice(voices: readonly Id<"user">[], userId: Id<"user">): void {
  if (voices.includes(userId)) throw new DomainError("screening.sameScreener", { kind: "forbidden" });
}

/** Shortest reason that tells an agency anything, in letters. */
export const shortestReason = 20;

/**
 * Whether a decision hangs together. Refuses a check left open (`screening.checksMissing`), a pass with a failed check
 * (`screening.passedWithFault`), a failure without one (`screening.failedWithoutFault`), and a failure that tells the agency
 * nothing: neither a reason of the edition's list nor 20 letters of its own (`screening.reasonMissing`).
 */
export function checkDecision(
  expected: readonly CheckKey[],
  decision: { outcome: Outcome; checks: readonly Check[]; reason: string; reasonKeys?: readonly string[] },
): void {
  const found = new Map(decision.checks.map((check) => [check.key, check]));
  const open = expected.filter((key) => !found.has(key)).length;
  if (open > 0) throw new DomainError("screening.checksMissing", { params: { count: open } });
  const faulty = decision.checks.some((check) => !check.passed);
  if (decision.outcome === "passed" && faulty) throw new DomainError("screening.passedWithFault");
  if (decision.outcome === "failed" && !faulty) throw new DomainError("screening.failedWithoutFault");
  if (decision.outcome === "failed") checkReason(decision);
}

/** Refuses `screening.reasonMissing` (422) when neither a listed reason nor 20 letters are given. */
export function checkReason({ reason, reasonKeys = [] }: { reason: string; reasonKeys?: readonly string[] }): void {
  if (reasonKeys.length === 0 && reason.trim().length < shortestReason) {
    throw new DomainError("screening.reasonMissing", { params: { minimum: shortestReason } });
  }
}

/** Refuses `screening.reasonUnknown` (422) for a key the edition's list does not hold. */
export function checkReasonKeys(rules: Pick<ScreeningRules, "reasons">, keys: readonly string[]): void {
  const known = new Set(rules.reasons.map(({ key }) => key));
  if (keys.some((key) => !known.has(key))) throw new DomainError("screening.reasonUnknown");
}

/** The reasons of a decision as an agency reads them: those of the list in its order, then the free text. */
export function reasonText(rules: Pick<ScreeningRules, "reasons">, given: { reasonKeys: readonly string[]; reason: string }, locale: "id" | "en"): string {
  const listed = rules.reasons.filter(({ key }) => given.reasonKeys.includes(key)).map(({ text }) => text[locale]);
  return [...listed, given.reason.trim()].filter(Boolean).join("\n");
}

/**
 * When a correction asked for now is due, UTC ms: so many days of 24 hours as the edition says. Refuses an edition that knows no
 * corrections (`screening.noCorrections`), an entry that was given back as often as it may (`screening.correctionsUsed`), and
 * an end after screening has closed, because nobody could decide then (`screening.correctionTooLate`, 409).
 */
export function correctionDue(definition: Definition, given: { used: number; now: number }): number {
  const { times, days } = definition.screening.corrections;
  if (times === 0) throw new DomainError("screening.noCorrections", { kind: "conflict" });
  if (given.used >= times) throw new DomainError("screening.correctionsUsed", { kind: "conflict", params: { count: times } });
  const dueAt = given.now + days * dayMs;
  checkCorrectionEnd(definition, dueAt);
  return dueAt;
}

/** An agency's time ends before screening does (`screening.correctionTooLate`, 409). */
export function checkCorrectionEnd(definition: Definition, dueAt: number): void {
  const { closesAt } = screeningStage(definition);
  if (closesAt !== null && dueAt >= closesAt) {
    throw new DomainError("screening.correctionTooLate", { kind: "conflict", params: { time: { at: closesAt - 60_000, zone: definition.zone } } });
  }
}

/** The end of the time to appeal, UTC ms, half-open; null where the edition knows no appeal or nothing was announced. */
export const appealsCloseAt = (rules: ScreeningRules, announcedAt: number | null): number | null =>
  rules.appealDays === 0 || announcedAt === null ? null : announcedAt + rules.appealDays * dayMs;

/** When an appeal filed now is to be decided, UTC ms. */
export const appealDue = (rules: ScreeningRules, now: number): number => now + rules.appealDecisionDays * dayMs;
