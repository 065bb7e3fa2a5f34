import { type Column, DataTable, Missing } from "#app/components/data-table.tsx";
import { formatMark } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";
import type { OtherSheet, SheetPage } from "#app/features/scoring/sheet/queries.server.ts";

type Row = { key: string; name: string; own: number | null; marks: (number | undefined)[] };

/** Marks of the other assessors beside one's own, without names, once one's own sheet is locked. */
export function OtherMarks({ page, others }: { page: SheetPage; others: readonly OtherSheet[] }) {
  const t = useTranslate();
  const title = t("scoring.others.title");
  if (others.length === 0) return <p className="soft">{t("scoring.others.none")}</p>;
  const cell = (mark: number | null | undefined) => (mark === null || mark === undefined ? <Missing word={t("scoring.sheet.missing")} /> : formatMark(t.locale, mark));
  const rows = page.criteria.map(({ key, name, mark }): Row => ({ key, name: inLocale(t.locale, name), own: mark, marks: others.map(({ marks }) => marks[key]) }));
  const columns: Column<Row>[] = [
    { key: "name", header: t("scoring.others.criterion"), rowHeader: true, render: (row) => row.name },
    { key: "own", header: t("scoring.others.own"), align: "end", tight: true, render: (row) => cell(row.own) },
    ...others.map((_, index): Column<Row> => ({
      key: `other${index}`,
      header: t("scoring.others.other", { number: index + 1 }),
      align: "end",
      tight: true,
      render: (row) => cell(row.marks[index]),
    })),
  ];
  const totals = Object.fromEntries(others.map(({ total }, index) => [`other${index}`, formatMark(t.locale, Math.round(total / 10_000))]));
  return (
    <DataTable
      caption={title}
      scrollLabel={t("common.table.scroll", { name: title })}
      rows={rows}
      rowKey={(row) => row.key}
      columns={columns}
      totals={{ name: t("scoring.others.total"), own: page.provisional.mark === null ? "" : formatMark(t.locale, page.provisional.mark), ...totals }}
    />
  );
}
