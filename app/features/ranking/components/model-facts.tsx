import { type Column, DataTable } from "#app/components/data-table.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Panel } from "#app/components/panel.tsx";
import type { Words } from "#app/features/competitions/definition/types.ts";
import type { ListModel, StageModel } from "#app/features/ranking/types.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";

/** What the fits say of each stage: spreads, how well assessors are linked, and what calibration bought. */
export function ModelFacts({ model, stageNames }: { model: ListModel; stageNames: Record<string, Words> }) {
  const t = useTranslate();
  const say = (value: number | null | undefined, digits = 2): string => (value === null || value === undefined ? t("ranking.table.unknown") : formatNumber(t.locale, value, digits));
  const nameOf = (key: string): string => (stageNames[key] ? inLocale(t.locale, stageNames[key]) : key);
  const number = (key: string, of: (stage: StageModel) => string): Column<StageModel> => ({ key, header: t(`ranking.model.${key}` as "ranking.model.marks"), align: "end", tight: true, render: of });
  return (
    <Panel title={t("ranking.model.title")}>
      <p>{t("ranking.model.text", { seed: String(model.seed), draws: say(model.draws, 0) })}</p>
      <DataTable
        caption={t("ranking.model.title")}
        captionHidden
        scrollLabel={t("common.table.scroll", { name: t("ranking.model.title") })}
        rows={model.stages}
        rowKey={(stage) => stage.stage}
        empty={<EmptyState title={t("ranking.figures.none")} />}
        columns={[
          { key: "stage", header: t("ranking.model.stage"), rowHeader: true, render: (stage) => nameOf(stage.stage) },
          number("marks", ({ marks }) => say(marks, 0)),
          number("entrySd", ({ variance }) => say(variance && Math.sqrt(variance.entry))),
          number("assessorSd", ({ variance }) => say(variance && Math.sqrt(variance.assessor))),
          ...(model.stages.some(({ panels }) => panels !== undefined) ? [number("panelSd", ({ variance }: StageModel) => say(variance?.panel === undefined ? null : Math.sqrt(variance.panel)))] : []),
          number("residualSd", ({ variance }) => say(variance && Math.sqrt(variance.residual))),
          number("reliabilityRaw", ({ reliability }) => say(reliability.meanRaw)),
          number("reliabilityCalibrated", ({ reliability }) => say(reliability.meanCalibrated)),
          number("alpha", ({ reliability }) => say(reliability.alphaInterval)),
          number("components", ({ connectivity }) => say(connectivity.components, 0)),
          number("linkage", ({ connectivity: { contrastVariance, ideal } }) => say(contrastVariance !== null && ideal !== null ? contrastVariance / ideal : null)),
        ]}
      />
    </Panel>
  );
}
