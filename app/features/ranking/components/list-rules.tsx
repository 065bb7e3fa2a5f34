import { Panel, Stack } from "#app/components/panel.tsx";
import type { AwardList, Words } from "#app/features/competitions/definition/types.ts";
import { partName, type RuleNames } from "#app/features/ranking/components/rule-names.ts";
import { formatMark, formatShare } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { Translate } from "#app/i18n/translator.ts";
import { inLocale } from "#app/lib/words.ts";

export type ListRulesProps = {
  list: AwardList;
  /** Names of the stages that count, by key. */
  stageNames: Record<string, Words>;
  names: RuleNames;
  fromName: Words | null;
  /** Whether a panel's leniency is taken from the marks of interviews. */
  tellsPanels: boolean;
};

/** How a list is computed, in words: on display before anything is marked. */
export function ListRules({ list, stageNames, names, fromName, tellsPanels }: ListRulesProps) {
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
        {list.passMark !== null && <p>{t("ranking.rules.passOn", { quantity: t(`ranking.quantities.${list.passOn}`) })}</p>}
        <p>{t(`ranking.rules.quantity.${list.quantity}`)}</p>
        {tellsPanels && <p>{t("ranking.rules.panels")}</p>}
        <p>{t(list.quantity === "raw" ? "ranking.rules.exact" : "ranking.rules.near")}</p>
        <h3>{t("ranking.rules.ties")}</h3>
        <ol className="list-decimal pl-5">
          {names.ties.map((tie) => (
            <li key={tie.key}>{tieLine(t, tie)}</li>
          ))}
          <li>{t("ranking.rules.tieDraw")}</li>
        </ol>
        <CutRules list={list} names={names} />
        {list.nominees > 0 && <p>{t("ranking.rules.nominees", { count: list.nominees })}</p>}
        <p>{t("ranking.rules.reserve", { count: list.reserve })}</p>
        {names.unranked && <p>{t("ranking.rules.unranked")}</p>}
      </Stack>
    </Panel>
  );
}

function tieLine(t: Translate, { kind, name, stage }: RuleNames["ties"][number]): string {
  if (kind === "rawMean") return t("ranking.rules.tieRawMean");
  if (kind === "earlierSubmission") return t("ranking.rules.tieEarlier");
  const words = name ? inLocale(t.locale, name) : "";
  if (kind === "stage") return t("ranking.rules.tieStage", { stage: words });
  return stage
    ? t("ranking.rules.tieCriterionAt", { criterion: words, stage: inLocale(t.locale, stage) })
    : t("ranking.rules.tieCriterion", { criterion: words });
}

/** How places are shared out, where the list is not simply the best. */
function CutRules({ list: { shares, minima }, names }: Pick<ListRulesProps, "list" | "names">) {
  const t = useTranslate();
  if (!shares && minima.length === 0) return null;
  return (
    <>
      <h3>{t("ranking.rules.places")}</h3>
      <ul className="list-disc pl-5">
        {shares?.parts.map(({ key, weightBp }) => (
          <li key={`share:${key}`}>
            {t("ranking.rules.share", { part: partName(t, names, shares.by, key), share: formatShare(t.locale, weightBp) })}
          </li>
        ))}
        {minima.map(({ by, key, least }) => (
          <li key={`${by}:${key}`}>{t("ranking.rules.minimum", { part: partName(t, names, by, key), count: least })}</li>
        ))}
      </ul>
      <p>{t("ranking.rules.remainder")}</p>
    </>
  );
}
