import { bell, between, pick, weightedIndex } from "#app/cli/season/chance.ts";
import { inventTitle, inventUnit } from "#app/cli/season/texts.ts";
import type { Agency } from "#app/features/agencies/types.ts";
import type { AwardList, Definition, Group } from "#app/features/competitions/definition/types.ts";
import { registrationStage } from "#app/features/competitions/rules.ts";
import { quotaOf } from "#app/features/proposals/eligibility/rules.ts";
import { type Random, shuffled } from "#app/lib/random.ts";
import { dayOfInstant } from "#app/lib/zones.ts";

/** How far a draft gets before registration closes. */
export type Fate = "left" | "handedOver" | "submitted";

/** What an invented unit will write, and how good it is. */
export type PlannedDraft = {
  agency: Agency;
  unit: string;
  innovator: string;
  title: string;
  groupKey: string;
  categoryKey: string;
  startedOn: string;
  fate: Fate;
  /** Points that an impartial reader would give, about 55..95. */
  quality: number;
  /** What screening must come to; by lot when absent. */
  screening?: "passed" | "failed";
};

/** Shares of a season as in the real years: 29-40 % of drafts never left the agency, 78 % of the submitted passed screening. */
const submittedShare = 0.7;
const handedOverShare = 0.1;
export const passedShare = 0.78;
/** About 1.5 % came by invitation; in a small season more, so that their finalists can be chosen, but at most a tenth. */
const invitedShare = 0.015;
const invitedMost = 0.1;
/** Of the other groups the first takes most. */
const firstGroupWeight = 6;

/** Decides who writes what. Agencies take part unevenly, and none submits more than its quota. */
export function planDrafts(
  definition: Definition,
  given: { agencies: readonly Agency[]; registered: number; random: Random },
): PlannedDraft[] {
  const { agencies, registered, random } = given;
  const invited = agencies.filter(({ kind }) => definition.agencyKinds.length === 0 || definition.agencyKinds.includes(kind));
  const places = fillPlaces(invited, random);
  const titles = new Set<string>();
  const drafts = sizesOf(definition, registered).flatMap(({ group, size }) =>
    fatesOf(size, random).map((fate): PlannedDraft => {
      const agency = places.take(group, fate);
      return {
        agency,
        unit: inventUnit(agency.provinceCode === null, random),
        innovator: `Inovator Latihan ${between(1, 999, random)}`,
        title: inventTitle(random, titles),
        groupKey: group.key,
        categoryKey: pick(definition.categories, random).key,
        startedOn: startFor(definition, group, random),
        fate,
        quality: 75 + 6.5 * bell(random),
      };
    }),
  );
  return shuffled(drafts, random);
}

/** How many drafts each group gets; together exactly `registered`. */
function sizesOf({ groups, lists }: Definition, registered: number): { group: Group; size: number }[] {
  const byInvitation = groups.filter((group) => group.byInvitation);
  const open = groups.filter((group) => !group.byInvitation);
  const invited = byInvitation.map((group) => ({ group, size: invitedSize(group, lists, registered) }));
  const rest = registered - invited.reduce((sum, { size }) => sum + size, 0);
  const weights = open.map((_group, index) => (index === 0 ? firstGroupWeight : 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const others = open.slice(1).map((group, index) => ({ group, size: Math.floor((rest * (weights[index + 1] ?? 0)) / total) }));
  const [first] = open;
  const left = rest - others.reduce((sum, { size }) => sum + size, 0);
  return [...(first ? [{ group: first, size: left }] : []), ...others, ...invited];
}

function invitedSize(group: Group, lists: readonly AwardList[], registered: number): number {
  const first = lists.filter((list) => list.from === null && list.groups.includes(group.key));
  const wanted = Math.max(0, ...first.map((list) => list.size ?? 0)) / (submittedShare * passedShare);
  const usual = Math.round(registered * invitedShare);
  return Math.min(Math.floor(registered * invitedMost), Math.max(usual, Math.ceil(wanted) + 2));
}

function fatesOf(size: number, random: Random): Fate[] {
  const submitted = Math.round(size * submittedShare);
  const handedOver = Math.min(size - submitted, Math.round(size * handedOverShare));
  const fates = Array.from({ length: size }, (_, index): Fate => {
    if (index < submitted) return "submitted";
    return index < submitted + handedOver ? "handedOver" : "left";
  });
  return shuffled(fates, random);
}

/** Gives out agencies by zeal, passing over those whose quota in the group is used up. */
function fillPlaces(agencies: readonly Agency[], random: Random): { take: (group: Group, fate: Fate) => Agency } {
  const zeal = agencies.map(() => 0.2 + random() ** 2 * 3);
  const used = new Map<string, number>();
  const keyOf = (group: Group, agency: Agency): string => `${group.key} ${agency.code}`;
  const isFull = (group: Group, agency: Agency): boolean => {
    const quota = quotaOf(group);
    return quota !== null && (used.get(keyOf(group, agency)) ?? 0) >= quota;
  };
  return {
    take: (group, fate) => {
      const open = fate === "submitted" ? zeal.map((weight, index) => (isFull(group, agencies[index] as Agency) ? 0 : weight)) : zeal;
      if (!open.some((weight) => weight > 0)) throw new RangeError(`more submissions than quotas allow in group ${group.key}`);
      const agency = agencies[weightedIndex(open, random)] as Agency;
      if (fate === "submitted") used.set(keyOf(group, agency), (used.get(keyOf(group, agency)) ?? 0) + 1);
      return agency;
    },
  };
}

const dayMs = 86_400_000;
/** Average length of a month in days, with a month to spare. */
const monthDays = 30.44;

/** A day old enough for the group, up to six years further back. */
function startFor(definition: Definition, group: Group, random: Random): string {
  const closesAt = registrationStage(definition).closesAt ?? 0;
  const age = ((group.minimumAgeMonths ?? 0) + 1) * monthDays + between(5, 2200, random);
  return dayOfInstant(definition.zone, closesAt - age * dayMs);
}
