import { fillGap, gaps } from "#app/features/competitions/definition/rules.ts";
import type { AwardList, Definition, Preset, Stage, StageKind } from "#app/features/competitions/definition/types.ts";
import { twoMegabytes } from "#app/features/competitions/presets/parts.ts";
import { nameForYear } from "#app/features/competitions/rules.ts";
import { dayOfInstant, instantOfLocal } from "#app/lib/zones.ts";

/**
 * A preset with every gap filled by stated rehearsal values, for another year: no gaps, no faults. Windows begin at local
 * midnight of the day of `registrationOpensAt` in the edition's zone and keep the rhythm of a real year, about seven months.
 */
export function rehearsalDefinition(
  preset: Pick<Preset, "definition">,
  at: { year: number; registrationOpensAt: number },
): Definition {
  const { definition } = preset;
  const renamed = { ...definition, year: at.year, name: nameForYear(definition.name, definition.year, at.year) };
  const weighted = withEvenWeights(renamed);
  const scheduled = withWindows(weighted, at.registrationOpensAt);
  return gaps(scheduled).reduce((filled, { path }) => fillGap(filled, path, rehearsalValue(filled, path)), scheduled);
}

const whole = 10_000;

/** Unknown weights share what the known ones leave, evenly; the remainder goes to the first. */
function withEvenWeights(definition: Definition): Definition {
  return {
    ...definition,
    rubrics: definition.rubrics.map((rubric) => ({ ...rubric, criteria: evened(rubric.criteria) })),
    lists: definition.lists.map((list) => ({ ...list, composition: evened(list.composition) })),
  };
}

function evened<T extends { weightBp: number | null }>(parts: readonly T[]): T[] {
  const known = parts.reduce((sum, { weightBp }) => sum + (weightBp ?? 0), 0);
  const open = parts.filter(({ weightBp }) => weightBp === null).length;
  if (open === 0) return [...parts];
  const share = Math.floor((whole - known) / open);
  const first = parts.findIndex(({ weightBp }) => weightBp === null);
  return parts.map((part, index) =>
    part.weightBp === null ? { ...part, weightBp: index === first ? whole - known - share * (open - 1) : share } : part,
  );
}

/** Days a stage lasts and days before it begins, as in a real year; interviews last as long as their number needs. */
const rhythm: Record<StageKind, { pause: number; days: number }> = {
  registration: { pause: 0, days: 30 },
  screening: { pause: 1, days: 12 },
  desk: { pause: 3, days: 29 },
  finalists: { pause: 1, days: 12 },
  interview: { pause: 7, days: 7 },
  visit: { pause: 3, days: 7 },
  publicScoring: { pause: 1, days: 7 },
  winners: { pause: 1, days: 14 },
  ceremony: { pause: 56, days: 1 },
};

function withWindows(definition: Definition, registrationOpensAt: number): Definition {
  const { zone } = definition;
  let day = dayOfInstant(zone, registrationOpensAt);
  const stages = definition.stages.map((stage): Stage => {
    const opens = daysAfter(day, rhythm[stage.kind].pause);
    day = daysAfter(opens, stage.kind === "interview" ? interviewDays(definition) : rhythm[stage.kind].days);
    return { ...stage, opensAt: midnight(zone, opens), closesAt: midnight(zone, day) };
  });
  return { ...definition, stages };
}

/** Whole weeks of five working days that hold every finalist before one panel. */
function interviewDays({ lists, stages, interview }: Definition): number {
  const finals = new Set(stages.filter(({ kind }) => kind === "finalists").map(({ key }) => key));
  const entries = lists.filter(({ stage }) => finals.has(stage)).reduce((sum, list) => sum + (list.size ?? sizeFor(list)), 0);
  const workingDays = Math.ceil(entries / (interview?.perDay ?? values.perDay));
  return Math.max(rhythm.interview.days, Math.ceil(workingDays / 5) * 7);
}

const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

const midnight = (zone: string, day: string): number => instantOfLocal(zone, `${day}T00:00`) as number;

/** Stated once: what a rehearsal uses where a year's rule is not known. */
const values: Record<string, number> & { perDay: number } = {
  minimumAgeMonths: 12,
  quotaPerAgency: 10,
  maxWords: 400,
  maxBytes: twoMegabytes,
  readers: 2,
  presentationMinutes: 7,
  questionMinutes: 13,
  perDay: 9,
  confirmHoursBefore: 24,
  windowDays: 5,
  decisionDays: 5,
};

/** Sizes of lists that the sources do not give: 273 were reported as finalists of 2025. */
const sizes: Record<string, number> = { finalis: 273, pemenang: 45, terbaik: 15 };
const sizeFor = ({ key }: AwardList): number => sizes[key] ?? 15;

function rehearsalValue(definition: Definition, path: string): number {
  const [part, index, name] = path.split(".");
  if (part === "lists" && name === "size") return sizeFor(definition.lists[Number(index)] as AwardList);
  const value = values[path.split(".").at(-1) ?? ""];
  if (value === undefined) throw new RangeError(`no rehearsal value for ${path}`);
  return value;
}
