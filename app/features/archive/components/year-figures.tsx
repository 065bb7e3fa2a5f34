import { DataTable } from "#app/components/data-table.tsx";
import { measureName } from "#app/features/archive/components/archive-words.ts";
import { SourceWords } from "#app/features/archive/components/award-list.tsx";
import type { YearAggregate } from "#app/features/archive/types.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

/** Figures of a year as they were published, each with its source; what was not found is said so. */
export function YearFiguresTable({ figures, competition }: { figures: readonly YearAggregate[]; competition: string }) {
  const t = useTranslate();
  return (
    <DataTable
      caption={t("archive.figures")}
      scrollLabel={t("common.table.scroll", { name: `${t("archive.figures")}, ${competition}` })}
      density="regular"
      rows={figures}
      rowKey={(figure) => figure.id}
      columns={[
        { key: "measure", header: t("archive.measure"), rowHeader: true, render: (figure) => measureName(t, figure.measure) },
        {
          key: "value",
          header: t("archive.value"),
          align: "end",
          render: ({ value }) => (value === null ? <span className="faint">{t("common.notKnown")}</span> : formatNumber(t.locale, value)),
        },
        { key: "text", header: t("archive.asPublished"), render: (figure) => figure.text },
        { key: "source", header: t("common.source"), render: (figure) => <SourceWords source={figure.source} /> },
      ]}
    />
  );
}
