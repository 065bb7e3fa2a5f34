import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { CellNote, type Column, DataTable } from "#app/components/data-table.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { FilterBar } from "#app/components/filter-bar.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { Stack } from "#app/components/panel.tsx";
import { Select } from "#app/components/select.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import { ReachBadge } from "#app/features/proposals/components/position.tsx";
import { type EntryPage, listEntryPage } from "#app/features/proposals/entries/queries.server.ts";
import { entryFilterInput } from "#app/features/proposals/inputs.ts";
import { formatDate, formatNumber, formatTime } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { MessageKey, Translate } from "#app/i18n/translator.ts";
import { notFound } from "#app/lib/errors.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { parseId } from "#app/lib/ids.ts";
import { inLocale } from "#app/lib/words.ts";
import { requireCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "proposals.entries.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const editionId = parseId("edition", params.editionId);
    if (!editionId) throw notFound("competitions.editionUnknown");
    const filter = parseForm(new URL(request.url).searchParams, entryFilterInput);
    return { filter, list: listEntryPage(ctx, editionId, filter) };
  });
}

type Row = EntryPage["rows"][number];
const reaches = ["submitted", "failed", "passed", "finalist", "winner"] as const;

export default function Entries() {
  const t = useTranslate();
  const { filter, list } = useLoaderData<typeof loader>();
  const filtered = [filter.search, filter.group, filter.category, filter.kind, filter.province, filter.reach].some(Boolean);
  return (
    <>
      <PageHeader title={t("proposals.entries.title")} />
      <Stack>
        <EntryFilter filtered={filtered} />
        <DataTable<Row>
          columns={columnsOf(t, list.zone)}
          rows={list.rows}
          rowKey={(row) => row.id}
          caption={t("proposals.entries.table")}
          captionHidden
          cards
          scrollLabel={t("proposals.entries.scroll")}
          sort={{ key: filter.sort, dir: filter.dir }}
          sortWords={(header) => t("common.table.sortBy", { column: String(header) })}
          empty={
            <EmptyState title={t(filtered ? "proposals.entries.noMatch" : "proposals.entries.empty")}>
              <p>{t(filtered ? "proposals.entries.noMatchText" : "proposals.entries.emptyText")}</p>
            </EmptyState>
          }
        />
        {list.total > 0 && <Pages list={list} />}
      </Stack>
    </>
  );
}

function EntryFilter({ filtered }: { filtered: boolean }) {
  const t = useTranslate();
  const { filter, list } = useLoaderData<typeof loader>();
  const all = t("proposals.entries.all");
  const named = (items: EntryPage["groups"]) => items.map(({ key, name }) => ({ value: key, label: inLocale(t.locale, name) }));
  const kinds = list.kinds.map((kind) => ({ value: kind, label: t(`agencies.kinds.${kind}` as MessageKey) }));
  const stages = [{ value: "through", label: t("controlRoom.through") }, ...reaches.map((reach) => ({ value: reach, label: t(`proposals.reaches.${reach}`) }))];
  const provinces = list.provinces.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <FilterBar
      label={t("proposals.entries.filter")}
      submitWord={t("common.filter")}
      keep={{ sort: filter.sort, dir: filter.dir }}
      active={filtered ? [{ key: "all", label: t("common.clear"), removeTo: "?", removeWord: t("common.clear") }] : []}
    >
      <TextInput name="search" label={t("proposals.entries.search")} defaultValue={filter.search} dense type="search" />
      <Select name="group" label={t("proposals.entries.group")} emptyLabel={all} options={named(list.groups)} defaultValue={filter.group} dense />
      <Select
        name="category"
        label={t("proposals.entries.category")}
        emptyLabel={all}
        options={named(list.categories)}
        defaultValue={filter.category}
        dense
      />
      <Select name="kind" label={t("proposals.entries.kind")} emptyLabel={all} options={kinds} defaultValue={filter.kind} dense />
      <Select name="province" label={t("controlRoom.province")} emptyLabel={all} options={provinces} defaultValue={filter.province} dense />
      <Select name="reach" label={t("proposals.entries.reach")} emptyLabel={all} options={stages} defaultValue={filter.reach ?? ""} dense />
    </FilterBar>
  );
}

function Pages({ list }: { list: EntryPage }) {
  const t = useTranslate();
  const print = (value: number): string => formatNumber(t.locale, value);
  const from = (list.page - 1) * list.pageSize + 1;
  const summary = { from: print(from), to: print(from + list.rows.length - 1), total: print(list.total) };
  return (
    <Pagination
      page={list.page}
      pages={list.pages}
      summary={t("proposals.entries.summary", summary)}
      words={{
        label: t("proposals.entries.pages"),
        previous: t("common.previous"),
        next: t("common.next"),
        page: (page) => t("proposals.entries.page", { page }),
      }}
    />
  );
}

const columnsOf = (t: Translate, zone: string): Column<Row>[] => [
  { key: "number", header: t("proposals.entries.columns.number"), sortable: true, tight: true, render: (row) => row.text },
  {
    key: "title",
    header: t("proposals.entries.columns.title"),
    sortable: true,
    rowHeader: true,
    render: (row) => (
      <>
        <Link to={`/proposals/${row.id}`}>{row.title}</Link>
        <CellNote>{inLocale(t.locale, row.category)}</CellNote>
      </>
    ),
  },
  {
    key: "agency",
    header: t("proposals.entries.columns.agency"),
    sortable: true,
    render: (row) => (
      <>
        {row.agencyName}
        <CellNote>{row.unit}</CellNote>
      </>
    ),
  },
  {
    key: "kind",
    header: t("proposals.entries.columns.kind"),
    sortable: true,
    tight: true,
    render: (row) => t(`agencies.kinds.${row.agencyKind}` as MessageKey),
  },
  { key: "group", header: t("proposals.entries.columns.group"), render: (row) => inLocale(t.locale, row.group) },
  { key: "reach", header: t("proposals.entries.columns.reach"), tight: true, render: (row) => <ReachBadge reach={row.reach} /> },
  {
    key: "submitted",
    header: t("proposals.entries.columns.submitted"),
    sortable: true,
    tight: true,
    render: (row) => (
      <>
        {formatDate(t.locale, row.submittedAt, zone)}
        <CellNote>{formatTime(t.locale, row.submittedAt, zone)}</CellNote>
      </>
    ),
  },
];
