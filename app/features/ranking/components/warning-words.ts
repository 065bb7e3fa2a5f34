import type { Words } from "#app/features/competitions/definition/types.ts";
import type { ListWarning } from "#app/features/ranking/types.ts";
import { formatNumber } from "#app/i18n/format.ts";
import type { Translate } from "#app/i18n/translator.ts";
import { inLocale } from "#app/lib/words.ts";

export type WarningNames = {
  /** Names of the stages by key. */
  stages: Record<string, Words>;
  /** Names of the assessors by their number, for whoever may know them. */
  assessors: Readonly<Record<number, string>>;
};

/** An assessor by name where the reader may know it, else by number. */
export const assessorWords = (t: Translate, number: number, name: string | null | undefined): string =>
  name ? t("ranking.assessorNamed", { name, number: String(number) }) : t("ranking.assessor", { number: String(number) });

/** A panel by its name; marks that were given before none count as one more. */
export const panelWords = (t: Translate, name: string): string => (name === "" ? t("ranking.panels.without") : name);

/** What to look at before a list is signed, in a sentence. */
export function warningWords(t: Translate, { code, stage, assessor, count }: ListWarning, names: WarningNames): string {
  const at = names.stages[stage];
  return t(`ranking.warnings.${code}`, {
    stage: at ? inLocale(t.locale, at) : stage,
    assessor: assessor === null ? "" : assessorWords(t, assessor, names.assessors[assessor]),
    count: formatNumber(t.locale, count ?? 0),
  });
}
