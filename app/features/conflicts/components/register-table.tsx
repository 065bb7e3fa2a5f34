import { Link } from "@remix-run/react";
import { CellNote, type Column, DataTable } from "#app/components/data-table.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { Panel } from "#app/components/panel.tsx";
import { ConflictStateBadge } from "#app/features/conflicts/components/declared-conflicts.tsx";
import type { RegisteredConflict } from "#app/features/conflicts/register/queries.server.ts";
import { formatDate } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { Translate } from "#app/i18n/translator.ts";

type RegisterTableProps = {
  rows: readonly RegisteredConflict[];
  total: number;
  page: number;
  pageSize: number;
  filtered: boolean;
  zone: string;
  base: string;
};

/** Number of the entry, name of the agency or province: what a conflict is about. */
export const aboutOf = (t: Translate, { entry, agencyName, regionCode }: Pick<RegisteredConflict, "entry" | "agencyName" | "regionCode">): string => {
  if (entry !== null) return t("conflicts.register.entry", { number: entry });
  return agencyName ?? t("conflicts.region.name", { code: regionCode ?? "" });
};

/** Conflicts that were declared, a page at a time, each with the way to its decision. */
export function RegisterTable(props: RegisterTableProps) {
  const t = useTranslate();
  const { rows, total, page, pageSize, filtered } = props;
  const caption = t("conflicts.register.caption");
  const from = (page - 1) * pageSize + 1;
  const pages = Math.ceil(total / pageSize);
  return (
    <Panel title={caption} flush>
      <DataTable
        bare
        density="regular"
        caption={caption}
        captionHidden
        cards
        scrollLabel={t("common.table.scroll", { name: caption })}
        rows={rows}
        rowKey={(row) => row.id}
        columns={useColumns(props)}
        empty={
          filtered ? (
            <EmptyState title={t("conflicts.register.emptyFiltered")} />
          ) : (
            <EmptyState title={t("conflicts.register.empty")}>{t("conflicts.register.emptyBody")}</EmptyState>
          )
        }
      />
      {total > 0 && (
        <Pagination
          page={page}
          pages={pages}
          summary={t("conflicts.register.range", { from, to: from + rows.length - 1, count: total })}
          words={{ label: t("common.table.pages"), previous: t("common.previous"), next: t("common.next"), page: (one) => t("common.table.page", { page: one, pages }) }}
        />
      )}
    </Panel>
  );
}

function useColumns({ zone, base }: RegisterTableProps): Column<RegisteredConflict>[] {
  const t = useTranslate();
  return [
    { key: "person", header: t("conflicts.register.person"), rowHeader: true, render: (row) => <Link to={`${base}/${row.id}`}>{row.person}</Link> },
    {
      key: "about",
      header: t("conflicts.register.about"),
      render: (row) => (
        <>
          {aboutOf(t, row)}
          <CellNote>{row.reason}</CellNote>
        </>
      ),
    },
    {
      key: "kind",
      header: t("conflicts.register.kind"),
      render: (row) => (
        <>
          {t(`conflicts.kinds.${row.kind}`)}
          <CellNote>{t(`conflicts.sources.${row.source}`)}</CellNote>
        </>
      ),
    },
    {
      key: "declaredAt",
      header: t("conflicts.register.declaredAt"),
      render: (row) => (
        <>
          {formatDate(t.locale, row.declaredAt, zone)}
          {row.expiresAt !== null && <CellNote>{t("conflicts.register.until", { date: formatDate(t.locale, row.expiresAt - 1, zone) })}</CellNote>}
        </>
      ),
    },
    { key: "state", header: t("conflicts.register.state"), tight: true, render: (row) => <ConflictStateBadge state={row.state} /> },
  ];
}
