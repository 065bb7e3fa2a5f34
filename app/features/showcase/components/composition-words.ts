import type { Composition, KindLine } from "#app/features/showcase/types.ts";
import type { MessageKey, Translate } from "#app/i18n/translator.ts";

const form = (count: number): "one" | "many" => (count === 1 ? "one" : "many");

/** "19 inovasi dari 12 kementerian", "19 innovations from 12 ministries". */
export function kindSentence(t: Translate, line: KindLine): string {
  return t("showcase.statistics.from", {
    innovations: innovationsWords(t, line.innovations),
    agencies: t(`showcase.agencies.${line.kind}.${form(line.agencies)}` as MessageKey, { count: line.agencies }),
  });
}

/** "Seluruhnya 99 inovasi dari 70 instansi." */
export const totalSentence = (t: Translate, { total }: Composition): string =>
  t("showcase.statistics.total", {
    innovations: innovationsWords(t, total.innovations),
    agencies: t(`showcase.agencies.all.${form(total.agencies)}` as MessageKey, { count: total.agencies }),
  });

export const innovationsWords = (t: Translate, count: number): string =>
  t(`showcase.innovations.${form(count)}` as MessageKey, { count });
