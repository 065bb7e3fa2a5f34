import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useLocation } from "@remix-run/react";
import { PageHeader } from "#app/components/page-header.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { Stack } from "#app/components/panel.tsx";
import { TabsNav } from "#app/components/tabs-nav.tsx";
import { PairsTable } from "#app/features/screening/similarity/components/pairs-table.tsx";
import { pairSearch } from "#app/features/screening/similarity/inputs.ts";
import { listPairPage, pairPageSize } from "#app/features/screening/similarity/queries.server.ts";
import { type PairState, pairStates } from "#app/features/screening/similarity/types.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { notFound } from "#app/lib/errors.ts";
import { parseId } from "#app/lib/ids.ts";
import { requireCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "similarity.list.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const editionId = parseId("edition", params.editionId);
    if (!editionId) throw notFound("competitions.editionUnknown");
    const { sort, dir, page, ...search } = pairSearch.parse(Object.fromEntries(new URL(request.url).searchParams));
    const list = listPairPage(ctx, { editionId, ...search, sort, dir, page });
    return { ...list, pageSize: pairPageSize, search, sort: { key: sort, dir }, base: `/organiser/editions/${editionId}/similarity` };
  });
}

export default function SimilarPairs() {
  const t = useTranslate();
  const { rows, total, page, pages, pageSize, counts, search, sort, zone, base } = useLoaderData<typeof loader>();
  const from = (page - 1) * pageSize;
  const number = (value: number): string => formatNumber(t.locale, value);
  return (
    <>
      <PageHeader title={t("similarity.list.title")} meta={t("similarity.list.lead")} />
      <Stack>
        <StateTabs counts={counts} state={search.state} />
        <PairsTable rows={rows} sort={sort} zone={zone} search={search} base={base} />
        {total > 0 && (
          <Pagination
            page={page}
            pages={pages}
            summary={t("similarity.list.range", { from: number(from + 1), to: number(from + rows.length), count: number(total) })}
            words={{
              label: t("common.table.pages"),
              previous: t("common.previous"),
              next: t("common.next"),
              page: (one) => t("common.table.page", { page: one, pages }),
            }}
          />
        )}
      </Stack>
    </>
  );
}

function StateTabs({ counts, state }: { counts: Record<PairState, number>; state: PairState | undefined }) {
  const t = useTranslate();
  const { search } = useLocation();
  const to = (one: PairState | undefined): string => {
    const params = new URLSearchParams(search);
    params.delete("page");
    if (one) params.set("state", one);
    else params.delete("state");
    return `?${params.toString()}`;
  };
  const all = pairStates.reduce((sum, one) => sum + counts[one], 0);
  const tabs = pairStates.map((one) => ({
    to: to(one),
    label: t(`similarity.states.${one}`),
    count: formatNumber(t.locale, counts[one]),
    current: state === one,
  }));
  const everything = { to: to(undefined), label: t("similarity.list.all"), count: formatNumber(t.locale, all), current: state === undefined };
  return <TabsNav label={t("similarity.list.tabs")} tabs={[everything, ...tabs]} />;
}
