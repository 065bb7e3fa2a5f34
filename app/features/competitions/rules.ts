import { type Gap, gaps, leaves } from "#app/features/competitions/definition/rules.ts";
import type {
  AwardList,
  Category,
  Definition,
  FormField,
  Group,
  Rubric,
  Stage,
  StageKind,
  Words,
} from "#app/features/competitions/definition/types.ts";
import { keyedPath } from "#app/features/competitions/editing/places/rules.ts";
import type { Edition, EditionId, Seat, SeatRole } from "#app/features/competitions/types.ts";
import type { Standing } from "#app/features/notifications/types.ts";
import { DomainError, type FieldFault, InvalidInput, notFound } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { instantOfLocal, localOfInstant } from "#app/lib/zones.ts";

const minute = 60_000;

/** The stage with the key; refuses `competitions.stageUnknown`. */
export const stageOf = (definition: Definition, key: string): Stage =>
  found(definition.stages, key, "competitions.stageUnknown");

export const stagesOfKind = (definition: Definition, kind: StageKind): Stage[] =>
  definition.stages.filter((stage) => stage.kind === kind);

/** Every edition has exactly one stage of registration; a definition without it is refused before opening. */
export function registrationStage(definition: Definition): Stage {
  const [stage] = stagesOfKind(definition, "registration");
  if (!stage) throw notFound("competitions.stageUnknown");
  return stage;
}

/** Whether `now` lies in the half-open window [opensAt, closesAt), UTC ms; a window not yet set is never open. */
export const isOpen = (stage: Pick<Stage, "opensAt" | "closesAt">, now: number): boolean =>
  stage.opensAt !== null && stage.closesAt !== null && stage.opensAt <= now && now < stage.closesAt;

/** The stage whose window holds `now`; null between stages, before the first and after the last. */
export const currentStage = (definition: Definition, now: number): Stage | null =>
  definition.stages.find((stage) => isOpen(stage, now)) ?? null;

/** The first stage that has not begun; null when all have. */
export const upcomingStage = (definition: Definition, now: number): Stage | null =>
  definition.stages.find((stage) => stage.opensAt !== null && now < stage.opensAt) ?? null;

/**
 * Refuses whatever comes outside the stage's window: `competitions.windowNotYet` before it, `competitions.windowClosed` from
 * its last instant on. The closing time is said as the last minute inside: an end at 00:00 is 23.59 of the day before.
 */
export function requireOpen(definition: Definition, stageKey: string, now: number): void {
  const stage = stageOf(definition, stageKey);
  if (isOpen(stage, now)) return;
  const { name, opensAt, closesAt } = stage;
  if (opensAt === null || closesAt === null) {
    throw new DomainError("competitions.windowUnset", { kind: "conflict", params: { stage: name } });
  }
  const early = now < opensAt;
  throw new DomainError(early ? "competitions.windowNotYet" : "competitions.windowClosed", {
    kind: "conflict",
    params: { stage: name, time: { at: early ? opensAt : closesAt - minute, zone: definition.zone } },
  });
}

/** The score sheet of a stage; refuses `competitions.rubricUnknown` where nothing is marked. */
export function rubricOf(definition: Definition, stageKey: string): Rubric {
  const rubric = definition.rubrics.find(({ stage }) => stage === stageKey);
  if (!rubric) throw notFound("competitions.rubricUnknown");
  return rubric;
}

/**
 * What every letter and notice about an edition carries: its name in the reader's language, 1 where it is a rehearsal, and which
 * edition it is, so that its secretariat finds the letter in its outbox.
 */
export const editionFacts = (edition: Edition, locale: keyof Words): { editionId: string; edition: string; rehearsal: number } => ({
  editionId: edition.id,
  edition: edition.definition.name[locale],
  rehearsal: edition.rehearsal ? 1 : 0,
});

export const listOf = (definition: Definition, listKey: string): AwardList =>
  found(definition.lists, listKey, "competitions.listUnknown");

export const groupOf = (definition: Definition, key: string): Group =>
  found(definition.groups, key, "competitions.groupUnknown");

export const categoryOf = (definition: Definition, key: string): Category =>
  found(definition.categories, key, "competitions.categoryUnknown");

/** The questions asked of a group, in the order of the form. */
export const fieldsFor = (definition: Definition, groupKey: string): FormField[] =>
  definition.fields.filter(({ groups }) => groups.length === 0 || groups.includes(groupKey));

/** Whether a question is answered by a file: one of the entrant's own, or a letter signed on the organiser's template. */
export const isFileQuestion = ({ kind }: Pick<FormField, "kind">): boolean => kind === "file" || kind === "statement";

function found<T extends { key: string }>(items: readonly T[], key: string, code: string): T {
  const item = items.find((candidate) => candidate.key === key);
  if (!item) throw notFound(code);
  return item;
}

/** A preset's name for another year: `KIPP 2022` becomes `KIPP 2026`; a name without the year gets it at its end. */
export function nameForYear(name: Words, from: number, to: number): Words {
  const renamed = (text: string): string =>
    text.includes(String(from)) ? text.replaceAll(String(from), String(to)) : `${text} ${to}`;
  return { id: renamed(name.id), en: renamed(name.en) };
}

/** Refuses `competitions.registrationOver`: an edition opened after its registration closed could take nothing in. */
export function checkOpening(definition: Definition, now: number): void {
  const { closesAt } = registrationStage(definition);
  if (closesAt === null || now < closesAt) return;
  const time = { at: closesAt - minute, zone: definition.zone };
  throw new DomainError("competitions.registrationOver", { kind: "conflict", params: { time } });
}

/** Refuses `competitions.stagesRunning` until the last window of the edition has ended. */
export function checkClosure(definition: Definition, now: number): void {
  const last = definition.stages.findLast((stage) => stage.closesAt !== null && now < stage.closesAt);
  if (!last || last.closesAt === null) return;
  const time = { at: last.closesAt - minute, zone: definition.zone };
  throw new DomainError("competitions.stagesRunning", { kind: "conflict", params: { stage: last.name, time } });
}

/** Refuses `competitions.lastOrganiser`: an edition without its secretariat could not be run. */
export function checkSeatRemoval(seat: Pick<Seat, "role">, organisers: number): void {
  if (seat.role === "organiser" && organisers <= 1) throw new DomainError("competitions.lastOrganiser", { kind: "conflict" });
}

const judging: readonly SeatRole[] = ["evaluator", "juror", "chair"];

/** Seats one person may not hold together in one edition, in either order: who judges neither admits, runs nor audits it. */
const apart: readonly (readonly [readonly SeatRole[], readonly SeatRole[]])[] = [
  [judging, ["screener", "organiser", "auditor"]],
  [["signatory"], ["organiser", "chair"]],
];

/** The first of the held seats that does not go with another; undefined when they go together. */
export const seatAgainst = (held: readonly SeatRole[], role: SeatRole): SeatRole | undefined =>
  held.find((other) =>
    apart.some(([one, rest]) => (one.includes(role) && rest.includes(other)) || (one.includes(other) && rest.includes(role))),
  );

/**
 * The values an organiser fills in a draft: what is unknown, what the preset leaves unknown, and every window, because no year
 * repeats another's dates. Things are compared by their keys, so that what was added or moved since takes nothing else's place.
 */
export function fillableGaps(definition: Definition, preset: Definition | null): Gap[] {
  const known = new Set(preset ? gaps(preset).map(({ path }) => keyedPath(preset, path)) : []);
  const unknown = new Set(gaps(definition).map(({ path }) => path));
  return leaves(definition)
    .filter(({ path, kind }) => kind === "instant" || unknown.has(path) || known.has(keyedPath(definition, path)))
    .map(({ path, kind, label }) => ({ path, kind, label }));
}

/** The value of a definition at a gap's dotted path; null while unknown. */
export function valueAt(definition: Definition, path: string): number | null {
  const value = path.split(".").reduce<unknown>((node, key) => (node as Record<string, unknown> | null)?.[key], definition);
  return typeof value === "number" ? value : null;
}

/** Most of anything a person may type for a whole number: far above any real limit, far below a lost digit. */
const wholeMost = 1_000_000;
const megabyte = 1024 * 1024;

type GapReading = { value: number | null } | { fault: string; params: Record<string, number> };

/**
 * Reads what was typed for a gap: a local time of the edition's zone, per cent with at most two decimals, marks in points,
 * sizes in MB, else a whole number. Empty text is unknown again. Decimal comma and point are both understood.
 */
export function readGapValue(kind: Gap["kind"], text: string, zone: string): GapReading {
  const typed = text.trim();
  if (typed === "") return { value: null };
  if (kind === "instant") {
    const at = instantOfLocal(zone, typed.slice(0, 16));
    return at === null ? { fault: "notADate", params: {} } : { value: at };
  }
  const number = /^\d+([.,]\d{1,2})?$/.test(typed) ? Number(typed.replace(",", ".")) : Number.NaN;
  if (Number.isNaN(number)) return { fault: "notANumber", params: {} };
  const scale = scaleOf(kind);
  const maximum = kind === "basisPoints" ? 100 : wholeMost;
  if (number > maximum) return { fault: "tooBig", params: { maximum } };
  if (scale === 1 && !Number.isInteger(number)) return { fault: "notWhole", params: {} };
  return { value: Math.round(number * scale) };
}

/** How many stored units one typed unit is: hundredths of a point, basis points of a per cent, bytes of a MB. */
function scaleOf(kind: Gap["kind"]): number {
  if (kind === "basisPoints" || kind === "mark") return 100;
  return kind === "bytes" ? megabyte : 1;
}

/** A stored value as a person types it: the inverse of readGapValue, with a decimal comma. */
export function typedGapValue(kind: Gap["kind"], value: number | null, zone: string): string {
  if (value === null) return "";
  if (kind === "instant") return localOfInstant(zone, value);
  const typed = value / scaleOf(kind);
  return Number.isInteger(typed) ? String(typed) : typed.toFixed(2).replace(".", ",");
}

/** Reads a whole form of gaps; refuses it with every fault beside its field. A name that is no gap is a fault, too. */
export function readGapValues(
  fillable: readonly Gap[],
  values: Readonly<Record<string, string>>,
  zone: string,
): { path: string; value: number | null }[] {
  const kinds = new Map(fillable.map((gap) => [gap.path, gap.kind]));
  const faults: FieldFault[] = [];
  const read: { path: string; value: number | null }[] = [];
  for (const [path, text] of Object.entries(values)) {
    const kind = kinds.get(path);
    const reading = kind ? readGapValue(kind, text, zone) : { fault: "unknownField", params: {} };
    if ("fault" in reading) faults.push({ path, code: reading.fault, params: reading.params });
    else read.push({ path, value: reading.value });
  }
  if (faults.length > 0) throw new InvalidInput(faults, values);
  return read;
}

/** By what right a letter about the work of an edition reaches whoever has a seat there. */
export const asSeated = (userId: Id<"user">, editionId: EditionId): Standing => ({ userId, scope: "edition", scopeId: editionId });
