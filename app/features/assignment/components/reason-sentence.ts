import type { PairReason, Shortage } from "#app/features/assignment/solver/types.ts";
import { formatNumber } from "#app/i18n/format.ts";
import type { Translate } from "#app/i18n/translator.ts";

/** What people and categories are called where the sentence stands. */
export type Names = { assessor: (id: string) => string; entry: (id: string) => string; category: (key: string) => string };

/** Ids as they are, for files. */
export const bareNames: Names = { assessor: (id) => id, entry: (id) => id, category: (key) => key };

/** Why a reader reads an entry, in one or two sentences of the reader's language. */
export function reasonSentence(t: Translate, reason: PairReason, names: Names): string {
  const { ground, category, value, load, most, linking, next } = reason;
  const inCategory = category === null ? "bare" : "named";
  const stem =
    ground === "match"
      ? t("assignment.why.match", { value: formatNumber(t.locale, value ?? 0, 2) })
      : ground === "fixed"
        ? t("assignment.why.fixed")
        : t(`assignment.why.${ground}.${inCategory}`, { category: category === null ? "" : names.category(category) });
  const parts = [stem, ...(linking ? [t("assignment.why.linking")] : []), t("assignment.why.load", { load: formatNumber(t.locale, load), most: formatNumber(t.locale, most) })];
  const first = t("assignment.why.sentence", { parts: parts.join("; ") });
  return next ? `${first} ${t(`assignment.why.next.${next.why}`, { next: names.assessor(next.assessor) })}` : first;
}

/** Ids named in one sentence; the rest by their number. */
const namedMost = 8;

/** Why an entry, or a set of them, cannot get its readers. */
export function shortageSentence(t: Translate, shortage: Shortage, names: Names): string {
  const number = (value: number): string => formatNumber(t.locale, value);
  const list = (ids: readonly string[], name: (id: string) => string): string => {
    const named = ids.slice(0, namedMost).map(name).join(", ");
    return ids.length > namedMost ? t("assignment.shortage.andMore", { named, count: number(ids.length - namedMost) }) : named;
  };
  switch (shortage.kind) {
    case "readers": {
      const counts = { entry: names.entry(shortage.entry), needs: number(shortage.needs), eligible: number(shortage.eligible) };
      const bars = (["conflict", "agency", "region", "forbidden"] as const).flatMap((bar) => {
        const people = shortage.barred.filter((one) => one.bar === bar).map(({ assessor }) => assessor);
        return people.length > 0 ? [t(`assignment.shortage.bars.${bar}`, { people: list(people, names.assessor) })] : [];
      });
      return [t("assignment.shortage.readers", counts), ...bars].join(" ");
    }
    case "expert":
      return t("assignment.shortage.expert", { entry: names.entry(shortage.entry), category: shortage.category === null ? "-" : names.category(shortage.category), eligible: number(shortage.eligible) });
    case "organisations":
      return t("assignment.shortage.organisations", { entry: names.entry(shortage.entry), needs: number(shortage.needs), organisations: number(shortage.organisations) });
    case "fixed":
      return t("assignment.shortage.fixed", { entry: names.entry(shortage.entry), needs: number(shortage.needs), fixed: number(shortage.fixed) });
    case "capacity":
      return t("assignment.shortage.capacity", {
        entries: list(shortage.entries, names.entry),
        people: list(shortage.assessors, names.assessor),
        needs: number(shortage.needs),
        capacity: number(shortage.capacity),
      });
    case "idle":
      return t("assignment.shortage.idle", { people: list(shortage.assessors, names.assessor), least: number(shortage.least), reachable: number(shortage.reachable) });
    case "rules":
      return t("assignment.shortage.rules", { entries: list(shortage.entries, names.entry) });
  }
}
