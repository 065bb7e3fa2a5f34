import { Panel, Stack } from "#app/components/panel.tsx";
import type { AwardList, Rubric, Words } from "#app/features/competitions/definition/types.ts";
import { formatMark, formatShare } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";

export type ListRulesProps = {
  list: AwardList;
  /** Names of the stages that count, by key. */
  stageNames: Record<string, Words>;
  rubric: Rubric | null;
  fromName: Words | null;
};

/** How a list is computed, in words: on display before anything is marked. */
export function ListRules({ list, stageNames, rubric, fromName }: ListRulesProps) {
  const t = useTranslate();
  const say = (words: Words | undefined, key: string): string => (words ? inLocale(t.locale, words) : key);
  return (
    <Panel title={t("ranking.rules.title")}>
      <Stack gap="small">
        <p>{t("ranking.rules.score")}</p>
        <ul className="list-disc pl-5">
          {list.composition.map(({ stage, weightBp }) => (
            <li key={stage}>
              {t("ranking.rules.stage", { stage: say(stageNames[stage], stage), share: formatShare(t.locale, weightBp ?? 0) })}
            </li>
          ))}
        </ul>
        {fromName && <p>{t("ranking.rules.from", { list: inLocale(t.locale, fromName) })}</p>}
        {list.passMark !== null && <p>{t("ranking.rules.passMark", { mark: formatMark(t.locale, list.passMark) })}</p>}
        <p>{t("ranking.rules.exact")}</p>
        <h3>{t("ranking.rules.ties")}</h3>
        <ol className="list-decimal pl-5">
          {rubric?.criteria.map((criterion) => (
            <li key={criterion.key}>{t("ranking.rules.tieCriterion", { criterion: inLocale(t.locale, criterion.name) })}</li>
          ))}
          <li>{t("ranking.rules.tieDraw")}</li>
        </ol>
        <p>{t("ranking.rules.reserve", { count: list.reserve })}</p>
      </Stack>
    </Panel>
  );
}
