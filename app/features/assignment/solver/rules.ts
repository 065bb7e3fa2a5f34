import { checkAssignments } from "#app/features/assignment/solver/checker/rules.ts";
import { costsOf, lastLinkingStep } from "#app/features/assignment/solver/costs/rules.ts";
import { shortagesOf } from "#app/features/assignment/solver/feasibility/rules.ts";
import { cheapestFlow, costOf, type Flow, pairsWithin } from "#app/features/assignment/solver/flow/rules.ts";
import { compareLinkage, isLinked, linkageOf } from "#app/features/assignment/solver/linkage/rules.ts";
import { type Built, buildProgram, choiceFrom } from "#app/features/assignment/solver/program/rules.ts";
import { reasonsOf } from "#app/features/assignment/solver/reasons/rules.ts";
import { repair } from "#app/features/assignment/solver/repair/rules.ts";
import { pointsOf, tableOf } from "#app/features/assignment/solver/table/rules.ts";
import type { Choice, Costs, Instance, Linkage, Outcome, Phase, Shortage, Solution, Table } from "#app/features/assignment/solver/types.ts";
import type { BinaryProgram, ProgramAnswer } from "#app/lib/binary-program.ts";

/** Columns beyond which the whole model is too large for a small machine, and the flow with its repair stands alone. */
const largestProgram = 340_000;
/** Pairs tried first: those that cost at most this much more than the flow's. */
const narrowest = 40;
/** Part of the preferences that may be lost so that the worst served entry is served better. */
const floorLoss = 0.02;

export type Tools = {
  seed: number;
  /** Solves a 0/1 program exactly; null = never, the flow and its repair stand alone. */
  solveProgram: ((program: BinaryProgram) => Promise<ProgramAnswer>) | null;
  report?: (phase: Phase) => void;
};

/**
 * Gives every entry its readers: never a barred pair, exactly as many as asked, loads in their bounds, an expert each and one
 * seat an organisation where the rules say so, readers linked well enough to compare them (METHODS, section 2), and of all these
 * the cheapest. The flow is exact but for the rules about readers together; the repair mends those; the whole model proves or
 * betters it where it is small enough. The same instance and seed give the same result whatever the order of rows. Where it
 * cannot be done, names the entries and why.
 */
export async function solve(instance: Instance, tools: Tools): Promise<Outcome> {
  const table = tableOf(instance);
  tools.report?.("check");
  const shortages = shortagesOf(table);
  if (shortages.length > 0) return { ok: false, shortages };
  const linked = linkedFlow(table, tools);
  if (!linked.ok) return { ok: false, shortages: [linked.shortage] };
  tools.report?.("repair");
  const floor = table.match ? fairFloor(table, linked.costs, linked.flow.choice) : null;
  const mended = repair(table, linked.costs, linked.flow.choice, floor);
  const found = await best({ ...tools, table, costs: linked.costs, floor, flow: linked.flow, mended });
  if (!found.ok) return found;
  tools.report?.("explain");
  return { ok: true, solution: solutionOf(table, tools, { ...linked, ...found }) };
}

type Linked = { costs: Costs; flow: FlowFound; linking: number; linkage: Linkage };

/** The flow at the lowest step of the ladder that links its readers well enough; at the best there is where none does. */
function linkedFlow(table: Table, { seed, report }: Tools): ({ ok: true } & Linked) | { ok: false; shortage: Shortage } {
  const found: Linked[] = [];
  for (let linking = 0; linking <= lastLinkingStep; linking += 1) {
    report?.(linking === 0 ? "flow" : "linking");
    const costs = costsOf(table, seed, linking);
    const flow = cheapestFlow(table, costs);
    if (!flow.ok) return flow;
    const linkage = linkageOf(flow.choice, table.assessors.length);
    const one = { costs, flow, linking, linkage };
    if (isLinked(flow.choice, linkage)) return { ok: true, ...one };
    found.push(one);
  }
  return { ok: true, ...(found.sort((a, b) => compareLinkage(a.linkage, b.linkage) || a.linking - b.linking)[0] as Linked) };
}

/** The highest least sum of points that costs no more than its share of all points, found by halving. */
function fairFloor(table: Table, costs: Costs, flow: Choice): number | null {
  const sums = (choice: Choice): number[] => choice.map((readers, i) => readers.reduce((sum, j) => sum + pointsOf(table, i * table.assessors.length + j), 0));
  const least = (choice: Choice): number => sums(choice).reduce((a, b) => Math.min(a, b), Infinity);
  const total = (choice: Choice): number => sums(choice).reduce((a, b) => a + b, 0);
  const spared = total(flow) - floorLoss * Math.abs(total(flow));
  let [low, high, found]: [number, number, number | null] = [least(flow), bestWorst(table), null];
  for (let step = 0; step < 8 && high - low > 0.5; step += 1) {
    const floor = (low + high) / 2;
    const { choice, broken } = repair(table, costs, flow, floor);
    if (broken.length === 0 && total(choice) >= spared) {
      found = least(choice);
      low = Math.max(floor, found);
    } else high = floor;
  }
  return found;
}

/** What the worst served entry would have if every entry had its best readers. */
function bestWorst(table: Table): number {
  const J = table.assessors.length;
  return table.entries.reduce((worst, _, i) => {
    const points = Array.from({ length: J }, (__, j) => i * J + j).filter((pair) => table.open[pair]).map((pair) => pointsOf(table, pair));
    const sum = points.sort((a, b) => b - a).slice(0, table.need[i] as number).reduce((a, b) => a + b, 0);
    return Math.min(worst, sum);
  }, Infinity);
}

type Search = Tools & { table: Table; costs: Costs; floor: number | null; flow: FlowFound; mended: { choice: number[][]; broken: number[] } };
type FlowFound = Extract<Flow, { ok: true }>;
type Found = { ok: true; choice: number[][]; status: Solution["status"]; gap: number; method: Solution["method"] };
type Refused = { ok: false; shortages: Shortage[] };

async function best(search: Search): Promise<Found | Refused> {
  const { table, costs, mended, flow } = search;
  const isMended = mended.broken.length === 0;
  const cost = isMended ? costOf(table, costs, mended.choice) : Infinity;
  if (cost === flow.cost) return { ok: true, choice: mended.choice, status: "optimal", gap: 0, method: mended.choice.every((readers, i) => readers.join() === flow.choice[i]?.join()) ? "flow" : "repair" };
  const exact = search.solveProgram ? await wholeModel(search, search.solveProgram) : null;
  if (exact) return exact;
  if (!isMended) return { ok: false, shortages: [broken(table, mended.broken)] };
  return { ok: true, choice: mended.choice, status: "feasible", gap: (cost - flow.cost) / Math.max(1, Math.abs(flow.cost)), method: "repair" };
}

const broken = (table: Table, entries: readonly number[]): Shortage => ({ kind: "rules", entries: entries.map((i) => table.entries[i] as string) });

/**
 * The whole model, without most of its pairs: those the flow finds dear are left out, the relaxed program prices them, and
 * whatever its prices say could better the result comes back in. What remains out cannot, so the result is the best of the
 * model over all pairs. null where even that would be too large.
 */
async function wholeModel(search: Search, solveProgram: NonNullable<Tools["solveProgram"]>): Promise<Found | Refused | null> {
  const { table, costs, floor, mended } = search;
  search.report?.("program");
  const start = mended.broken.length === 0 ? mended.choice : null;
  const relaxed = await relax(search, solveProgram);
  if (relaxed === null) return null;
  if (!relaxed.ok) return { ok: false, shortages: [broken(table, mended.broken)] };
  const { kept, reduced, bound } = relaxed;
  if (relaxed.whole) return { ok: true, choice: relaxed.whole, status: "optimal", gap: 0, method: "program" };
  for (let least = Infinity; ; ) {
    const built = buildProgram({ table, costs, kept, floor, start, relaxed: false });
    const answer = await solveProgram(built.program);
    // Where no whole solution is known yet, every pair must be tried before there is none.
    const reach = answer.columns === null ? Infinity : answer.objective - bound;
    const more = widen(table, kept, reduced, Math.min(reach, least));
    if (more > 0 && count(kept) > largestProgram) return null;
    if (answer.columns === null && more === 0) return { ok: false, shortages: [broken(table, mended.broken)] };
    if (answer.columns !== null && (more === 0 || reach < 1)) return provedBy(answer, answer.columns, built, table, bound);
    least = reach;
  }
}

function provedBy(answer: ProgramAnswer, columns: Float64Array, built: Built, table: Table, relaxed: number): Found {
  const bound = Math.max(answer.bound, relaxed);
  const gap = (answer.objective - bound) / Math.max(1, Math.abs(bound));
  const isBest = answer.status === "optimal" || answer.objective - bound < 1;
  return { ok: true, choice: choiceFrom(built, columns, table), status: isBest ? "optimal" : "feasible", gap: isBest ? 0 : gap, method: "program" };
}

/** `whole`: the choice, where the relaxed program happens to need no fractions and so proves itself the best. */
type Relaxed = { ok: true; kept: Uint8Array; reduced: Float64Array; bound: number; whole: number[][] | null } | { ok: false };

/** The relaxed program over all pairs, by adding whatever its prices call for: its cost, and what each pair would add to it. */
async function relax({ table, costs, floor, flow, mended }: Search, solveProgram: NonNullable<Tools["solveProgram"]>): Promise<Relaxed | null> {
  const J = table.assessors.length;
  let width: number = narrowest;
  const kept = pairsWithin(table, costs, flow, width);
  mended.choice.forEach((readers, i) => readers.forEach((j) => (kept[i * J + j] = 1)));
  const reduced = new Float64Array(table.open.length);
  for (;;) {
    if (count(kept) > largestProgram) return null;
    const built = buildProgram({ table, costs, kept, floor, start: null, relaxed: true });
    const answer = await solveProgram(built.program);
    if (answer.prices === null) {
      // Pairs of an entry whose readers are all fixed never come in: what there is to try is what an endless width lets in.
      if (pairsWithin(table, costs, flow, Infinity).every((one, pair) => !one || kept[pair])) return { ok: false };
      width *= 4;
      pairsWithin(table, costs, flow, width).forEach((one, pair) => (kept[pair] = Math.max(one, kept[pair] as number)));
      continue;
    }
    for (let pair = 0; pair < reduced.length; pair += 1) reduced[pair] = table.open[pair] ? built.reducedCost(pair, answer.prices) : Infinity;
    if (widen(table, kept, reduced, -1e-6) > 0) continue;
    const isWhole = answer.columns?.every((value) => Math.abs(value - Math.round(value)) < 1e-6);
    return { ok: true, kept, reduced, bound: answer.objective, whole: isWhole && answer.columns ? choiceFrom(built, answer.columns, table) : null };
  }
}

const count = (kept: Uint8Array): number => kept.reduce((sum, one) => sum + one, 0);

/** Lets in every pair that adds at most `reach`; says how many came. */
function widen({ open }: Table, kept: Uint8Array, reduced: Float64Array, reach: number): number {
  let came = 0;
  for (let pair = 0; pair < kept.length; pair += 1) {
    if (kept[pair] || !open[pair] || (reduced[pair] as number) > reach) continue;
    kept[pair] = 1;
    came += 1;
  }
  return came;
}

function solutionOf(table: Table, { seed }: Tools, found: Linked & Found): Solution {
  const { choice, costs, linking } = found;
  const assignments = choice.flatMap((readers, i): [string, string][] => readers.map((j) => [table.entries[i] as string, table.assessors[j] as string]));
  const { checks, faults, outside } = checkAssignments(table.instance, assignments);
  const { components, ratio, fiedler } = linkageOf(choice, table.assessors.length);
  return {
    assignments,
    objective: costOf(table, costs, choice),
    status: found.status,
    gap: found.gap,
    method: found.method,
    linking,
    checks: { ...checks, components, contrastVarianceRatio: ratio },
    faults,
    fiedler,
    outside,
    reasons: reasonsOf({ table, costs, choice, seed, linking }),
  };
}
