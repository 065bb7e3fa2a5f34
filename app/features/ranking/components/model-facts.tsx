import { type Column, DataTable } from "#app/components/data-table.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Panel, Stack } from "#app/components/panel.tsx";
import type { Words } from "#app/features/competitions/definition/types.ts";
import type { ListModel, StageModel } from "#app/features/ranking/types.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";

type Measure = { key: MeasureKey; of: (stage: StageModel) => number | null | undefined; digits?: number };
type MeasureKey = "marks" | "entrySd" | "assessorSd" | "panelSd" | "residualSd" | "reliabilityRaw" | "reliabilityCalibrated" | "alpha" | "components" | "linkage";

const measures: Measure[] = [
  { key: "marks", of: ({ marks }) => marks, digits: 0 },
  { key: "entrySd", of: ({ variance }) => variance && Math.sqrt(variance.entry) },
  { key: "assessorSd", of: ({ variance }) => variance && Math.sqrt(variance.assessor) },
  { key: "panelSd", of: ({ variance }) => (variance?.panel === undefined ? null : Math.sqrt(variance.panel)) },
  { key: "residualSd", of: ({ variance }) => variance && Math.sqrt(variance.residual) },
  { key: "reliabilityRaw", of: ({ reliability }) => reliability.meanRaw },
  { key: "reliabilityCalibrated", of: ({ reliability }) => reliability.meanCalibrated },
  { key: "alpha", of: ({ reliability }) => reliability.alphaInterval },
  { key: "components", of: ({ connectivity }) => connectivity.components, digits: 0 },
  { key: "linkage", of: ({ connectivity: { contrastVariance, ideal } }) => (contrastVariance !== null && ideal !== null ? contrastVariance / ideal : null) },
];

/** What the fits say of each stage, a measure a line: spreads, how well assessors are linked, and what calibration bought. */
export function ModelFacts({ model, stageNames }: { model: ListModel; stageNames: Record<string, Words> }) {
  const t = useTranslate();
  const say = (value: number | null | undefined, digits = 2): string => (value === null || value === undefined ? t("ranking.table.unknown") : formatNumber(t.locale, value, digits));
  const nameOf = (key: string): string => (stageNames[key] ? inLocale(t.locale, stageNames[key]) : key);
  const columns: Column<Measure>[] = [
    { key: "measure", header: t("ranking.model.measure"), rowHeader: true, render: ({ key }) => t(`ranking.model.${key}`) },
    ...model.stages.map((stage): Column<Measure> => ({ key: stage.stage, header: nameOf(stage.stage), align: "end", render: ({ of, digits }) => say(of(stage), digits) })),
  ];
  return (
    <Panel title={t("ranking.model.title")}>
      <Stack gap="small">
        <p>{t("ranking.model.text", { seed: String(model.seed), draws: say(model.draws, 0) })}</p>
        <DataTable
          caption={t("ranking.model.title")}
          captionHidden
          scrollLabel={t("common.table.scroll", { name: t("ranking.model.title") })}
          rows={model.stages.length === 0 ? [] : measures.filter(({ key }) => key !== "panelSd" || model.stages.some(({ panels }) => panels !== undefined))}
          rowKey={({ key }) => key}
          empty={<EmptyState title={t("ranking.figures.none")} />}
          columns={columns}
        />
      </Stack>
    </Panel>
  );
}
