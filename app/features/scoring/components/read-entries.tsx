import { Badge } from "#app/components/badge.tsx";
import { LinkButton } from "#app/components/button.tsx";
import { CellNote, type Column, DataTable, Missing } from "#app/components/data-table.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import type { ReadEntry } from "#app/features/scoring/divergence/queries.server.ts";
import { formatMark, formatNumber } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

type ReadEntriesProps = {
  /** A page of them. */
  rows: readonly ReadEntry[];
  total: number;
  page: number;
  pageSize: number;
  /** Where an agreed value is recorded, before the entry's id; null where the edition foresees none or the reader records none. */
  agreeBase: string | null;
  stage: string;
};

/** Entries whose independent marks are locked, the furthest apart first. */
export function ReadEntries({ rows, total, page, pageSize, agreeBase, stage }: ReadEntriesProps) {
  const t = useTranslate();
  const caption = t("scoring.entries.title");
  const from = (page - 1) * pageSize + 1;
  const pages = Math.ceil(total / pageSize);
  const columns: Column<ReadEntry>[] = [
    {
      key: "title",
      header: t("scoring.progress.proposal"),
      rowHeader: true,
      render: (row) => (
        <>
          {row.title}
          <CellNote>
            {row.number}, {t("scoring.entries.read", { locked: row.locked, standing: row.standing })}
          </CellNote>
        </>
      ),
    },
    { key: "range", header: t("scoring.entries.range"), align: "end", tight: true, folds: true, render: (row) => `${formatMark(t.locale, row.lowest)} – ${formatMark(t.locale, row.highest)}` },
    {
      key: "difference",
      header: t("scoring.entries.difference"),
      align: "end",
      tight: true,
      render: (row) => (row.diverges ? <Badge tone="warn">{t("scoring.entries.diverges", { mark: formatMark(t.locale, row.difference) })}</Badge> : formatMark(t.locale, row.difference)),
    },
    { key: "mean", header: t("scoring.entries.mean"), align: "end", tight: true, folds: true, render: (row) => formatMark(t.locale, row.mean) },
    { key: "agreed", header: t("scoring.entries.agreed"), align: "end", tight: true, folds: true, render: (row) => <Agreed row={row} /> },
  ];
  const action: Column<ReadEntry> = {
    key: "action",
    header: <span className="vh">{t("scoring.progress.action")}</span>,
    align: "end",
    tight: true,
    render: (row) => (
      <LinkButton to={`${agreeBase}/${row.proposalId}/agreement?stage=${stage}`} variant="quiet" dense aria-label={`${t("scoring.agreement.open")}, ${row.number}`}>
        {t("scoring.agreement.open")}
      </LinkButton>
    ),
  };
  return (
    <>
      <DataTable
        caption={caption}
        captionHidden
        scrollLabel={t("common.table.scroll", { name: caption })}
        rows={rows}
        rowKey={(row) => row.proposalId}
        columns={agreeBase === null ? columns : [...columns, action]}
        empty={<EmptyState title={t("scoring.entries.empty")} />}
      />
      {total > 0 && (
        <Pagination
          page={page}
          pages={pages}
          summary={t("scoring.entries.count", { from: formatNumber(t.locale, from), to: formatNumber(t.locale, from + rows.length - 1), count: formatNumber(t.locale, total) })}
          words={{ label: t("common.table.pages"), previous: t("common.previous"), next: t("common.next"), page: (one) => t("common.table.page", { page: one, pages }) }}
        />
      )}
    </>
  );
}

function Agreed({ row: { agreed, agreedStale } }: { row: ReadEntry }) {
  const t = useTranslate();
  if (agreed === null) return <Missing word={t("common.none")} />;
  return (
    <>
      {formatMark(t.locale, agreed)}
      {agreedStale && <CellNote>{t("scoring.entries.stale")}</CellNote>}
    </>
  );
}
