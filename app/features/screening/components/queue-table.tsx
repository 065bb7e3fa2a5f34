import { Link, useLocation } from "@remix-run/react";
import { Badge, type Tone } from "#app/components/badge.tsx";
import { CellNote, type Column, DataTable } from "#app/components/data-table.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { FilterBar } from "#app/components/filter-bar.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { Select } from "#app/components/select.tsx";
import type { Sort } from "#app/components/sort-link.ts";
import { TextInput } from "#app/components/text-input.tsx";
import { agencyKinds } from "#app/features/agencies/types.ts";
import type { Words } from "#app/features/competitions/definition/types.ts";
import type { QueueRow } from "#app/features/screening/queue/queries.server.ts";
import type { Progress, QueueState } from "#app/features/screening/types.ts";
import { formatDeadline, formatInstant } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";

export type QueueSearch = { state?: QueueState; group?: string; kind?: string; search?: string };

export type QueueTableProps = {
  rows: readonly QueueRow[];
  total: number;
  page: number;
  pageSize: number;
  zone: string;
  groups: readonly { key: string; name: Words }[];
  search: QueueSearch;
  sort: Sort;
  /** Where a row leads, before the proposal's id. */
  base: string;
};

/** Submitted entries with the state of their screening: searched, filtered, sorted, paged. */
export function QueueTable(props: QueueTableProps) {
  const t = useTranslate();
  const { rows, sort } = props;
  return (
    <>
      <QueueFilter {...props} />
      <DataTable
        density="regular"
        caption={t("screening.queue.caption")}
        captionHidden
        cards
        scrollLabel={t("common.table.scroll", { name: t("screening.queue.caption") })}
        rows={rows}
        rowKey={(row) => row.proposalId}
        sort={sort}
        sortWords={(column) => t("common.table.sortBy", { column })}
        empty={<NothingHere search={props.search} />}
        columns={useColumns(props)}
      />
      {props.total > 0 && <Pages {...props} />}
    </>
  );
}

function useColumns({ zone, base }: QueueTableProps): Column<QueueRow>[] {
  const t = useTranslate();
  return [
    { key: "number", header: t("screening.queue.number"), tight: true, sortable: true, render: (row) => row.number },
    {
      key: "title",
      header: t("screening.queue.proposalTitle"),
      rowHeader: true,
      sortable: true,
      render: (row) => (
        <>
          <Link to={`${base}/${row.proposalId}`}>{row.title}</Link>
          <CellNote>{inLocale(t.locale, row.group)}</CellNote>
        </>
      ),
    },
    {
      key: "agency",
      header: t("screening.queue.agency"),
      sortable: true,
      render: (row) => (
        <>
          {row.agencyName}
          <CellNote>{t(`agencies.kinds.${row.agencyKind}`)}</CellNote>
        </>
      ),
    },
    {
      key: "submittedAt",
      header: t("screening.queue.submittedAt"),
      sortable: true,
      render: (row) => formatInstant(t.locale, row.submittedAt, zone),
    },
    { key: "state", header: t("screening.queue.state"), tight: true, render: (row) => <Standing row={row} zone={zone} /> },
  ];
}

/** Where an entry stands, who has it, and until when. */
function Standing({ row, zone }: { row: QueueRow; zone: string }) {
  const t = useTranslate();
  return (
    <>
      {row.outcome ? <OutcomeBadge outcome={row.outcome} /> : <StateBadge state={row.state} />}
      {row.outcome && <CellNote>{t(`screening.caseStates.${row.caseState}`)}</CellNote>}
      {row.state === "taken" && row.holder && <CellNote>{t("screening.queue.holder", { name: row.holder })}</CellNote>}
      {row.dueAt !== null && <CellNote>{t("screening.queue.dueAt", { time: formatDeadline(t.locale, row.dueAt, zone) })}</CellNote>}
    </>
  );
}

const tones: Record<QueueState, Tone> = { mine: "mark", free: "open", taken: "neutral", second: "warn", returned: "info", decided: "ok", appealed: "warn" };

export function StateBadge({ state }: { state: QueueState }) {
  const t = useTranslate();
  return <Badge tone={tones[state]}>{t(`screening.states.${state}`)}</Badge>;
}

const outcomeTones: Record<keyof Progress, Tone> = { undecided: "open", passed: "ok", failed: "stop" };

export function OutcomeBadge({ outcome }: { outcome: keyof Progress }) {
  const t = useTranslate();
  return <Badge tone={outcomeTones[outcome]}>{t(`screening.outcomes.${outcome}`)}</Badge>;
}

function QueueFilter({ search, groups, sort }: QueueTableProps) {
  const t = useTranslate();
  const { group, kind, search: words } = search;
  const named = groups.find((one) => one.key === group)?.name;
  const active = [words, named && inLocale(t.locale, named), kind && t(`agencies.kinds.${kind as (typeof agencyKinds)[number]}`)].filter(Boolean);
  const params = new URLSearchParams(useLocation().search);
  for (const name of ["search", "group", "kind", "page"]) params.delete(name);
  const clear = `?${params.toString()}`;
  return (
    <FilterBar
      label={t("screening.queue.filter")}
      submitWord={t("common.filter")}
      keep={{ state: search.state, sort: sort.key, dir: sort.dir }}
      active={active.length > 0 ? [{ key: "all", label: active.join(", "), removeTo: clear, removeWord: t("common.clear") }] : []}
    >
      <TextInput key={`s${words}`} name="search" type="search" dense label={t("screening.queue.search")} defaultValue={words ?? ""} />
      <Select
        key={`g${group}`}
        name="group"
        dense
        label={t("screening.queue.group")}
        emptyLabel={t("screening.queue.allGroups")}
        defaultValue={group ?? ""}
        options={groups.map(({ key, name }) => ({ value: key, label: inLocale(t.locale, name) }))}
      />
      <Select
        key={`k${kind}`}
        name="kind"
        dense
        label={t("screening.queue.kind")}
        emptyLabel={t("screening.queue.allKinds")}
        defaultValue={kind ?? ""}
        options={agencyKinds.map((one) => ({ value: one, label: t(`agencies.kinds.${one}`) }))}
      />
    </FilterBar>
  );
}

function NothingHere({ search: { group, kind, search } }: { search: QueueSearch }) {
  const t = useTranslate();
  if (group || kind || search) {
    return <EmptyState title={t("screening.queue.emptyFiltered")}>{t("screening.queue.emptyFilteredBody")}</EmptyState>;
  }
  return <EmptyState title={t("screening.queue.empty")}>{t("screening.queue.emptyBody")}</EmptyState>;
}

function Pages({ page, pageSize, total, rows }: QueueTableProps) {
  const t = useTranslate();
  const pages = Math.ceil(total / pageSize);
  const from = (page - 1) * pageSize + 1;
  return (
    <Pagination
      page={page}
      pages={pages}
      summary={t("screening.queue.range", { from, to: from + rows.length - 1, count: total })}
      words={{
        label: t("common.table.pages"),
        previous: t("common.previous"),
        next: t("common.next"),
        page: (one) => t("common.table.page", { page: one, pages }),
      }}
    />
  );
}
