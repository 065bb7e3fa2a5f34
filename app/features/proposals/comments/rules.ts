import type { Definition } from "#app/features/competitions/definition/types.ts";
import type { Comment, ThreadState, ThreadStep } from "#app/features/proposals/comments/types.ts";
import { identitySection } from "#app/features/proposals/form/rules.ts";
import { DomainError, InvalidInput } from "#app/lib/errors.ts";

/** Part of a comment that is about the proposal as a whole. */
export const wholeProposal = "";

/** What becomes of a thread by each step. What is not in the table cannot happen; an answer opens what was closed. */
const steps: Record<ThreadState, Partial<Record<ThreadStep, ThreadState>>> = {
  open: { answer: "open", resolve: "resolved" },
  resolved: { answer: "open", reopen: "open" },
};

export const stateOfThread = ({ resolvedAt }: Pick<Comment, "resolvedAt">): ThreadState => (resolvedAt === null ? "open" : "resolved");

export const canStepThread = (state: ThreadState, step: ThreadStep): boolean => steps[state][step] !== undefined;

/** The state after a step. Refuses `proposals.commentStep` (409) where the table has none. */
export function nextThreadState(state: ThreadState, step: ThreadStep): ThreadState {
  const next = steps[state][step];
  if (!next) throw new DomainError("proposals.commentStep", { kind: "conflict" });
  return next;
}

/** Refuses a part the form does not have (422, beside the field). */
export function checkPart({ fields }: Pick<Definition, "fields">, part: string): void {
  if (part === wholeProposal || part === identitySection || fields.some(({ key }) => key === part)) return;
  throw new InvalidInput([{ path: "part", code: "notAChoice", params: {} }]);
}

/** Nobody speaks about what is withdrawn: refuses `proposals.stepNotPossible` (409). What was said stays readable. */
export function requireSpoken({ status }: { status: string }): void {
  if (status === "withdrawn") throw new DomainError("proposals.stepNotPossible", { kind: "conflict" });
}

/** Threads in the order of the form, the proposal as a whole first, then by their first words. */
export function byForm<T extends { part: string; at: number }>({ fields }: Pick<Definition, "fields">, threads: readonly T[]): T[] {
  const order = [wholeProposal, identitySection, ...fields.map(({ key }) => key)];
  const place = ({ part }: T): number => (order.includes(part) ? order.indexOf(part) : order.length);
  return threads.toSorted((a, b) => place(a) - place(b) || a.at - b.at);
}
