import type { Bars } from "#app/features/conflicts/types.ts";
import type { Abstention } from "#app/features/ranking/types.ts";
import { DomainError } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";

/** An entry of which a list decides something: listed, or in its reserve. */
export type Decided = { proposalId: Id<"proposal">; agencyId: Id<"agency">; number: number };

/** Numbers of the decided entries a person may not judge, in order. */
export function abstained(decided: readonly Decided[], { agencyIds, proposalIds }: Bars): number[] {
  const [agencies, entries] = [new Set(agencyIds), new Set(proposalIds)];
  return decided
    .filter(({ agencyId, proposalId }) => agencies.has(agencyId) || entries.has(proposalId))
    .map(({ number }) => number)
    .sort((a, b) => a - b);
}

export type Signed = { abstentions: readonly Abstention[]; signers: number };

/** Numbers of which nobody under a list decides: all of its signers abstain, and so does the second person. */
export function bothAbstain({ abstentions, signers }: Signed, second: readonly Abstention[]): number[] {
  const first = abstentions.filter(({ act }) => act === "sign");
  const without = (number: number): number => first.filter(({ numbers }) => numbers.includes(number)).length;
  return second.flatMap(({ numbers }) => numbers).filter((number) => without(number) >= signers);
}

/**
 * Every entry of a list is decided by at least one of the persons under it: refuses `ranking.nobodyDecides` with how many both
 * abstain from, so that another one approves. Which they are is said to nobody who may not judge them.
 */
export function checkCovered(first: Signed, second: readonly Abstention[]): void {
  const left = bothAbstain(first, second);
  if (left.length > 0) throw new DomainError("ranking.nobodyDecides", { kind: "conflict", params: { count: left.length } });
}
