import type { AwardList, CutAxis, Definition, Words } from "#app/features/competitions/definition/types.ts";
import { byPlenary } from "#app/features/ranking/bundle/changes/rules.ts";
import { tieKeyOf, tieSteps } from "#app/features/ranking/ties/rules.ts";
import type { MessageKey, Translate } from "#app/i18n/translator.ts";
import { inLocale } from "#app/lib/words.ts";

/** The words an edition has for what the rules of a list name by key. */
export type RuleNames = {
  /** Steps that separate equals, in their order; null for those the product has words for. */
  ties: { key: string; kind: "criterion" | "stage" | "earlierSubmission" | "rawMean"; name: Words | null; stage: Words | null }[];
  groups: Record<string, Words>;
  categories: Record<string, Words>;
  /** Entries of the organising bodies are read but not listed. */
  unranked: boolean;
};

const named = (items: readonly { key: string; name: Words }[]): Record<string, Words> =>
  Object.fromEntries(items.map(({ key, name }) => [key, name]));

export const ruleNames = (definition: Definition, list: AwardList): RuleNames => ({
  ties: tieNames(definition, list),
  groups: named(definition.groups),
  categories: named(definition.categories),
  unranked: definition.organisingBodies.entries === "unranked" && definition.organisingBodies.agencies.length > 0,
});

function tieNames({ rubrics, stages }: Definition, { ties, composition, quantity }: AwardList): RuleNames["ties"] {
  const stageName = (key: string): Words | null => stages.find((stage) => stage.key === key)?.name ?? null;
  const criterionName = (stage: string, key: string): Words | null =>
    rubrics.find((rubric) => rubric.stage === stage)?.criteria.find((one) => one.key === key)?.name ?? null;
  if (ties.length > 0) {
    return ties.map((tie) => {
      const stage = tie.kind === "earlierSubmission" ? null : stageName(tie.stage);
      return { key: tieKeyOf(tie), kind: tie.kind, name: tie.kind === "criterion" ? criterionName(tie.stage, tie.criterion) : stage, stage };
    });
  }
  const first = rubrics.find(({ stage }) => stage === composition.find(({ weightBp }) => (weightBp ?? 0) > 0)?.stage);
  if (!first) return [];
  const criteria = tieSteps([], { first, rubrics }).map(({ key }) => ({ key, kind: "criterion" as const, name: criterionName(first.stage, key), stage: null }));
  // Fitted values that are equal are parted by the marks as given first.
  return quantity === "raw" ? criteria : [{ key: "rawMean", kind: "rawMean", name: null, stage: null }, ...criteria];
}

/** What separated equals, numbered as the rules are on display: `2. Dampak`. */
export function tieWords(t: Translate, { ties }: RuleNames, by: string): string {
  const at = ties.findIndex(({ key }) => key === by);
  const tie = ties[at];
  if (!tie) return t("ranking.table.tieDraw");
  const words = tie.kind === "rawMean" ? t("ranking.table.tieRawMean") : tie.kind === "earlierSubmission" ? t("ranking.table.tieEarlier") : tie.name ? inLocale(t.locale, tie.name) : by;
  return t("ranking.table.tieStep", { step: at + 1, rule: words });
}

/** A part by its name: a group or a category of the edition, a kind of agency of the registry. */
export function partName(t: Translate, names: RuleNames, by: CutAxis, key: string): string {
  if (by === "remote") return t(key === "3t" ? "ranking.parts.remote" : "ranking.parts.notRemote");
  if (by === "region") return t("ranking.parts.region", { code: key });
  if (by === "agencyKind") return t(`agencies.kinds.${key}` as MessageKey);
  const words = (by === "group" ? names.groups : names.categories)[key];
  return words ? inLocale(t.locale, words) : key;
}

/** Why a row stands on a list that its place alone would not have put there. */
export function listedByWords(t: Translate, names: RuleNames, listedBy: string): string {
  if (listedBy === byPlenary) return t("ranking.table.byPlenary");
  const [kind, by, key] = listedBy.split(":") as ["share" | "minimum", CutAxis, string];
  return t(kind === "share" ? "ranking.table.byShare" : "ranking.table.byMinimum", { part: partName(t, names, by, key) });
}
