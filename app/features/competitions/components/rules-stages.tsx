import { DataTable } from "#app/components/data-table.tsx";
import { Panel } from "#app/components/panel.tsx";
import { GapField, RuleValue } from "#app/features/competitions/components/rule-value.tsx";
import { useRules } from "#app/features/competitions/components/rules-view.tsx";
import type { Stage } from "#app/features/competitions/definition/types.ts";
import { zoneName } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";

type PlacedStage = Stage & { path: string };

/** Stages with their windows: the organiser's to set while the edition is a draft. */
export function RulesStages() {
  const t = useTranslate();
  const { definition, fillable } = useRules();
  const stages = definition.stages.map((stage, index) => ({ ...stage, path: `stages.${index}` }));
  const editable = fillable.some(({ path }) => path.startsWith("stages."));
  return (
    <Panel title={t("competitions.rules.stages.title")} id="stages" flush>
      {editable && <p className="panel__note">{t("competitions.rules.stages.note", { zone: zoneName(definition.zone) })}</p>}
      {editable ? <StageFields stages={stages} /> : <StageTable stages={stages} />}
    </Panel>
  );
}

/** Two times a stage; below one another where it is narrow, which a table could not. */
function StageFields({ stages }: { stages: PlacedStage[] }) {
  const t = useTranslate();
  return (
    <ol className="stage-fields">
      {stages.map(({ path, name }) => (
        <li key={path}>
          <p className="stage-fields__name">{inLocale(t.locale, name)}</p>
          <EndField path={`${path}.opensAt`} word={t("competitions.rules.stages.opensAt")} stage={inLocale(t.locale, name)} />
          <EndField path={`${path}.closesAt`} word={t("competitions.rules.stages.closesAt")} stage={inLocale(t.locale, name)} />
        </li>
      ))}
    </ol>
  );
}

function EndField({ path, word, stage }: { path: string; word: string; stage: string }) {
  const gap = useRules().fillable.find((one) => one.path === path);
  if (!gap) return <RuleValue path={path} kind="instant" />;
  const label = (
    <>
      {word}
      <span className="vh">: {stage}</span>
    </>
  );
  return <GapField gap={gap} label={label} />;
}

function StageTable({ stages }: { stages: PlacedStage[] }) {
  const t = useTranslate();
  const title = t("competitions.rules.stages.title");
  return (
    <DataTable
      bare
      caption={title}
      captionHidden
      cards
      scrollLabel={t("common.table.scroll", { name: title })}
      rows={stages}
      rowKey={(stage) => stage.path}
      columns={[
        { key: "name", header: t("competitions.rules.stages.stage"), rowHeader: true, render: ({ name }) => inLocale(t.locale, name) },
        { key: "opensAt", header: t("competitions.rules.stages.opensAt"), render: ({ path }) => <RuleValue path={`${path}.opensAt`} kind="instant" /> },
        { key: "closesAt", header: t("competitions.rules.stages.closesAt"), render: ({ path }) => <RuleValue path={`${path}.closesAt`} kind="instant" /> },
      ]}
    />
  );
}
