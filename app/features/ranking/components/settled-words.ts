import type { Settled } from "#app/features/ranking/evidence/types.ts";
import { formatNumber } from "#app/i18n/format.ts";
import type { Translate } from "#app/i18n/translator.ts";

/** How many of the places are expected to be right, and what remains open. */
export const settledWords = (t: Translate, { within, expected, open }: Settled, size: number): string =>
  t("ranking.figures.settled", { within: formatNumber(t.locale, within), size: formatNumber(t.locale, size), expected: formatNumber(t.locale, expected, 1), open: formatNumber(t.locale, open) });
