import { twinsOf } from "#app/features/scoring/signals/copying/rules.ts";
import { binomialTail, correlationOf, deviationOf, meanOf, medianOf, normalOfT, outliersOf, tailOf, trendOf } from "#app/features/scoring/signals/statistics/rules.ts";
import { type Alarm, type AssessorSignals, type Figures, type SheetFact, type Signal } from "#app/features/scoring/signals/types.ts";

/** Fewest locked sheets of which anything is said. */
export const leastSheets = 10;

/** An alarm is rung where chance alone would ring it less often than this: once in a thousand assessors. */
export const alarmChance = 0.001;

/**
 * How often each alarm rings of an assessor who does nothing strange, at most, as `npm run bench signals` measures it in
 * simulated years and a test holds it to. The page prints these beside the alarms.
 */
export const falseAlarms: Record<Signal, number> = {
  severity: 0.004,
  spread: 0.004,
  halo: 0.004,
  identical: 0.004,
  speed: 0.004,
  drift: 0.003,
  bias: 0.003,
  copying: 0.003,
};

/**
 * What is strange about each assessor, compared with all of them: figures, and an alarm for each that lies beyond `alarmChance`.
 * An alarm names a person to look at; it drops no mark and changes no ranking.
 */
export function assessorSignals(facts: readonly SheetFact[]): AssessorSignals[] {
  // Sums of fractions depend on their order: the same marks give the same bytes however they come.
  const sheets = [...facts].sort((a, b) => (`${a.assessor} ${a.entry}` < `${b.assessor} ${b.entry}` ? -1 : 1));
  const byAssessor = gathered(sheets);
  const assessors = [...byAssessor.keys()].sort();
  const gaps = gapsOf(sheets);
  const twins = twinsOf(sheets);
  const figures = assessors.map((assessor) => figuresOf(byAssessor.get(assessor) ?? [], gaps, twins.get(assessor)));
  const far = { severity: farOf(figures, "severity"), spread: farOf(figures, "spread"), halo: farOf(figures, "halo"), minutes: farOf(figures, "minutes") };
  const repeats = repeatRate([...byAssessor.values()]);
  return assessors.map((assessor, at) => {
    const own = byAssessor.get(assessor) ?? [];
    const chances: Partial<Record<Signal, number | null>> = {
      severity: twoSided(far.severity[at]),
      spread: twoSided(far.spread[at]),
      halo: above(far.halo[at]),
      speed: above(negative(far.minutes[at])),
      identical: own.length < leastSheets ? null : binomialTail(repeatsOf(own), own.length, repeats(own)),
      drift: driftChance(own, gaps),
      bias: biasOf(own, gaps)?.chance ?? null,
      copying: own.length < leastSheets ? null : (twins.get(assessor)?.chance ?? null),
    };
    return { assessor, figures: figures[at] as Figures, alarms: alarmsOf(chances) };
  });
}

/** The same figures of one person from his own sheets alone: nothing in them depends on what anybody else gave. */
export function ownFigures(sheets: readonly SheetFact[]): Pick<Figures, "sheets" | "spread" | "halo" | "identical" | "minutes"> & { mean: number | null; trend: number | null } {
  const enough = sheets.length >= leastSheets;
  const trend = enough ? trendOf(inTime(sheets).map(({ total }) => total)) : null;
  return {
    sheets: sheets.length,
    mean: sheets.length === 0 ? null : meanOf(sheets.map(({ total }) => total)),
    spread: enough ? deviationOf(sheets.map(({ total }) => total)) : null,
    halo: enough ? haloOf(sheets) : null,
    identical: enough ? repeatsOf(sheets) / sheets.length : null,
    minutes: minutesOf(sheets),
    trend: trend === null ? null : trend.slope * (sheets.length - 1),
  };
}

function gathered(sheets: readonly SheetFact[]): Map<string, SheetFact[]> {
  const groups = new Map<string, SheetFact[]>();
  for (const sheet of sheets) {
    const known = groups.get(sheet.assessor);
    if (known) known.push(sheet);
    else groups.set(sheet.assessor, [sheet]);
  }
  return groups;
}

/** For each sheet what it gives more than the mean of the others of its entry; entries with one sheet say nothing. */
function gapsOf(sheets: readonly SheetFact[]): Map<SheetFact, number> {
  const sums = new Map<string, { sum: number; n: number }>();
  for (const { entry, total } of sheets) {
    const known = sums.get(entry) ?? { sum: 0, n: 0 };
    sums.set(entry, { sum: known.sum + total, n: known.n + 1 });
  }
  return new Map(
    sheets.flatMap((sheet) => {
      const { sum, n } = sums.get(sheet.entry) as { sum: number; n: number };
      return n < 2 ? [] : [[sheet, sheet.total - (sum - sheet.total) / (n - 1)] as const];
    }),
  );
}

type Gaps = ReadonlyMap<SheetFact, number>;

function figuresOf(own: readonly SheetFact[], gaps: Gaps, twin: ReturnType<typeof twinsOf> extends Map<string, infer T> ? T | undefined : never): Figures {
  const enough = own.length >= leastSheets;
  const differences = own.flatMap((sheet) => gaps.get(sheet) ?? []);
  const bias = biasOf(own, gaps);
  const trend = differences.length >= leastSheets ? trendOf(inTime(own).flatMap((sheet) => gaps.get(sheet) ?? [])) : null;
  return {
    sheets: own.length,
    severity: differences.length >= leastSheets ? meanOf(differences) : null,
    spread: enough ? deviationOf(own.map(({ total }) => total)) : null,
    halo: enough ? haloOf(own) : null,
    identical: enough ? repeatsOf(own) / own.length : null,
    minutes: minutesOf(own),
    drift: trend === null ? null : trend.slope * (differences.length - 1),
    bias: bias && { stratum: bias.stratum, difference: bias.difference },
    copying: twin && twin.share > 0 ? { other: twin.other, share: twin.share, shared: twin.shared } : null,
  };
}

const inTime = (sheets: readonly SheetFact[]): SheetFact[] => [...sheets].sort((a, b) => a.lockedAt - b.lockedAt || (a.entry < b.entry ? -1 : 1));

/** Median minutes where they are known of at least so many sheets. */
function minutesOf(sheets: readonly SheetFact[]): number | null {
  const known = sheets.flatMap(({ minutes }) => minutes ?? []);
  return known.length < leastSheets ? null : medianOf(known);
}

/** Mean correlation over all pairs of criteria; criteria that never vary count as one with any other. */
function haloOf(sheets: readonly SheetFact[]): number | null {
  const columns = (sheets[0]?.marks ?? []).map((_, at) => sheets.map(({ marks }) => marks[at] as number));
  const pairs = columns.flatMap((a, at) => columns.slice(at + 1).map((b) => correlationOf(a, b) ?? 1));
  return pairs.length === 0 ? null : meanOf(pairs);
}

const rowOf = ({ marks }: SheetFact): string => marks.join(" ");

/** Sheets whose row of marks stood on an earlier own sheet. */
const repeatsOf = (sheets: readonly SheetFact[]): number => sheets.length - new Set(sheets.map(rowOf)).size;

/** The rate of repeated rows of everybody else: somebody who repeats himself does not hide behind his own rate. */
function repeatRate(groups: readonly SheetFact[][]): (own: readonly SheetFact[]) => number {
  const repeats = groups.reduce((sum, own) => sum + repeatsOf(own), 0);
  const sheets = groups.reduce((sum, own) => sum + own.length, 0);
  return (own) => (repeats - repeatsOf(own) + 1) / (sheets - own.length + 1);
}

/** How far each lies from all on the scale on which ordinary ones lie like a bell: ratios by their logarithm, halo by Fisher's z. */
function farOf(figures: readonly Figures[], key: "severity" | "spread" | "halo" | "minutes"): (number | null)[] {
  return outliersOf(
    figures.map((figure) => {
      const value = figure[key];
      if (value === null || key === "severity") return value;
      if (key === "halo") return Math.atanh(Math.min(0.999, value));
      // A spread of zero lies further off than any other.
      return Math.log(Math.max(value, 0.05));
    }),
  );
}

const negative = (z: number | null | undefined): number | null => (z === null || z === undefined ? null : -z);
const twoSided = (z: number | null | undefined): number | null => (z === null || z === undefined ? null : tailOf(z));
const above = (z: number | null | undefined): number | null => (z === null || z === undefined ? null : z > 0 ? tailOf(z) / 2 : 1);

function driftChance(own: readonly SheetFact[], gaps: Gaps): number | null {
  const differences = inTime(own).flatMap((sheet) => gaps.get(sheet) ?? []);
  const trend = differences.length < leastSheets ? null : trendOf(differences);
  return trend && tailOf(normalOfT(trend.t, differences.length - 2));
}

/** Fewest sheets of a category, and outside it, of which a difference is told from chance. */
const leastOfStratum = 5;

/**
 * The category in which somebody differs most from himself elsewhere, by Student's t of his differences to the others; the chance is
 * that of any of his categories being so.
 */
function biasOf(own: readonly SheetFact[], gaps: Gaps): { stratum: string; difference: number; chance: number } | null {
  const told = own.filter((sheet) => gaps.has(sheet));
  const differencesOf = (fits: (sheet: SheetFact) => boolean): number[] => told.filter(fits).map((sheet) => gaps.get(sheet) as number);
  const found = [...new Set(told.map(({ stratum }) => stratum))].sort().flatMap((stratum) => {
    const [inside, outside] = [differencesOf((sheet) => sheet.stratum === stratum), differencesOf((sheet) => sheet.stratum !== stratum)];
    if (inside.length < leastOfStratum || outside.length < leastOfStratum) return [];
    const difference = meanOf(inside) - meanOf(outside);
    const freedom = inside.length + outside.length - 2;
    const squares = deviationOf(inside) ** 2 * (inside.length - 1) + deviationOf(outside) ** 2 * (outside.length - 1);
    const error = Math.sqrt((squares / freedom) * (1 / inside.length + 1 / outside.length));
    return error === 0 ? [] : [{ stratum, difference, chance: tailOf(normalOfT(difference / error, freedom)) }];
  });
  const [first] = found.sort((a, b) => a.chance - b.chance);
  return first ? { ...first, chance: Math.min(1, first.chance * found.length) } : null;
}

const alarmsOf = (chances: Partial<Record<Signal, number | null>>): Alarm[] =>
  (Object.entries(chances) as [Signal, number | null][]).flatMap(([signal, chance]) => (chance !== null && chance < alarmChance ? [{ signal, chance }] : []));
