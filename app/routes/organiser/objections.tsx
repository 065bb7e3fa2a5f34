import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/page-header.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { Stack } from "#app/components/panel.tsx";
import { TabsNav } from "#app/components/tabs-nav.tsx";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { WithheldNote } from "#app/features/conflicts/components/withheld-note.tsx";
import { ObjectionsTable } from "#app/features/objections/components/objections-table.tsx";
import { objectionFilterInput, objectionStates } from "#app/features/objections/inputs.ts";
import { mayDecideObjections } from "#app/features/objections/policy.ts";
import { listObjections, objectionPageSize } from "#app/features/objections/queries.server.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { notFound } from "#app/lib/errors.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { parseId } from "#app/lib/ids.ts";
import { requireCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "objections.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const editionId = parseId("edition", params.editionId);
    if (!editionId) throw notFound("competitions.editionUnknown");
    const filter = parseForm(new URL(request.url).searchParams, objectionFilterInput);
    const page = listObjections(ctx, editionId, filter);
    const { zone, year, lists } = getEdition(ctx, editionId).definition;
    return {
      ...page,
      filter,
      zone,
      year,
      listNames: Object.fromEntries(lists.map((list) => [list.key, list.name])),
      pageSize: objectionPageSize,
      now: ctx.now,
      mayDecide: mayDecideObjections(ctx.actor, editionId),
      base: `/organiser/editions/${editionId}/objections`,
    };
  });
}

export default function Objections() {
  const t = useTranslate();
  const { rows, matching, counts, withheld, filter, pageSize, ...table } = useLoaderData<typeof loader>();
  const from = (filter.page - 1) * pageSize;
  const pages = Math.max(1, Math.ceil(matching / pageSize));
  const tabs = objectionStates.map((status) => ({
    to: status === "all" ? "?" : `?status=${status}`,
    label: t(`objections.statuses.${status}`),
    count: status === "all" ? counts.filed : counts[status],
    current: filter.status === status,
  }));
  return (
    <>
      <PageHeader title={t("objections.title")} meta={t("objections.lead")} />
      <Stack>
        <TabsNav label={t("objections.filter")} tabs={tabs} />
        <WithheldNote count={withheld} />
        <ObjectionsTable {...table} rows={rows} isFiltered={filter.status !== "all"} />
        {rows.length > 0 && (
          <Pagination
            page={filter.page}
            pages={pages}
            summary={t("objections.range", { from: from + 1, to: from + rows.length, count: matching })}
            words={{
              label: t("common.table.pages"),
              previous: t("common.previous"),
              next: t("common.next"),
              page: (page) => t("common.table.page", { page, pages }),
            }}
          />
        )}
      </Stack>
    </>
  );
}
