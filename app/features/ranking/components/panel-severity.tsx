import { DataTable } from "#app/components/data-table.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Panel, Stack } from "#app/components/panel.tsx";
import type { Words } from "#app/features/competitions/definition/types.ts";
import { panelWords } from "#app/features/ranking/components/warning-words.ts";
import type { StageModel } from "#app/features/ranking/types.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";

/** How lenient each panel of a stage was beyond its assessors, and on what saying so rests; nothing where panels are not told. */
export function PanelSeverity({ panels, stage }: { panels: StageModel["panels"]; stage: Words }) {
  const t = useTranslate();
  const points = (value: number): string => formatNumber(t.locale, value, 2);
  const title = t("ranking.panels.title", { stage: inLocale(t.locale, stage) });
  if (!panels) return null;
  return (
    <Panel title={title}>
      <Stack gap="small">
        <p>{t("ranking.panels.text")}</p>
        <DataTable
          caption={title}
          captionHidden
          scrollLabel={t("common.table.scroll", { name: title })}
          rows={panels}
          rowKey={(row) => row.panel}
          empty={<EmptyState title={t("ranking.figures.none")} />}
          columns={[
            { key: "panel", header: t("ranking.panels.panel"), rowHeader: true, render: (row) => panelWords(t, row.panel) },
            { key: "marks", header: t("ranking.table.reads"), align: "end", tight: true, render: (row) => formatNumber(t.locale, row.marks) },
            { key: "leniency", header: t("ranking.figures.leniency"), align: "end", tight: true, render: (row) => points(row.leniency) },
            { key: "se", header: t("ranking.figures.se"), align: "end", tight: true, render: (row) => points(row.se) },
          ]}
        />
      </Stack>
    </Panel>
  );
}
