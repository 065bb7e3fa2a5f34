import type { Definition, Stage, StageKind } from "#app/features/competitions/definition/types.ts";
import type { EditionStatus } from "#app/features/competitions/types.ts";

/**
 * Until when a value of an open edition may be changed: always; until a stage begins, which is the one the value stands on, the
 * first of a kind, or the first whose marks a list counts; or not at all.
 */
type Until = { until: "always" } | { until: "own" } | { until: "counted" } | { until: "ends"; kind: StageKind } | { until: "begins"; kind: StageKind };

/** `raise`: it may become more, or no limit, never less. `keep`: lines are added and worded anew, none is taken away. */
export type Permission = { pattern: string } & Until & { only?: "raise" | "keep" };

/**
 * What may still be changed once an edition is open, by the path of the value with keys; `*` is one step. What is not here is
 * frozen: nobody who wrote, screened or judged by a rule is to find another. The choice of these lines is ours; the principle
 * is the one of the real announcements, which change dates and contacts and nothing that was entered by.
 */
export const permissions: readonly Permission[] = [
  { pattern: "help.*", until: "always" },
  { pattern: "fields.*.help", until: "always" },
  { pattern: "sections.*.help", until: "always" },
  { pattern: "reminders", until: "always" },
  { pattern: "screening.reasons", until: "always", only: "keep" },
  { pattern: "screening.requirements.*.help", until: "always" },
  { pattern: "screening.*", until: "begins", kind: "screening" },
  { pattern: "screening.corrections.*", until: "begins", kind: "screening" },
  { pattern: "quotas", until: "ends", kind: "registration", only: "raise" },
  { pattern: "groups.*.quotaPerAgency", until: "ends", kind: "registration", only: "raise" },
  { pattern: "rubrics.*.criteria.*.weightBp", until: "own" },
  { pattern: "rubrics.*.criteria.*.levels", until: "own" },
  { pattern: "rubrics.*.criteria.*.help", until: "own" },
  { pattern: "rubrics.*.readers", until: "own" },
  { pattern: "rubrics.*.readersMost", until: "own" },
  { pattern: "rubrics.*.blind", until: "own" },
  { pattern: "conflicts.*", until: "begins", kind: "screening" },
  { pattern: "reading.*", until: "begins", kind: "desk" },
  { pattern: "lists.*.size", until: "counted" },
  { pattern: "lists.*.reserve", until: "counted" },
  { pattern: "lists.*.passMark", until: "counted" },
  { pattern: "lists.*.quantity", until: "counted" },
  { pattern: "lists.*.passOn", until: "counted" },
  { pattern: "lists.*.nominees", until: "counted" },
  { pattern: "lists.*.waivable", until: "counted" },
  { pattern: "lists.*.quorum", until: "counted" },
  { pattern: "lists.*.composition", until: "counted" },
  { pattern: "lists.*.ties", until: "counted" },
  { pattern: "lists.*.shares", until: "counted" },
  { pattern: "lists.*.minima", until: "counted" },
  { pattern: "interview.*", until: "begins", kind: "interview" },
  { pattern: "stages.*.opensAt", until: "own" },
  { pattern: "stages.*.closesAt", until: "own" },
  { pattern: "objections.*", until: "begins", kind: "finalists" },
];

const fits = (pattern: string, path: string): boolean => {
  const names = path.split(".");
  const steps = pattern.split(".");
  return steps.length === names.length && steps.every((step, index) => step === "*" || step === names[index]);
};

/** The line of the table that speaks of a path; null = frozen once open. */
export const permissionFor = (path: string): Permission | null => permissions.find(({ pattern }) => fits(pattern, path)) ?? null;

/** Whether the value at a keyed path may be changed now: anything of a draft, by the table once open, nothing once closed. */
export function mayChangeNow(definition: Definition, path: string, at: { status: EditionStatus; now: number }): boolean {
  if (at.status !== "open") return at.status === "draft";
  const permission = permissionFor(path);
  if (!permission) return false;
  if (permission.until === "always") return true;
  if (permission.until === "ends") return stageOfKind(definition, permission.kind).every(({ closesAt }) => closesAt === null || at.now < closesAt);
  return stagesMeant(definition, path, permission).every(({ opensAt }) => opensAt === null || at.now < opensAt);
}

const stageOfKind = ({ stages }: Definition, kind: StageKind): Stage[] => stages.filter((stage) => stage.kind === kind).slice(0, 1);

function stagesMeant(definition: Definition, path: string, permission: Permission): Stage[] {
  if (permission.until === "begins") return stageOfKind(definition, permission.kind);
  const key = path.split(".")[1];
  if (permission.until === "own") return definition.stages.filter((stage) => stage.key === key);
  const list = definition.lists.find((one) => one.key === key);
  // A list that counts nothing yet is frozen with the stage it is determined in.
  const counted = list ? [...list.composition.map(({ stage }) => stage), list.stage] : [];
  return definition.stages.filter((stage) => counted.includes(stage.key));
}

/** Whether a limit became no smaller: 0 is no limit; a limit that is gone is no limit. */
export const isRaised = (before: number | null, after: number | null): boolean =>
  (after ?? 0) === 0 || ((before ?? 0) !== 0 && (after ?? 0) >= (before ?? 0));

/** No line taken away: what was decided with it would lose its words. */
export const keepsAll = (before: readonly { key: string }[], after: readonly { key: string }[]): boolean =>
  before.every(({ key }) => after.some((line) => line.key === key));

type QuotaLine = { group: string | null; agencyKind: string; limit: number };

/** No quota smaller than it was, and none where there was none. */
export const areRaised = (before: readonly QuotaLine[], after: readonly QuotaLine[]): boolean =>
  after.every((line) => {
    const known = before.find(({ group, agencyKind }) => group === line.group && agencyKind === line.agencyKind);
    return known !== undefined && isRaised(known.limit, line.limit);
  }) && before.every((line) => line.group === null || after.some(({ group, agencyKind }) => group === line.group && agencyKind === line.agencyKind));
