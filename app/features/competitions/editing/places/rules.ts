import type { Definition, Words } from "#app/features/competitions/definition/types.ts";
import { type Collection, collections, type Part, parts, type Place } from "#app/features/competitions/editing/types.ts";

/** Where a list of things stands in the definition. */
export const pathOfCollection = (collection: Collection, sheet = ""): string => {
  if (collection === "requirements") return "screening.requirements";
  return collection === "criteria" ? `rubrics.${sheet}.criteria` : collection;
};

/** The path of what a page edits, things named by their keys; empty for a part that edits values of the edition itself. */
export function pathOf({ part, item, criterion }: Place): string {
  if (item === undefined) return "";
  const own = `${pathOfCollection(part as Collection)}.${item}`;
  return criterion === undefined ? own : `${own}.criteria.${criterion}`;
}

/** The value at a dotted path; a thing of a list is named by its key, a score sheet by its stage, anything by its index. */
export const valueOf = (node: unknown, path: string): unknown =>
  path === "" ? node : path.split(".").reduce<unknown>((at, part) => (Array.isArray(at) ? at[indexOf(at, part)] : (at as Record<string, unknown> | null | undefined)?.[part]), node);

/** A copy with another value at the path. */
export function withValueAt<T>(node: T, path: string, value: unknown): T {
  if (path === "") return value as T;
  const [head = "", ...rest] = path.split(".");
  const below = rest.join(".");
  if (Array.isArray(node)) {
    const index = indexOf(node, head);
    return node.map((item: unknown, at) => (at === index ? withValueAt(item, below, value) : item)) as T;
  }
  const object = (node ?? {}) as Record<string, unknown>;
  return { ...object, [head]: withValueAt(object[head], below, value) } as T;
}

function indexOf(items: readonly unknown[], name: string): number {
  const named = items.findIndex((item) => nameOf(item) === name);
  return named >= 0 || !/^\d+$/.test(name) ? named : Number(name);
}

/** A thing's key; a score sheet goes by its stage. */
export function nameOf(item: unknown): string | undefined {
  const { key, stage, criteria } = (item ?? {}) as { key?: unknown; stage?: unknown; criteria?: unknown };
  if (typeof key === "string") return key;
  return Array.isArray(criteria) && typeof stage === "string" ? stage : undefined;
}

/** A path with indexes, as faults and gaps name it, as a path with keys: `fields.3.maxWords` is `fields.inovasi.maxWords`. */
export function keyedPath(definition: Definition, path: string): string {
  let node: unknown = definition;
  const names = path.split(".").map((part) => {
    const isItem = Array.isArray(node);
    node = (node as Record<string, unknown> | null | undefined)?.[part];
    return (isItem ? nameOf(node) : undefined) ?? part;
  });
  return names.join(".");
}

const rootParts: Record<string, Part> = {
  quotas: "quotas",
  screening: "screening",
  organisingBodies: "bodies",
  conflicts: "conflicts",
  reading: "reading",
  reminders: "reminders",
  help: "help",
  interview: "interview",
  objections: "objections",
};

/** The page on which a value is edited, and its path there. */
export function placeOf(definition: Definition, path: string): { place: Place; control: string } {
  const names = keyedPath(definition, path).split(".");
  const [head = "", second, third, fourth] = names;
  if (head === "screening" && second === "requirements") return itemPlace("requirements", names.slice(2));
  if (head === "rubrics" && third === "criteria" && fourth !== undefined && !/^\d+$/.test(fourth)) {
    return { place: { part: "rubrics", item: second, criterion: fourth }, control: names.slice(4).join(".") };
  }
  if ((collections as readonly string[]).includes(head)) return itemPlace(head as Part, names.slice(1));
  return { place: { part: rootParts[head] ?? "basics" }, control: names.join(".") };
}

function itemPlace(part: Part, names: readonly string[]): { place: Place; control: string } {
  const [item, ...rest] = names;
  return { place: item === undefined ? { part } : { part, item }, control: rest.join(".") };
}

/** The address of a page below the editor. */
export const addressOf = ({ part, item, criterion }: Place): string => [part, item, criterion].filter((one) => one !== undefined).join("/");

/** Whether the address names a page of this edition. */
export function isPlace(definition: Definition, place: { part?: string; item?: string; criterion?: string }): place is Place {
  if (!(parts as readonly string[]).includes(place.part ?? "")) return false;
  const { part, item, criterion } = place as Place;
  if (item === undefined) return true;
  if (!(collections as readonly string[]).includes(part) || (criterion !== undefined && part !== "rubrics")) return false;
  return nameOf(valueOf(definition, pathOf(place as Place))) === (criterion ?? item);
}

/** What a thing is called. */
export function titleOf(definition: Definition, place: Place): Words | null {
  const { name, label, reason, stage } = (valueOf(definition, pathOf(place)) ?? {}) as { name?: Words; label?: Words; reason?: Words; stage?: string };
  if (place.item === undefined) return null;
  return name ?? label ?? reason ?? definition.stages.find(({ key }) => key === stage)?.name ?? null;
}
