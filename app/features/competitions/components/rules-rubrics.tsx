import { CellNote, DataTable } from "#app/components/data-table.tsx";
import { DescriptionList } from "#app/components/description-list.tsx";
import { Panel, Stack } from "#app/components/panel.tsx";
import { RuleValue, SourceNumber } from "#app/features/competitions/components/rule-value.tsx";
import { useRules } from "#app/features/competitions/components/rules-view.tsx";
import type { Criterion, Rubric } from "#app/features/competitions/definition/types.ts";
import { formatMark, formatShare } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";

/** One panel a score sheet: who reads, what is marked, by which weight, at which levels. */
export function RulesRubrics() {
  const { rubrics } = useRules().definition;
  return rubrics.map((rubric, index) => <RubricPanel key={rubric.stage} rubric={rubric} path={`rubrics.${index}`} />);
}

function RubricPanel({ rubric, path }: { rubric: Rubric; path: string }) {
  const t = useTranslate();
  const { definition } = useRules();
  const stage = definition.stages.find(({ key }) => key === rubric.stage)?.name ?? { id: rubric.stage, en: rubric.stage };
  const title = t("competitions.rules.rubrics.title", { stage });
  const rows = rubric.criteria.map((criterion, index) => ({ ...criterion, path: `${path}.criteria.${index}` }));
  const known = rubric.criteria.every(({ weightBp }) => weightBp !== null);
  const total = rubric.criteria.reduce((sum, { weightBp }) => sum + (weightBp ?? 0), 0);
  return (
    <Panel title={title} id={path.replace(".", "-")}>
      <Stack>
        <p>
          {t("competitions.rules.rubrics.range", { max: rubric.maxMark / 100 })}{" "}
          {t(rubric.blind ? "competitions.rules.rubrics.blind" : "competitions.rules.rubrics.open")}<SourceNumber path={`${path}.blind`} />
        </p>
        <DescriptionList items={[{ term: t("competitions.rules.rubrics.readers"), value: <RuleValue path={`${path}.readers`} kind="integer" /> }]} />
        <DataTable
          caption={title}
          captionHidden
          cards
          scrollLabel={t("common.table.scroll", { name: title })}
          rows={rows}
          rowKey={(row) => row.path}
          totals={known ? { name: t("competitions.rules.rubrics.total"), weight: formatShare(t.locale, total) } : undefined}
          columns={[
            { key: "name", header: t("competitions.rules.rubrics.criterion"), rowHeader: true, render: (row) => <CriterionName criterion={row} path={row.path} /> },
            { key: "weight", header: t("competitions.rules.rubrics.weight"), render: (row) => <RuleValue path={`${row.path}.weightBp`} kind="basisPoints" /> },
            { key: "levels", header: t("competitions.rules.rubrics.levels"), render: (row) => <Levels criterion={row} /> },
          ]}
        />
      </Stack>
    </Panel>
  );
}

function CriterionName({ criterion: { name, help, claimField }, path }: { criterion: Criterion; path: string }) {
  const t = useTranslate();
  const { fields } = useRules().definition;
  const claimed = fields.find(({ key }) => key === claimField)?.label;
  return (
    <>
      {inLocale(t.locale, name)}<SourceNumber path={`${path}.name`} />
      <CellNote>{inLocale(t.locale, help)}</CellNote>
      {claimed && <CellNote>{t("competitions.rules.rubrics.claim", { field: claimed })}</CellNote>}
    </>
  );
}

/** What a mark means, unfolded on demand: five lines a criterion would bury the weights. */
function Levels({ criterion: { name, levels } }: { criterion: Criterion }) {
  const t = useTranslate();
  if (levels.length === 0) return t("competitions.rules.notUsed");
  return (
    <details className="levels">
      <summary>
        {t("competitions.rules.rubrics.levelCount", { count: levels.length })}
        <span className="vh"> {inLocale(t.locale, name)}</span>
      </summary>
      <DescriptionList
        form="compact"
        items={levels.map((level) => ({
          term: inLocale(t.locale, level.name),
          value: t("competitions.rules.rubrics.level", { from: formatMark(t.locale, level.from), to: formatMark(t.locale, level.to) }),
        }))}
      />
    </details>
  );
}
