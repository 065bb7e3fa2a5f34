import { Download } from "lucide-react";
import { GoLink } from "#app/components/button.tsx";
import { CellNote, DataTable } from "#app/components/data-table.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { FilterBar } from "#app/components/filter-bar.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { Section, Stack } from "#app/components/panel.tsx";
import { Select } from "#app/components/select.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import { agencyKinds } from "#app/features/agencies/types.ts";
import type { ResultsInput } from "#app/features/showcase/inputs.ts";
import type { ShownList } from "#app/features/showcase/queries.server.ts";
import { resultsPageSize as pageSize } from "#app/features/showcase/rules.ts";
import type { ResultRow } from "#app/features/showcase/types.ts";
import { formatMark } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { Translate } from "#app/i18n/translator.ts";
import { inLocale } from "#app/lib/words.ts";

type ResultsTableProps = { shown: ShownList; input: ResultsInput };

/** The published list: searched, filtered, sorted, paged, and as a file. */
export function ResultsTable({ shown, input }: ResultsTableProps) {
  const t = useTranslate();
  const { list, rows, matching } = shown;
  const name = inLocale(t.locale, list.name);
  const from = (input.page - 1) * pageSize;
  const pages = Math.max(1, Math.ceil(matching / pageSize));
  const csv = (
    <span className="flex flex-wrap gap-x-6 gap-y-2">
      <GoLink to={`/downloads/lists/${list.id}.csv`} icon={Download} plain>
        {t("showcase.results.download")}
      </GoLink>
      {shown.hasBundle && (
        <GoLink to={`/downloads/bundles/${list.id}.zip`} icon={Download} plain>
          {t("showcase.results.bundle")}
        </GoLink>
      )}
    </span>
  );
  return (
    <Section title={name} aside={csv}>
      <Stack>
        <ResultsFilter shown={shown} input={input} />
        <DataTable
          caption={name}
          captionHidden
          cards
          scrollLabel={t("common.table.scroll", { name })}
          density="regular"
          rows={rows}
          rowKey={(row) => row.number}
          sort={{ key: input.sort, dir: input.dir }}
          sortWords={(header) => t("common.table.sortBy", { column: String(header) })}
          empty={<EmptyState title={t("showcase.results.nothing")} />}
          columns={columnsOf(t)}
        />
        {rows.length > 0 && (
          <Pagination
            page={input.page}
            pages={pages}
            summary={t("showcase.results.range", { from: from + 1, to: from + rows.length, count: matching })}
            words={{
              label: t("common.table.pages"),
              previous: t("common.previous"),
              next: t("common.next"),
              page: (page) => t("common.table.page", { page, pages }),
            }}
          />
        )}
        {shown.hasBundle && <p className="small faint">{t("showcase.results.bundleHolds")}</p>}
        <p className="small faint">{t("showcase.results.digest", { digest: (list.digest.slice(0, 16).match(/.{4}/g) ?? []).join(" ") })}</p>
      </Stack>
    </Section>
  );
}

const columnsOf = (t: Translate) => [
  { key: "rank", header: t("showcase.results.rank"), sortable: true, align: "end" as const, tight: true, render: (row: ResultRow) => row.rank },
  {
    key: "title",
    header: t("showcase.results.innovation"),
    sortable: true,
    rowHeader: true,
    render: (row: ResultRow) => (
      <>
        {row.title}
        <CellNote>{row.number}</CellNote>
      </>
    ),
  },
  {
    key: "agency",
    header: t("showcase.results.agency"),
    sortable: true,
    render: (row: ResultRow) => (
      <>
        {row.agencyName}
        <CellNote>{[t(`agencies.kinds.${row.kind}`), row.province ?? t("showcase.statistics.central")].join(", ")}</CellNote>
      </>
    ),
  },
  { key: "category", header: t("showcase.results.category"), render: (row: ResultRow) => inLocale(t.locale, row.category) },
  {
    key: "score",
    header: t("showcase.results.score"),
    sortable: true,
    align: "end" as const,
    tight: true,
    render: (row: ResultRow) => formatMark(t.locale, row.score),
  },
];

function ResultsFilter({ shown, input }: ResultsTableProps) {
  const t = useTranslate();
  const present = new Set(shown.composition.lines.map((line) => line.kind));
  const central = t("showcase.statistics.central");
  return (
    <FilterBar
      label={t("showcase.results.filter")}
      submitWord={t("common.filter")}
      keep={{ list: input.list || undefined, sort: input.sort, dir: input.dir }}
    >
      <TextInput type="search" name="q" label={t("showcase.results.search")} defaultValue={input.q} />
      <Select
        name="kind"
        label={t("showcase.results.kind")}
        emptyLabel={t("showcase.results.all")}
        defaultValue={input.kind}
        options={agencyKinds.filter((kind) => present.has(kind)).map((kind) => ({ value: kind, label: t(`agencies.kinds.${kind}`) }))}
      />
      <Select
        name="province"
        label={t("showcase.results.province")}
        emptyLabel={t("showcase.results.all")}
        defaultValue={input.province}
        options={shown.provinces.map(({ provinceCode, name }) => ({ value: provinceCode ?? "pusat", label: name ?? central }))}
      />
      <Select
        name="category"
        label={t("showcase.results.category")}
        emptyLabel={t("showcase.results.all")}
        defaultValue={input.category}
        options={shown.categories.map(({ key, name }) => ({ value: key, label: inLocale(t.locale, name) }))}
      />
    </FilterBar>
  );
}
