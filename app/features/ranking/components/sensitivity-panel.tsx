import { type Column, DataTable, Missing } from "#app/components/data-table.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Panel, Stack } from "#app/components/panel.tsx";
import { numberText } from "#app/features/proposals/rules.ts";
import { otherRanks, otherWays, type OtherWay } from "#app/features/ranking/evidence/rules.ts";
import type { EvidenceRow } from "#app/features/ranking/evidence/types.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

/** Ranks around the line by every other way of counting that the version keeps; nothing is ranked by them. */
export function SensitivityPanel({ rows, year }: { rows: readonly EvidenceRow[]; year: number }) {
  const t = useTranslate();
  const say = (value: number): string => formatNumber(t.locale, value);
  const kept = otherWays.filter((way) => rows.some((row) => otherRanks(row)[way] !== null));
  const title = t("ranking.sensitivity.title");
  if (kept.length === 0) return null;
  const column = (way: OtherWay): Column<EvidenceRow> => ({
    ...{ key: way, header: t(`ranking.sensitivity.ways.${way}`), align: "end", tight: true, folds: true },
    render: (row) => {
      const rank = otherRanks(row)[way];
      return rank === null ? <Missing word={t("ranking.table.unknown")} /> : say(rank);
    },
  });
  return (
    <Panel title={title}>
      <Stack gap="small">
        <p>{t("ranking.sensitivity.text")}</p>
        <details>
          <summary>{t("ranking.sensitivity.show")}</summary>
          <DataTable
            caption={title}
            captionHidden
            scrollLabel={t("common.table.scroll", { name: title })}
            rows={rows}
            rowKey={(row) => String(row.number)}
            empty={<EmptyState title={t("ranking.figures.none")} />}
            columns={[
              { key: "rank", header: t("ranking.table.rank"), align: "end", tight: true, render: (row) => say(row.rank) },
              { key: "number", header: t("ranking.table.number"), tight: true, rowHeader: true, render: (row) => numberText(year, row.number) },
              ...kept.map(column),
            ]}
          />
        </details>
      </Stack>
    </Panel>
  );
}
