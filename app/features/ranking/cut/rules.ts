import type { AwardList, CutAxis, Minimum, Shares } from "#app/features/competitions/definition/types.ts";
import type { Cut, PartsOf } from "#app/features/ranking/cut/types.ts";
import type { CutRow, RankedRow } from "#app/features/ranking/types.ts";
import { DomainError } from "#app/lib/errors.ts";

/** Weights of criteria times weights of stages, both in basis points, as values of rows carry them. */
const scale = 100_000_000n;
const whole = 10_000;

/** An entry that can be listed, with its place in the order and what it belongs to. */
type Candidate = { row: RankedRow; parts: PartsOf };

const nowhere: PartsOf = { group: "", category: "", agencyKind: "", region: "", remote: "" };

/**
 * Draws the line. Only rows that reach the pass mark are listed or kept in reserve; fewer of them than places is no fault.
 * Without shares the best are listed, `size` of them. With shares each part first gets its places by largest remainder, its best
 * first, and what a part cannot fill goes to the best of the rest. Minima come last: the best of a part that has too few takes the
 * place of the lowest listed row no other minimum needs. The reserve is the best of those not listed. Never more than `size`.
 */
export function cutList(rows: readonly RankedRow[], cut: Cut, partsOf: (row: RankedRow) => PartsOf = () => nowhere): CutRow[] {
  const passing = rows.filter((row) => reaches(row, cut.passMark)).map((row) => ({ row, parts: partsOf(row) }));
  const chosen = shareOut(passing, cut);
  for (const minimum of cut.minima ?? []) fill(minimum, { passing, chosen, minima: cut.minima ?? [] });
  const reserve = new Set(passing.filter(({ row }) => !chosen.has(row.proposalId)).slice(0, cut.reserve).map(({ row }) => row.proposalId));
  const best = new Set(passing.slice(0, cut.size).map(({ row }) => row.proposalId));
  const nominees = nomineesOf(passing, cut);
  return rows.map((row) => {
    const by = chosen.get(row.proposalId);
    return { ...row, listed: by !== undefined, reserve: reserve.has(row.proposalId), nominee: nominees.has(row.proposalId), listedBy: by === undefined || best.has(row.proposalId) ? null : by };
  });
}

function reaches({ value, judged = value }: RankedRow, passMark: number | null): boolean {
  return passMark === null || judged.n >= BigInt(passMark) * scale * judged.d;
}

/** The best of each part, so many for each of its places; without shares the best of all. */
function nomineesOf(passing: readonly Candidate[], { size, shares, nominees = 0 }: Cut): Set<RankedRow["proposalId"]> {
  const named = shares
    ? [...placesOf(shares, size)].flatMap(([key, places]) => passing.filter(({ parts }) => parts[shares.by] === key).slice(0, places * nominees))
    : passing.slice(0, size * nominees);
  return new Set(named.map(({ row }) => row.proposalId));
}

/** Rule by which a row was listed, by proposal: null for the order alone. */
type Chosen = Map<RankedRow["proposalId"], string | null>;

/** Said of a row that only a rule over parts lists: `share:agencyKind:kota`. */
const ruleKey = (kind: "share" | "minimum", by: CutAxis, key: string): string => `${kind}:${by}:${key}`;

function shareOut(passing: readonly Candidate[], { size, shares }: Cut): Chosen {
  const chosen: Chosen = new Map();
  if (shares) {
    for (const [key, places] of placesOf(shares, size)) {
      const best = passing.filter(({ parts }) => parts[shares.by] === key).slice(0, places);
      for (const { row } of best) chosen.set(row.proposalId, ruleKey("share", shares.by, key));
    }
  }
  for (const { row } of passing) {
    if (chosen.size >= size) break;
    if (!chosen.has(row.proposalId)) chosen.set(row.proposalId, null);
  }
  return chosen;
}

/**
 * Places of each part by largest remainder (Hamilton): whole places first, the rest by remainder, equals in the order of the rule.
 * Parts that come to less than the whole share no more than what they come to.
 */
export function placesOf({ parts }: Shares, size: number): Map<string, number> {
  const exact = parts.map(({ key, weightBp }) => ({ key, floor: Math.floor((size * weightBp) / whole), rest: (size * weightBp) % whole }));
  const shared = Math.floor((size * parts.reduce((sum, { weightBp }) => sum + weightBp, 0)) / whole);
  const left = shared - exact.reduce((sum, { floor }) => sum + floor, 0);
  const lucky = new Set(exact.toSorted((a, b) => b.rest - a.rest).slice(0, Math.max(0, left)).map(({ key }) => key));
  return new Map(exact.map(({ key, floor }) => [key, floor + (lucky.has(key) ? 1 : 0)]));
}

type Filling = { passing: readonly Candidate[]; chosen: Chosen; minima: readonly Minimum[] };

const belongs = ({ parts }: Candidate, { by, key }: Minimum): boolean => parts[by] === key;

/** Lists the best of a part until it has its least, as long as somebody can give way to them. */
function fill(minimum: Minimum, { passing, chosen, minima }: Filling): void {
  const isListed = ({ row }: Candidate): boolean => chosen.has(row.proposalId);
  for (;;) {
    const listed = passing.filter(isListed);
    if (listed.filter((one) => belongs(one, minimum)).length >= minimum.least) return;
    const next = passing.find((one) => !isListed(one) && belongs(one, minimum));
    const leaving = next && listed.findLast((one) => mayLeave(one, { minimum, minima, listed, next }));
    if (!next || !leaving) return;
    chosen.delete(leaving.row.proposalId);
    chosen.set(next.row.proposalId, ruleKey("minimum", minimum.by, minimum.key));
  }
}

type Leaving = { minimum: Minimum; minima: readonly Minimum[]; listed: readonly Candidate[]; next: Candidate };

/** Whether no minimum loses by it: each that the leaving row serves has more than its least, or is served by the next one as well. */
const mayLeave = (one: Candidate, { minimum, minima, listed, next }: Leaving): boolean =>
  !belongs(one, minimum) &&
  minima.every((other) => !belongs(one, other) || belongs(next, other) || listed.filter((row) => belongs(row, other)).length > other.least);

/** Size, reserve, pass mark, shares and minima of a list. Refuses `ranking.rulesMissing` while the size is unknown. */
export function cutOf({ size, reserve, passMark, shares, minima, nominees }: AwardList): Cut {
  if (size === null) throw new DomainError("ranking.rulesMissing", { kind: "conflict" });
  return { size, reserve, passMark, shares, minima, nominees };
}
