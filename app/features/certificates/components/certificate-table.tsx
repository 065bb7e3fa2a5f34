import { Link } from "@remix-run/react";
import { Ban, Download } from "lucide-react";
import { Badge } from "#app/components/badge.tsx";
import { LinkButton } from "#app/components/button.tsx";
import { CellNote, DataTable } from "#app/components/data-table.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { FilterBar } from "#app/components/filter-bar.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { Stack } from "#app/components/panel.tsx";
import { Select } from "#app/components/select.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import type { CertificateTableInput } from "#app/features/certificates/inputs.ts";
import type { CertificateRow, IssuanceLine } from "#app/features/certificates/queries.server.ts";
import { certificatePageSize as pageSize } from "#app/features/certificates/rules.ts";
import { formatDate, formatInstant } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";

type CertificateTableProps = {
  lists: IssuanceLine[];
  rows: CertificateRow[];
  matching: number;
  issued: number;
  table: CertificateTableInput;
  zone: string;
  /** Address below which a certificate is revoked; null for those who only read. */
  revokeBase: string | null;
};

/** Every certificate of an edition: searched, filtered, sorted, paged. */
export function CertificateTable(props: CertificateTableProps) {
  const t = useTranslate();
  const { rows, matching, issued, table } = props;
  const from = (table.page - 1) * pageSize;
  const empty = issued === 0 ? t("certificates.table.empty") : t("certificates.table.emptyFilter");
  return (
    <Stack>
      {issued > 0 && <CertificateFilter lists={props.lists} table={table} />}
      <DataTable
        caption={t("certificates.table.caption")}
        cards
        scrollLabel={t("common.table.scroll", { name: t("certificates.table.caption") })}
        rows={rows}
        rowKey={(row) => row.id}
        isMuted={(row) => row.revokedAt !== null}
        sort={{ key: table.sort, dir: table.dir }}
        sortWords={(header) => t("common.table.sortBy", { column: String(header) })}
        empty={<EmptyState title={empty} />}
        columns={useColumns(props)}
      />
      {rows.length > 0 && (
        <Pagination
          page={table.page}
          pages={Math.max(1, Math.ceil(matching / pageSize))}
          summary={t("certificates.table.range", { from: from + 1, to: from + rows.length, count: matching })}
          words={{
            label: t("common.table.pages"),
            previous: t("common.previous"),
            next: t("common.next"),
            page: (page) => t("common.table.page", { page, pages: Math.ceil(matching / pageSize) }),
          }}
        />
      )}
    </Stack>
  );
}

function CertificateFilter({ lists, table }: Pick<CertificateTableProps, "lists" | "table">) {
  const t = useTranslate();
  const states = (["all", "valid", "revoked"] as const).map((value) => ({ value, label: t(`certificates.table.states.${value}`) }));
  return (
    <FilterBar label={t("certificates.table.filter")} submitWord={t("common.filter")} keep={{ sort: table.sort, dir: table.dir }}>
      <TextInput dense type="search" name="q" label={t("certificates.table.search")} defaultValue={table.q} />
      <Select
        dense
        name="list"
        label={t("certificates.table.list")}
        emptyLabel={t("certificates.table.allLists")}
        defaultValue={table.list}
        options={lists.map((line) => ({ value: line.listKey, label: inLocale(t.locale, line.name) }))}
      />
      <Select dense name="state" label={t("certificates.table.state")} defaultValue={table.state} options={states} />
    </FilterBar>
  );
}

function useColumns({ lists, zone, revokeBase }: CertificateTableProps) {
  const t = useTranslate();
  const names = new Map(lists.map((line) => [line.listKey, inLocale(t.locale, line.name)]));
  return [
    {
      key: "serial",
      header: t("certificates.fields.serial"),
      sortable: true,
      rowHeader: true,
      tight: true,
      render: (row: CertificateRow) => <Link to={`/verify/${row.code}`}>{row.serial}</Link>,
    },
    {
      key: "title",
      header: t("certificates.table.title"),
      sortable: true,
      render: (row: CertificateRow) => (
        <>
          {row.title}
          <CellNote>{names.get(row.listKey) ?? row.listKey}</CellNote>
        </>
      ),
    },
    { key: "agency", header: t("certificates.table.agency"), sortable: true, render: (row: CertificateRow) => row.agencyName },
    {
      key: "issuedAt",
      header: t("certificates.fields.issued"),
      sortable: true,
      tight: true,
      render: (row: CertificateRow) => formatDate(t.locale, row.issuedAt, zone),
    },
    { key: "state", header: t("certificates.table.state"), render: (row: CertificateRow) => <RowState row={row} zone={zone} /> },
    {
      key: "actions",
      header: t("certificates.issue.action"),
      tight: true,
      render: (row: CertificateRow) => (row.revokedAt === null ? <RowActions row={row} revokeBase={revokeBase} /> : null),
    },
  ];
}

function RowState({ row, zone }: { row: CertificateRow; zone: string }) {
  const t = useTranslate();
  if (row.revokedAt === null) return <Badge tone="ok">{t("certificates.table.states.valid")}</Badge>;
  return (
    <>
      <Badge tone="warn" icon={Ban}>
        {t("certificates.table.states.revoked")}
      </Badge>
      <CellNote>
        {formatInstant(t.locale, row.revokedAt, zone)}: {row.revokedReason}
      </CellNote>
    </>
  );
}

function RowActions({ row, revokeBase }: { row: CertificateRow; revokeBase: string | null }) {
  const t = useTranslate();
  return (
    <div className="flex gap-1">
      <LinkButton to={`/downloads/certificates/${row.id}.pdf`} variant="quiet" dense icon={Download} iconOnly download>
        {t("certificates.downloadOf", { serial: row.serial })}
      </LinkButton>
      {revokeBase !== null && (
        <LinkButton to={`${revokeBase}/${row.id}/revocation`} variant="quiet" dense icon={Ban} iconOnly>
          {t("certificates.table.revoke", { serial: row.serial })}
        </LinkButton>
      )}
    </div>
  );
}
