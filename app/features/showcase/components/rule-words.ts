import type { Definition } from "#app/features/competitions/definition/types.ts";
import type { MessageKey, Translate } from "#app/i18n/translator.ts";
import { inLocale } from "#app/lib/words.ts";

const hour = 3_600_000;

/** "5 hari 9 jam", "3 jam 20 menit", "12 menit": what is left, rounded down. Milliseconds. */
export function leftWords(t: Translate, left: number): string {
  const minutes = Math.max(0, Math.floor(left / 60_000));
  const hours = Math.floor(left / hour);
  if (hours >= 24) return t("common.duration.days", { days: Math.floor(hours / 24), hours: hours % 24 });
  return hours > 0 ? t("common.duration.hours", { hours, minutes: minutes % 60 }) : t("common.duration.minutes", { minutes });
}

/** "2 tahun" for whole years, "18 bulan" otherwise. */
export const ageWords = (t: Translate, months: number): string =>
  months % 12 === 0 && months > 0
    ? t("showcase.rules.years", { count: months / 12 })
    : t("showcase.rules.months", { count: months });

/** The requirements everybody asks about first, from the edition's own rules; what is not set is said to be so. */
export function requirements(t: Translate, definition: Pick<Definition, "groups" | "agencyKinds">): { term: string; value: string }[] {
  const { groups, agencyKinds } = definition;
  const open = groups.filter((group) => !group.byInvitation);
  const invited = groups.filter((group) => group.byInvitation);
  const name = (group: (typeof groups)[number]): string => inLocale(t.locale, group.name);
  const unknown = (group: (typeof groups)[number]): string => t("showcase.rules.unknownOf", { group: name(group) });
  const age = (group: (typeof groups)[number]): string =>
    group.minimumAgeMonths === null
      ? unknown(group)
      : t("showcase.rules.ageOf", { age: ageWords(t, group.minimumAgeMonths), group: name(group) });
  const quota = (group: (typeof groups)[number]): string => {
    if (group.quotaPerAgency === null) return unknown(group);
    if (group.quotaPerAgency === 0) return t("showcase.rules.quotaFree", { group: name(group) });
    return t("showcase.rules.quotaOf", { count: group.quotaPerAgency, group: name(group) });
  };
  return [
    { term: t("showcase.rules.who"), value: listed(agencyKinds.map((kind) => t(`agencies.kinds.${kind}` as MessageKey))) },
    { term: t("showcase.rules.age"), value: listed(groups.map(age)) },
    { term: t("showcase.rules.quota"), value: listed(open.map(quota)) },
    ...(invited.length > 0 ? [{ term: t("showcase.rules.invitation"), value: listed(invited.map(name)) }] : []),
    { term: t("showcase.rules.submit"), value: t("showcase.rules.submitBy") },
  ];
}

const listed = (words: readonly string[]): string => words.join(", ");
