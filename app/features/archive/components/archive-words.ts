import { archivedCompetitions, yearMeasures } from "#app/features/archive/rules.ts";
import type { Translate } from "#app/i18n/translator.ts";

/** The name of a competition; a key of which the product has no words is shown as it was taken in. */
export function competitionName(t: Translate, key: string): string {
  const known = archivedCompetitions.find((one) => one === key);
  return known ? t(`archive.competitions.${known}`) : key;
}

/** What a figure counts. */
export function measureName(t: Translate, measure: string): string {
  const known = yearMeasures.find((one) => one === measure);
  return t(`archive.measures.${known ?? "other"}`);
}
