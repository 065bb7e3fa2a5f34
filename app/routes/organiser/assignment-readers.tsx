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
import { readersSearch } from "#app/features/assignment/expertise/inputs.ts";
import { listReaders, type ReaderLine } from "#app/features/assignment/expertise/queries.server.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { Translate } from "#app/i18n/translator.ts";
import { inLocale } from "#app/lib/words.ts";
import { requireCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { assignedEdition } from "#app/routes/organiser/assignment-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "assignment.expertise.title");

const pageSize = 50;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const { id, definition } = assignedEdition(ctx, params);
    const { page, ...filter } = readersSearch.parse(Object.fromEntries(new URL(request.url).searchParams));
    const found = listReaders(ctx, id, { ...filter, limit: pageSize, offset: (page - 1) * pageSize });
    return { editionId: id, page, filter, ...found, categories: definition.categories.map(({ key, name }) => ({ key, name })) };
  });
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

export default function AssignmentReaders() {
  const t = useTranslate();
  const data = useLoaderData<typeof loader>();
  const { editionId, rows, matching, total } = data;
  const base = `/organiser/editions/${editionId}/assignment`;
  const title = t("assignment.expertise.title");
  return (
    <>
      <PageHeader title={title} crumbs={[{ to: base, label: t("assignment.title") }, { label: title }]} crumbsLabel={t("common.crumbs")} meta={t("assignment.expertise.lead")} />
      <Stack>
        {total > 0 && <ReaderFilter data={data} />}
        <DataTable
          caption={title}
          captionHidden
          scrollLabel={t("common.table.scroll", { name: title })}
          rows={rows}
          rowKey={(row) => row.userId}
          columns={columnsOf(t, data, base)}
          empty={<EmptyState title={t(total === 0 ? "assignment.loads.empty" : "assignment.expertise.emptyFiltered")} />}
        />
        {matching > 0 && <ReaderPages data={data} />}
      </Stack>
    </>
  );
}

function columnsOf(t: Translate, { categories }: Page, base: string): Column<ReaderLine>[] {
  const names = (keys: readonly string[]): string =>
    keys.length === 0 ? t("common.none") : keys.map((key) => categories.find((one) => one.key === key)).flatMap((one) => (one ? [inLocale(t.locale, one.name)] : [])).join(", ");
  const number = (value: number): string => formatNumber(t.locale, value);
  return [
    { key: "name", header: t("assignment.loads.name"), rowHeader: true, render: (row) => (<><Link to={`${base}/readers/${row.userId}`}>{row.name}</Link><CellNote>{row.organisation}</CellNote></>) },
    { key: "experts", header: t("assignment.expertise.bands.expert"), folds: true, render: (row) => names(row.experts) },
    { key: "able", header: t("assignment.expertise.bands.able"), folds: true, render: (row) => names(row.able) },
    { key: "bounds", header: t("assignment.plan.loads"), tight: true, folds: true, render: (row) => (row.bounds ? t("assignment.plan.range", { from: number(row.bounds.least), to: number(row.bounds.most) }) : t("assignment.expertise.common")) },
  ];
}

function ReaderFilter({ data: { filter, categories } }: { data: Page }) {
  const t = useTranslate();
  const { search, category, band } = filter;
  const categoryWords = categories.find(({ key }) => key === category)?.name;
  const active = [search?.trim(), categoryWords && inLocale(t.locale, categoryWords), band && t(`assignment.expertise.bands.${band}`)].filter((word) => Boolean(word));
  return (
    <FilterBar
      label={t("assignment.expertise.filter")}
      submitWord={t("common.filter")}
      active={active.length > 0 ? [{ key: "all", label: active.join(", "), removeTo: "?", removeWord: t("common.clear") }] : []}
    >
      <TextInput key={`s${search}`} name="search" dense label={t("assignment.expertise.search")} defaultValue={search ?? ""} />
      <Select key={`c${category}`} name="category" dense label={t("assignment.expertise.category")} emptyLabel={t("assignment.expertise.anyCategory")} defaultValue={category ?? ""} options={categories.map(({ key, name }) => ({ value: key, label: inLocale(t.locale, name) }))} />
      <Select key={`b${band}`} name="band" dense label={t("assignment.expertise.band")} emptyLabel={t("assignment.expertise.anyBand")} defaultValue={band ?? ""} options={(["expert", "able"] as const).map((one) => ({ value: one, label: t(`assignment.expertise.bands.${one}`) }))} />
    </FilterBar>
  );
}

function ReaderPages({ data: { page, matching, rows } }: { data: Page }) {
  const t = useTranslate();
  const pages = Math.ceil(matching / pageSize);
  const from = (page - 1) * pageSize + 1;
  const words = { label: t("common.table.pages"), previous: t("common.previous"), next: t("common.next"), page: (one: number) => t("common.table.page", { page: one, pages }) };
  return <Pagination page={page} pages={pages} summary={t("assignment.loads.range", { from, to: from + rows.length - 1, count: matching })} words={words} />;
}
