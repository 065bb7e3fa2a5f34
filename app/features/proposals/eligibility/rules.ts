import type { Definition, Exclusion, Group, OrganisingBodies } from "#app/features/competitions/definition/types.ts";
import { groupOf } from "#app/features/competitions/rules.ts";
import type { AppliedQuota, EarlierAward, MetExclusion, Standing } from "#app/features/proposals/eligibility/types.ts";
import { identitySection } from "#app/features/proposals/form/rules.ts";
import { numberText, titleKeyOf } from "#app/features/proposals/rules.ts";
import type { SubmissionFault } from "#app/features/proposals/submission/types.ts";
import { cleanLine } from "#app/lib/clean-text.ts";

/**
 * Most proposals an agency of a kind may submit in a group; null = no limit. The quota of the kind in the group comes before
 * the group's own; what is by invitation stands outside (KIPP 2021: 10 umum and 5 replikasi, khusus beside them).
 */
export function quotaOf(group: Group, definition?: Pick<Definition, "quotas">, kind?: string): number | null {
  if (group.byInvitation) return null;
  const own = definition?.quotas.find((quota) => quota.group === group.key && quota.agencyKind === kind);
  return (own ? own.limit : group.quotaPerAgency) || null;
}

/** Most proposals an agency of a kind may submit over all groups together, those by invitation apart; null = no limit. */
export const quotaOverAll = ({ quotas }: Pick<Definition, "quotas">, kind: string): number | null =>
  quotas.find((quota) => quota.group === null && quota.agencyKind === kind)?.limit || null;

/** The quotas a new entry of a group counts towards: that of the group, and in addition the one over all groups. */
export function appliedQuotas(definition: Definition, of: { groupKey: string; kind: string }): AppliedQuota[] {
  const group = groupOf(definition, of.groupKey);
  if (group.byInvitation) return [];
  const [inGroup, overAll] = [quotaOf(group, definition, of.kind), quotaOverAll(definition, of.kind)];
  return [
    ...(inGroup === null ? [] : [{ group: group.key, limit: inGroup }]),
    ...(overAll === null ? [] : [{ group: null, limit: overAll }]),
  ];
}

/** Entries that count towards a quota: those of its group, or of every group that is not by invitation. */
function usedOf({ groups }: Definition, submitted: Standing["submitted"], { group }: AppliedQuota): number {
  const counted = group === null ? groups.filter(({ byInvitation }) => !byInvitation).map(({ key }) => key) : [group];
  return counted.reduce((sum, key) => sum + (submitted[key] ?? 0), 0);
}

function quotaFaults(definition: Definition, groupKey: string, { agency, submitted }: Standing): SubmissionFault[] {
  const full = appliedQuotas(definition, { groupKey, kind: agency.kind }).find((quota) => usedOf(definition, submitted, quota) >= quota.limit);
  if (!full) return [];
  const params = { quota: full.limit, group: groupOf(definition, groupKey).name };
  return [{ code: full.group === null ? "proposals.quotaFullOverAll" : "proposals.quotaFull", params, section: identitySection }];
}

/** A group by invitation takes as many entries of an agency as it was invited for. */
function invitationFaults(definition: Definition, groupKey: string, { invitations, submitted }: Standing): SubmissionFault[] {
  const group = groupOf(definition, groupKey);
  if (!group.byInvitation) return [];
  const invited = invitations[groupKey] ?? 0;
  if (invited === 0) return [{ code: "proposals.notInvited", params: { group: group.name }, section: identitySection }];
  if ((submitted[groupKey] ?? 0) < invited) return [];
  return [{ code: "proposals.invitationsUsed", params: { group: group.name, count: invited }, section: identitySection }];
}

/** Whether an agency is one of the bodies that run the competition, or took one over, by codes of the registry. */
export const isOrganisingBody = ({ agencies }: OrganisingBodies, codes: readonly string[]): boolean => codes.some((code) => agencies.includes(code));

const bodyFaults = ({ organisingBodies }: Definition, { agency }: Standing): SubmissionFault[] =>
  organisingBodies.entries === "refused" && isOrganisingBody(organisingBodies, agency.codes)
    ? [{ code: "proposals.organisingBody", params: {}, section: identitySection }]
    : [];

/** Words that stand in titles of any innovation and tell two of them apart no better than a sign would. */
const plainWords = new Set(["atau", "bagi", "dalam", "dan", "dari", "dengan", "di", "ke", "melalui", "oleh", "pada", "para", "secara", "untuk", "yang"]);

/** Fewest telling words of a title that may be recognised inside another one. */
const fewestWords = 3;
/** Share of the shorter title's words that must stand in the other. */
const likeEnough = 0.8;

const wordsOf = (title: string): Set<string> =>
  new Set((cleanLine(title).normalize("NFKC").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !plainWords.has(word)));

/**
 * Whether two titles name one innovation: the same letters and digits, or at least 0.8 of the telling words of the shorter one
 * in the other, where it has three or more. The order of words does not matter.
 */
export function isSameInnovation(one: string, other: string): boolean {
  if (titleKeyOf(one) === titleKeyOf(other)) return true;
  const [few, many] = [wordsOf(one), wordsOf(other)].sort((a, b) => a.size - b.size) as [Set<string>, Set<string>];
  if (few.size < fewestWords) return false;
  return [...few].filter((word) => many.has(word)).length >= likeEnough * few.size;
}

const isOfRule = ({ competitions, tiers, fromYear, toYear }: Exclusion, award: EarlierAward): boolean =>
  (competitions.length === 0 || competitions.includes(award.competition)) &&
  (tiers.length === 0 || tiers.includes(award.tier)) &&
  (fromYear === null || award.year >= fromYear) &&
  (toYear === null || award.year <= toYear);

/**
 * The exclusions an entry meets: awards of the same agency for an innovation of like title, in as many different years as the
 * rule asks. Whether it is refused or the screener told is the rule's `effect`.
 */
export function metExclusions(
  { exclusions }: Pick<Definition, "exclusions">,
  entry: { title: string; groupKey: string },
  awards: readonly EarlierAward[],
): MetExclusion[] {
  const like = awards.filter((award) => isSameInnovation(award.title, entry.title)).toSorted((a, b) => b.year - a.year);
  return exclusions
    .filter(({ groups }) => groups.length === 0 || groups.includes(entry.groupKey))
    .map((exclusion) => ({ exclusion, awards: like.filter((award) => isOfRule(exclusion, award)) }))
    .filter(({ exclusion, awards: found }) => new Set(found.map(({ year }) => year)).size >= Math.max(1, exclusion.times));
}

function exclusionFaults(definition: Definition, entry: { title: string; groupKey: string }, { awards }: Standing): SubmissionFault[] {
  return metExclusions(definition, entry, awards)
    .filter(({ exclusion }) => exclusion.effect === "refuse")
    .flatMap(({ exclusion, awards: [award] }) => (award ? [{ code: "proposals.excluded", params: awardParams(exclusion, award), section: identitySection }] : []));
}

/** What a sentence about a met exclusion names: the award as it was published, where, and why it keeps out. */
const awardParams = ({ reason }: Exclusion, { tier, year, title, source }: EarlierAward) => ({ reason, tier, year: String(year), title, source });

/** The same title twice is a known ground for failing (2017, 2018); an agency is told which of its entries bears it. */
const titleFaults = ({ year }: Definition, { sameTitle }: Standing): SubmissionFault[] =>
  sameTitle === null ? [] : [{ code: "proposals.sameTitle", params: { number: numberText(year, sameTitle) }, section: identitySection }];

/** Everything in the agency's standing that keeps an entry out: body, title, quota, invitation, earlier awards. */
export const standingFaults = (definition: Definition, entry: { title: string; groupKey: string }, standing: Standing): SubmissionFault[] => [
  ...bodyFaults(definition, standing),
  ...titleFaults(definition, standing),
  ...quotaFaults(definition, entry.groupKey, standing),
  ...invitationFaults(definition, entry.groupKey, standing),
  ...exclusionFaults(definition, entry, standing),
];
