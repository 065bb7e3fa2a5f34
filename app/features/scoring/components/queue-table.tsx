import { Link } from "@remix-run/react";
import { CellNote, type Column, DataTable, Missing } from "#app/components/data-table.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { ReadingBadge } from "#app/features/scoring/components/progress-panels.tsx";
import type { QueueItem } from "#app/features/scoring/desk/queries.server.ts";
import { formatMark } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";

type QueueTableProps = {
  rows: readonly QueueItem[];
  total: number;
  page: number;
  pageSize: number;
  blind: boolean;
  filtered: boolean;
  /** Where a row leads, before the assignment's id. */
  base: string;
};

/** What an assessor reads at a stage, a page at a time. */
export function QueueTable(props: QueueTableProps) {
  const t = useTranslate();
  const caption = t("scoring.desk.caption");
  return (
    <>
      <DataTable
        density="regular"
        caption={caption}
        captionHidden
        scrollLabel={t("common.table.scroll", { name: caption })}
        rows={props.rows}
        rowKey={(row) => row.assignmentId}
        isMuted={(row) => row.state === "locked"}
        empty={<NothingHere filtered={props.filtered} />}
        columns={useColumns(props)}
      />
      {props.total > 0 && <Pages {...props} />}
    </>
  );
}

function NothingHere({ filtered }: { filtered: boolean }) {
  const t = useTranslate();
  if (filtered) return <EmptyState title={t("scoring.desk.emptyFiltered")} />;
  return <EmptyState title={t("scoring.desk.empty")}>{t("scoring.desk.emptyBody")}</EmptyState>;
}

function useColumns({ blind, base }: QueueTableProps): Column<QueueItem>[] {
  const t = useTranslate();
  const title: Column<QueueItem> = {
    key: "title",
    header: t("scoring.desk.proposal"),
    rowHeader: true,
    render: (row) => (
      <>
        <Link to={`${base}/${row.assignmentId}`}>{row.title}</Link>
        <CellNote>{[row.number, inLocale(t.locale, row.group), inLocale(t.locale, row.category)].join(", ")}</CellNote>
      </>
    ),
  };
  const agency: Column<QueueItem> = { key: "agency", header: t("scoring.desk.agency"), folds: true, render: (row) => row.agencyName };
  return [
    title,
    ...(blind ? [] : [agency]),
    { key: "state", header: t("scoring.desk.state"), tight: true, render: (row) => <State row={row} /> },
    {
      key: "mark",
      header: t("scoring.desk.mark"),
      align: "end",
      tight: true,
      render: (row) => (row.mark === null ? <Missing word={t("scoring.desk.notMarked")} /> : formatMark(t.locale, row.mark)),
    },
  ];
}

function State({ row }: { row: QueueItem }) {
  const t = useTranslate();
  return (
    <>
      <ReadingBadge state={row.state} />
      {row.state === "draft" && <CellNote>{t("scoring.desk.marked", { marked: row.marked, count: row.of })}</CellNote>}
    </>
  );
}

function Pages({ page, pageSize, total, rows }: QueueTableProps) {
  const t = useTranslate();
  const pages = Math.ceil(total / pageSize);
  const from = (page - 1) * pageSize + 1;
  return (
    <Pagination
      page={page}
      pages={pages}
      summary={t("scoring.desk.range", { from, to: from + rows.length - 1, count: total })}
      words={{
        label: t("common.table.pages"),
        previous: t("common.previous"),
        next: t("common.next"),
        page: (one) => t("common.table.page", { page: one, pages }),
      }}
    />
  );
}
