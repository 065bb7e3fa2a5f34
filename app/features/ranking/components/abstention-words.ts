import type { Abstained } from "#app/features/ranking/abstaining/queries.server.ts";
import type { Translate } from "#app/i18n/translator.ts";

/** Who took no part in deciding which entries: numbers as the reader may know them, of the others how many. */
export function abstentionWords(t: Translate, { name, numbers, hidden }: Abstained, numberOf: (number: number) => string): string {
  if (numbers.length === 0) return t("ranking.abstain.lineHidden", { name, count: hidden });
  const line = t("ranking.abstain.line", { name, numbers: numbers.map(numberOf).join(", ") });
  return hidden === 0 ? line : t("ranking.abstain.lineMore", { line, count: hidden });
}
