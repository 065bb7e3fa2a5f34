import { type Connectivity, connectivityOf } from "#app/features/ranking/calibration/connectivity/rules.ts";
import { designOf, marksGiven, marksHeard, rawMeans, readsOf } from "#app/features/ranking/calibration/design/rules.ts";
import { isEstimable } from "#app/features/ranking/calibration/estimable/rules.ts";
import { calibratedMeans, fitCalibration, qualities } from "#app/features/ranking/calibration/fit/rules.ts";
import { type Flag, flagsOf, leniencyErrors } from "#app/features/ranking/calibration/guards/rules.ts";
import { trimmedMeans } from "#app/features/ranking/calibration/trimming/rules.ts";
import type { Design, Fit, Mark } from "#app/features/ranking/calibration/types.ts";
import { drawRanks, type Uncertainty } from "#app/features/ranking/calibration/uncertainty/rules.ts";
import { withinEntryMeans } from "#app/features/ranking/calibration/within/rules.ts";
import { drawLine } from "#app/features/ranking/recount/line/rules.ts";
import { orderBy, ranksOf, sharedRanks, type Step } from "#app/features/ranking/recount/order/rules.ts";
import { requireSense } from "#app/features/ranking/recount/sense/rules.ts";
import { criterionMeans, totalsOf } from "#app/features/ranking/recount/totals/rules.ts";
import type { MarkRow, Recount, RecountedEntry, RecountRules, Warning } from "#app/features/ranking/recount/types.ts";
import { intervalAlpha } from "#app/features/ranking/reliability/agreement/rules.ts";
import { DomainError } from "#app/lib/errors.ts";

/** Chance of belonging between which a place is not settled by the marks there are. */
const bandFrom = 0.05;
const bandTo = 0.95;

type Recounting = { rules: RecountRules; cuts: readonly number[]; seed: number; draws: number };

/**
 * A ranking from a table of marks alone, as it was published: totals, calibration, probabilities, ties, cuts and every guard. The
 * order of the rows changes nothing. Where leniency cannot be estimated the raw mean ranks and a warning says so. Refuses
 * `ranking.disconnected` (409) for a graph in pieces unless the rules record a waiver, what the marks themselves break, and rules
 * that do not fit them (`requireSense`).
 */
export function recount(rows: readonly MarkRow[], given: Recounting): Recount {
  const { rules, seed, draws } = given;
  requireSense(rows, rules);
  const excluded = new Set(rules.exclude.map(({ assessor }) => assessor));
  const kept = rows.filter(({ assessor }) => !excluded.has(assessor));
  const marks = totalsOf(kept, rules);
  const design = designOf(marks);
  const connectivity = connectivityOf(design);
  const fit = isEstimable(design) ? fitCalibration(design) : null;
  if (fit && connectivity.components > 1 && !rules.waivers.some(({ code }) => code === "disconnected")) {
    throw new DomainError("ranking.disconnected", { kind: "conflict", params: { count: connectivity.components } });
  }
  const flags = flagsOf(design);
  const uncertainty = fit ? drawRanks(fit, { cuts: cutsOf(given), draws, seed }) : null;
  const entries = entriesOf({ design, fit, uncertainty, rows: kept, marks, flags, given });
  return {
    model: modelOf(fit, { seed, draws }),
    entries: entries.toSorted((a, b) => a.rank - b.rank),
    assessors: assessorsOf(design, { fit, flags }),
    ...(fit && design.panels.length > 0 ? { panels: panelsOf(fit) } : {}),
    connectivity,
    reliability: reliabilityOf(design, fit),
    cuts: rules.cuts.map((cut) => drawLine(passingOf(entries, { rules, rows: kept }), cut)),
    warnings: warningsOf({ design, fit, flags, connectivity, rows: kept, rules }),
  };
}

/** Sizes asked for, and those the rules cut at; each once, in order. */
const cutsOf = ({ cuts, rules }: Pick<Recounting, "cuts" | "rules">): number[] =>
  [...new Set([...cuts, ...rules.cuts.map(({ size }) => size)])].sort((a, b) => a - b);

type Ranked = {
  design: Design;
  fit: Fit | null;
  uncertainty: Uncertainty | null;
  rows: readonly MarkRow[];
  marks: readonly Mark[];
  flags: readonly Flag[][];
  given: Recounting;
};

function entriesOf(ranked: Ranked): RecountedEntry[] {
  const { design, fit, uncertainty, rows, given } = ranked;
  const raw = rawMeans(design);
  const calibrated = fit ? calibratedMeans(fit) : raw;
  const quality = fit ? qualities(fit) : null;
  const values = given.rules.quantity === "quality" && quality ? quality : calibrated;
  const { order, separatedBy } = orderBy(values, { names: design.entries, steps: stepsOf(raw, { design, rows, rules: given.rules }), seed: given.seed });
  const ranks = ranksOf(order);
  const rawRanks = sharedRanks(raw, design.entries);
  const within = fit ? sharedRanks(withinEntryMeans(design), design.entries) : null;
  const without = fit ? ranksWithout(ranked) : null;
  const trimmed = trimmedMeans(design);
  const trimmedRanks = sharedRanks(trimmed.values, design.entries);
  return design.entries.map((entry, i) => ({
    entry,
    marks: readsOf(design, i),
    rawMean: raw[i] as number,
    rawRank: rawRanks[i] as number,
    calibrated: calibrated[i] as number,
    rank: ranks[i] as number,
    quality: quality?.[i] ?? null,
    pTop: uncertainty && Object.fromEntries([...uncertainty.pTop].map(([cut, shares]) => [cut, shares[i] as number])),
    expectedRank: uncertainty?.expectedRank[i] ?? null,
    rank90: uncertainty?.rank90[i] ?? null,
    band: uncertainty && Object.fromEntries([...uncertainty.pTop].map(([cut, shares]) => [cut, isInBand(shares[i] as number)])),
    sensitivity: {
      withinEntryOnlyRank: within?.[i] ?? null,
      withoutFlaggedRank: without?.get(entry) ?? null,
      trimmedMeanRank: trimmed.isTrimmed[i] ? (trimmedRanks[i] as number) : null,
    },
    tie: separatedBy[i] ?? null,
  }));
}

const isInBand = (p: number): boolean => p > bandFrom && p < bandTo;

/** The named rules in their order, or the raw mean and then every criterion as the rules or the table list them. */
function stepsOf(raw: Float64Array, { design, rows, rules }: { design: Design; rows: readonly MarkRow[]; rules: RecountRules }): Step[] {
  const means = criterionMeans(rows);
  const criteria = rules.criteria.length > 0 ? rules.criteria.map(({ key }) => key) : [...new Set(rows.map(({ criterion }) => criterion))].sort();
  const keys = rules.ties.length > 0 ? rules.ties : ["rawMean", ...criteria.filter((key) => key !== "")];
  return keys
    .filter((key) => key !== "draw")
    .map((key) => ({ key, of: (at) => (key === "rawMean" ? (raw[at] as number) : (means.get(design.entries[at] as string)?.get(key) ?? 0)) }));
}

/** Ranks by the calibrated mean of a fit without the flagged assessors; null where nobody is flagged or nothing is left to fit. */
function ranksWithout({ design, marks, flags }: Ranked): Map<string, number> | null {
  const flagged = new Set(design.assessors.filter((_, j) => (flags[j]?.length ?? 0) > 0));
  const kept = marks.filter(({ assessor }) => !flagged.has(assessor));
  if (flagged.size === 0 || kept.length === 0) return null;
  const rest = designOf(kept);
  if (!isEstimable(rest)) return null;
  const ranks = sharedRanks(calibratedMeans(fitCalibration(rest)), rest.entries);
  return new Map(rest.entries.map((entry, i) => [entry, ranks[i] as number]));
}

const modelOf = (fit: Fit | null, { seed, draws }: { seed: number; draws: number }): Recount["model"] => ({
  ...{ seed, draws },
  reml: fit?.reml ?? null,
  variance: fit?.variances ?? null,
  means: fit && Object.fromEntries(fit.design.strata.map((stratum, g) => [stratum, fit.means[g] as number])),
});

function assessorsOf(design: Design, { fit, flags }: { fit: Fit | null; flags: readonly Flag[][] }): Recount["assessors"] {
  const given = marksGiven(design);
  const errors = fit && leniencyErrors(fit);
  return design.assessors.map((assessor, j) => ({
    assessor,
    marks: given[j] as number,
    leniency: fit?.leniency[j] ?? null,
    se: errors?.[j] ?? null,
    flags: flags[j] ?? [],
  }));
}

/** What every panel gave above the others, points, with its standard error; its assessors' own leniency is not in it. */
export function panelsOf(fit: Fit): NonNullable<Recount["panels"]> {
  const { panels, assessors } = fit.design;
  const [heard, errors] = [marksHeard(fit.design), leniencyErrors(fit)];
  return panels.map((panel, k) => ({
    ...{ panel, marks: heard[k] as number },
    leniency: fit.panelLeniency[k] as number,
    se: errors[assessors.length + k] as number,
  }));
}

/**
 * Shares of variance of one mark, of a mean of as many marks as there were, and of its calibrated mean (Brennan 2001). What a panel
 * gives is the same in all marks of an entry it heard, so that more of its marks make it no smaller.
 */
export function reliabilityOf(design: Design, fit: Fit | null): Recount["reliability"] {
  const units = design.entries.map((_, i) => [...design.values.subarray(design.first[i], design.first[i + 1])]);
  const alphaInterval = intervalAlpha(units);
  if (!fit) return { single: null, meanRaw: null, meanCalibrated: null, alphaInterval };
  const { entry, assessor, residual, panel = 0 } = fit.variances;
  const reads = design.values.length / design.entries.length;
  const share = (noise: number): number => entry / (entry + noise);
  const raw = (assessor + residual) / reads + panel / panelsAnEntry(design);
  return { single: share(assessor + residual + panel), meanRaw: share(raw), meanCalibrated: share(residual / reads), alphaInterval };
}

/** By how many panels an entry was heard, on average. */
function panelsAnEntry({ entries, first, panelOf }: Design): number {
  const heard = entries.map((_, i) => new Set(panelOf.subarray(first[i], first[i + 1])).size);
  return Math.max(1, heard.reduce((sum, count) => sum + count, 0) / entries.length);
}

function passingOf(entries: readonly RecountedEntry[], { rules, rows }: { rules: RecountRules; rows: readonly MarkRow[] }) {
  const clusters = new Map(rows.map(({ entry, cluster }) => [entry, cluster]));
  const valueOf = (entry: RecountedEntry, on: NonNullable<RecountRules["passMark"]>["on"]): number =>
    on === "raw" ? entry.rawMean : on === "calibrated" ? entry.calibrated : (entry.quality ?? entry.calibrated);
  const { passMark } = rules;
  return entries
    .filter((entry) => passMark === null || valueOf(entry, passMark.on) >= passMark.value)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ entry }) => ({ entry, cluster: clusters.get(entry) ?? "" }));
}

type Warned = {
  design: Design;
  fit: Fit | null;
  flags: readonly Flag[][];
  connectivity: Connectivity;
  rows: readonly MarkRow[];
  rules: RecountRules;
};

function warningsOf({ design, fit, flags, connectivity, rows, rules }: Warned): Warning[] {
  const about = (code: Warning["code"], params: Warning["params"] = {}, assessor: string | null = null): Warning => ({ code, assessor, params });
  const edges = fit ? (["entry", "assessor", "panel"] as const).filter((part) => fit.boundary[part]) : [];
  return [
    ...(fit ? [] : [about("notEstimable", { entries: design.entries.length, marks: design.values.length })]),
    ...(connectivity.components > 1 ? [about("disconnected", { count: connectivity.components, reason: waiverOf(rules) })] : []),
    ...edges.map((part) => about("boundary", { part })),
    ...(fit && design.hasUntoldPanels ? [about("panelsUntold")] : []),
    ...(rules.criteria.length === 0 && rows.some(({ criterion }) => criterion !== "") ? [about("assumedEqualWeights")] : []),
    ...rules.exclude.map(({ assessor, reason }) => about("excluded", { reason }, assessor)),
    ...design.assessors.flatMap((assessor, j) => (flags[j] ?? []).map((flag) => about(flag, {}, assessor))),
  ];
}

const waiverOf = ({ waivers }: RecountRules): string => waivers.find(({ code }) => code === "disconnected")?.reason ?? "";
