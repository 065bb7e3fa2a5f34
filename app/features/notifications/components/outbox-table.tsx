import { Link } from "@remix-run/react";
import { CellNote, type Column, DataTable, Missing } from "#app/components/data-table.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { FilterBar } from "#app/components/filter-bar.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { Stack } from "#app/components/panel.tsx";
import { Select } from "#app/components/select.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import { letterName, LetterState } from "#app/features/notifications/components/letter-state.tsx";
import type { OutboxFilter, OutboxPage, OutboxRow } from "#app/features/notifications/outbox/queries.server.ts";
import type { MailStatus } from "#app/features/notifications/types.ts";
import { formatInstant, formatNumber } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { Translate } from "#app/i18n/translator.ts";

type OutboxProps = { list: OutboxPage; filter: OutboxFilter; base: string; zone: string };
const statuses: readonly MailStatus[] = ["queued", "sent", "bounced", "failed", "cancelled", "withdrawn"];

/** Letters with their state; each leads to its exact words. */
export function OutboxTable({ list, filter, base, zone }: OutboxProps) {
  const t = useTranslate();
  const filtered = Boolean(filter.search || filter.status || filter.template);
  return (
    <Stack>
      <OutboxFilterBar list={list} filter={filter} filtered={filtered} />
      <DataTable<OutboxRow>
        columns={columnsOf(t, { base, zone })}
        rows={list.rows}
        rowKey={(row) => row.id}
        caption={t("communications.outbox.table")}
        captionHidden
        cards
        scrollLabel={t("common.table.scroll", { name: t("communications.outbox.table") })}
        sort={{ key: filter.sort, dir: filter.dir }}
        sortWords={(header) => t("common.table.sortBy", { column: String(header) })}
        empty={
          <EmptyState title={t(filtered ? "communications.outbox.noMatch" : "communications.outbox.empty")}>
            <p>{t(filtered ? "communications.outbox.noMatchText" : "communications.outbox.emptyText")}</p>
          </EmptyState>
        }
      />
      {list.total > 0 && <Pages list={list} />}
    </Stack>
  );
}

function OutboxFilterBar({ list, filter, filtered }: Pick<OutboxProps, "list" | "filter"> & { filtered: boolean }) {
  const t = useTranslate();
  const all = t("communications.outbox.all");
  const named = statuses.map((status) => {
    const count = formatNumber(t.locale, list.counts[status]);
    return { value: status, label: t("communications.outbox.count", { status: t(`communications.outbox.statuses.${status}`), count }) };
  });
  return (
    <FilterBar
      label={t("communications.outbox.filter")}
      submitWord={t("common.filter")}
      keep={{ sort: filter.sort, dir: filter.dir }}
      active={filtered ? [{ key: "all", label: t("common.clear"), removeTo: "?", removeWord: t("common.clear") }] : []}
    >
      <TextInput name="search" label={t("communications.outbox.search")} defaultValue={filter.search} dense type="search" />
      <Select name="status" label={t("communications.outbox.status")} emptyLabel={all} options={named} defaultValue={filter.status ?? ""} dense />
      <Select
        name="template"
        label={t("communications.outbox.template")}
        emptyLabel={all}
        options={list.templates.map((value) => ({ value, label: letterName(t, value) }))}
        defaultValue={filter.template}
        dense
      />
    </FilterBar>
  );
}

function Pages({ list }: { list: OutboxPage }) {
  const t = useTranslate();
  const print = (value: number): string => formatNumber(t.locale, value);
  const from = (list.page - 1) * list.pageSize + 1;
  return (
    <Pagination
      page={list.page}
      pages={list.pages}
      summary={t("communications.outbox.summary", { from: print(from), to: print(from + list.rows.length - 1), total: print(list.total) })}
      words={{
        label: t("communications.outbox.pages"),
        previous: t("common.previous"),
        next: t("common.next"),
        page: (page) => t("communications.outbox.page", { page }),
      }}
    />
  );
}

const columnsOf = (t: Translate, { base, zone }: { base: string; zone: string }): Column<OutboxRow>[] => [
  {
    key: "subject",
    header: t("communications.outbox.columns.subject"),
    rowHeader: true,
    render: (row) => <Link to={`${base}/${row.id}`}>{row.subject}</Link>,
  },
  { key: "recipient", header: t("communications.outbox.columns.recipient"), sortable: true, render: (row) => row.recipient },
  { key: "status", header: t("communications.outbox.columns.status"), sortable: true, tight: true, render: (row) => <State row={row} zone={zone} /> },
  {
    key: "created",
    header: t("communications.outbox.columns.created"),
    sortable: true,
    render: (row) => formatInstant(t.locale, row.createdAt, zone),
  },
  {
    key: "sent",
    header: t("communications.outbox.columns.sent"),
    render: (row) => (row.sentAt === null ? <Missing word={t("common.none")} /> : formatInstant(t.locale, row.sentAt, zone)),
  },
];

function State({ row, zone }: { row: OutboxRow; zone: string }) {
  const t = useTranslate();
  const waits = row.status === "queued" && row.attempts > 0;
  return (
    <>
      <LetterState status={row.status} />
      {waits && <CellNote>{t("communications.outbox.retryAt", { time: formatInstant(t.locale, row.nextAttemptAt, zone) })}</CellNote>}
    </>
  );
}
