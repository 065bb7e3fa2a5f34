import { DescriptionList } from "#app/components/description-list.tsx";
import { Panel } from "#app/components/panel.tsx";
import { SourceNumber } from "#app/features/competitions/components/rule-value.tsx";
import { useRules } from "#app/features/competitions/components/rules-view.tsx";
import { formatMark } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

/** Who may not judge what, and what assessors see of each other. */
export function RulesJudging() {
  const t = useTranslate();
  const { conflicts, reading } = useRules().definition;
  const words = {
    post: conflicts.formerPostYears === 0 ? t("competitions.rules.judging.postEver") : t("competitions.rules.judging.postYears", { count: conflicts.formerPostYears }),
    divergence: reading.divergence === null ? t("competitions.rules.judging.divergenceNone") : t("competitions.rules.judging.divergenceOver", { mark: formatMark(t.locale, reading.divergence) }),
  };
  const fact = (term: string, path: string, value: string) => ({
    term,
    value: (
      <>
        {value}
        <SourceNumber path={path} />
      </>
    ),
  });
  return (
    <Panel title={t("competitions.rules.judging.title")} id="judging">
      <DescriptionList
        items={[
          fact(t("competitions.rules.judging.post"), "conflicts.formerPostYears", words.post),
          fact(t("competitions.rules.judging.region"), "conflicts.sameRegion", t(conflicts.sameRegion ? "competitions.rules.judging.regionBars" : "competitions.rules.judging.regionFree")),
          fact(t("competitions.rules.judging.byAgency"), "conflicts.byAgency", t(`competitions.rules.judging.byAgencyIs.${conflicts.byAgency}`)),
          fact(t("competitions.rules.judging.others"), "reading.othersMarks", t(`competitions.rules.judging.othersAre.${reading.othersMarks}`)),
          fact(t("competitions.rules.judging.divergence"), "reading.divergence", words.divergence),
          ...(reading.divergence === null ? [] : [fact(t("competitions.rules.judging.third"), "reading.thirdReader", t(`competitions.rules.judging.thirdIs.${reading.thirdReader}`))]),
          fact(t("competitions.rules.judging.agreed"), "reading.agreedValue", t(`competitions.rules.judging.agreedIs.${reading.agreedValue}`)),
        ]}
      />
    </Panel>
  );
}
