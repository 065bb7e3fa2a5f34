import type { Definition, FieldKind, FormField, Words } from "#app/features/competitions/definition/types.ts";
import { makeKey } from "#app/features/competitions/editing/keys/rules.ts";
import { nameOf, pathOfCollection, valueOf, withValueAt } from "#app/features/competitions/editing/places/rules.ts";
import type { Collection } from "#app/features/competitions/editing/types.ts";
import { notFound } from "#app/lib/errors.ts";

type Item = Record<string, unknown>;

/** A list of things, and for criteria the sheet they stand on. */
export type Place = { collection: Collection; sheet?: string };
export type NewItem = { name: Words; kind?: string };

/** The things of a list. Refuses `competitions.partUnknown`. */
export function itemsOf(definition: Definition, { collection, sheet }: Place): Item[] {
  const items = valueOf(definition, pathOfCollection(collection, sheet));
  if (!Array.isArray(items)) throw notFound("competitions.partUnknown");
  return items as Item[];
}

const withItems = (definition: Definition, { collection, sheet }: Place, items: readonly Item[]): Definition =>
  withValueAt(definition, pathOfCollection(collection, sheet), items);

/** Every key of the lists whose things one may refer to in one breath: a name used once is not made twice. */
const keysOf = (items: readonly Item[]): string[] => items.flatMap((item) => nameOf(item) ?? []);

/** A new thing at the end of its list, with what its kind needs and nothing else; its key is made from its name. */
export function withNewItem(definition: Definition, place: Place, given: NewItem): { definition: Definition; key: string } {
  const items = itemsOf(definition, place);
  const key = place.collection === "rubrics" ? (given.kind ?? "") : makeKey(given.name.id, keysOf(items));
  return { definition: withItems(definition, place, [...items, { ...blank(definition, place.collection, given), ...(place.collection === "rubrics" ? { stage: key } : { key }) }]), key };
}

const empty: Words = { id: "", en: "" };

function blank(definition: Definition, collection: Collection, { name, kind }: NewItem): Item {
  switch (collection) {
    case "groups":
      return { name, description: empty, byInvitation: false, minimumAgeMonths: null, quotaPerAgency: null };
    case "categories":
      return { name, sdgs: [] };
    case "stages":
      return { kind: (kind ?? "screening"), name, opensAt: null, closesAt: null };
    case "sections":
      return { name, help: empty };
    case "fields":
      return blankField(name, (kind ?? "longText") as FieldKind);
    case "rubrics":
      return { maxMark: 10_000, criteria: [], readers: null, blind: false };
    case "criteria":
      return { name, help: empty, weightBp: null, levels: [], claimField: null };
    case "lists":
      return blankList(definition, name);
    case "exclusions":
      return { groups: [], competitions: [], tiers: [], fromYear: null, toYear: null, effect: "refuse", reason: name };
    case "requirements":
      return { name, help: empty, groups: [], fields: [], hint: null };
  }
}

const blankField = (label: Words, kind: FieldKind): Omit<FormField, "key"> => ({
  ...{ kind, label, help: empty, required: true, groups: [], maxWords: null, options: [], maxBytes: null, accept: [], min: null, max: null },
  ...{ evidence: false, when: null, section: null, columns: [], minRows: 0, maxRows: 0, template: null },
});

const blankList = ({ stages, groups }: Definition, name: Words): Item => ({
  ...{ name, stage: stages.find(({ kind }) => kind === "finalists" || kind === "winners")?.key ?? "finalists", groups: groups.map(({ key }) => key) },
  ...{ size: null, from: null, composition: [], passMark: null, quantity: "calibrated", passOn: "calibrated", nominees: 0, waivable: true, quorum: "majority", reserve: 0, ties: [], shares: null, minima: [], serialCode: "", certificate: true },
});

/** A copy right behind the thing itself, with a key of its own. A serial code is nobody's twice. */
export function withCopy(definition: Definition, place: Place, key: string, nameOfCopy: (name: Words) => Words): { definition: Definition; key: string } {
  const items = itemsOf(definition, place);
  const index = indexOf(items, key);
  const item: Item = items[index] ?? {};
  const titled = (["name", "label", "reason"] as const).find((one) => one in item) ?? "name";
  const name = nameOfCopy(item[titled] as Words);
  const own = makeKey(name.id, keysOf(items));
  const code = "serialCode" in item ? { serialCode: "" } : {};
  const copy = { ...structuredClone(item), [titled]: name, key: own, ...code };
  return { definition: withItems(definition, place, items.toSpliced(index + 1, 0, copy)), key: own };
}

/** The thing one place up or down; at the end of the list nothing changes. */
export function withMoved(definition: Definition, place: Place, key: string, by: 1 | -1): Definition {
  const items = itemsOf(definition, place);
  const index = indexOf(items, key);
  const target = index + by;
  if (target < 0 || target >= items.length) return definition;
  const rest = items.toSpliced(index, 1);
  return withItems(definition, place, rest.toSpliced(target, 0, ...items.slice(index, index + 1)));
}

/** The list without the thing. What refers to it has been asked before. */
export function withoutItem(definition: Definition, place: Place, key: string): Definition {
  const items = itemsOf(definition, place);
  return withItems(definition, place, items.toSpliced(indexOf(items, key), 1));
}

function indexOf(items: readonly Item[], key: string): number {
  const index = items.findIndex((item) => nameOf(item) === key);
  if (index < 0) throw notFound("competitions.partUnknown");
  return index;
}

const remindedName: Words = { id: "Pengingat", en: "Reminders" };
const quotaName: Words = { id: "Kuota", en: "Quotas" };

/** What refers to a thing, by name: it cannot be removed while anything does. */
export function referrersOf(definition: Definition, { collection, sheet }: Place, key: string): Words[] {
  const { fields, lists, rubrics } = definition;
  switch (collection) {
    case "groups":
      return referrersOfGroup(definition, key);
    case "categories":
      return cutBy(definition, "category", key);
    case "stages":
      return referrersOfStage(definition, key);
    case "sections":
      return fields.filter(({ section }) => section === key).map(({ label }) => label);
    case "fields":
      return [
        ...fields.filter(({ when }) => when?.field === key).map(({ label }) => label),
        ...rubrics.flatMap(({ criteria }) => criteria.filter(({ claimField }) => claimField === key).map(({ name }) => name)),
        ...definition.screening.requirements.filter((one) => one.fields.includes(key)).map(({ name }) => name),
      ];
    case "rubrics":
      return lists.filter(({ composition, ties }) => composition.some(({ stage }) => stage === key) || ties.some((tie) => "stage" in tie && tie.stage === key)).map(({ name }) => name);
    case "criteria":
      return lists.filter(({ ties }) => ties.some((tie) => tie.kind === "criterion" && tie.stage === sheet && tie.criterion === key)).map(({ name }) => name);
    case "lists":
      return lists.filter(({ from }) => from === key).map(({ name }) => name);
    default:
      return [];
  }
}

/** Lists whose places are shared out by it, or that keep places for it. */
const cutBy = ({ lists }: Definition, by: string, key: string): Words[] =>
  lists.filter(({ shares, minima }) => (shares?.by === by && shares.parts.some((part) => part.key === key)) || minima.some((one) => one.by === by && one.key === key)).map(({ name }) => name);

const referrersOfGroup = (definition: Definition, key: string): Words[] => [
  ...definition.fields.filter(({ groups }) => groups.includes(key)).map(({ label }) => label),
  ...definition.lists.filter(({ groups }) => groups.includes(key)).map(({ name }) => name),
  ...definition.exclusions.filter(({ groups }) => groups.includes(key)).map(({ reason }) => reason),
  ...definition.screening.requirements.filter(({ groups }) => groups.includes(key)).map(({ name }) => name),
  ...(definition.quotas.some(({ group }) => group === key) ? [quotaName] : []),
  ...cutBy(definition, "group", key),
];

const referrersOfStage = ({ stages, rubrics, lists, reminders }: Definition, key: string): Words[] => [
  ...rubrics.filter(({ stage }) => stage === key).map(({ stage }) => stages.find((one) => one.key === stage)?.name ?? { id: stage, en: stage }),
  ...lists.filter(({ stage, composition }) => stage === key || composition.some((part) => part.stage === key)).map(({ name }) => name),
  ...(reminders.some(({ stage }) => stage === key) ? [remindedName] : []),
];

/** Answers that were taken out of a question and that another question waits for. */
export const awaitedOptions = (before: Definition, after: Definition, field: string): Words[] => {
  const left = after.fields.find(({ key }) => key === field)?.options.map(({ key }) => key) ?? [];
  const gone = before.fields.find(({ key }) => key === field)?.options.filter(({ key }) => !left.includes(key)) ?? [];
  return after.fields.filter(({ when }) => when?.field === field && gone.some(({ key }) => key === when.option)).map(({ label }) => label);
};
