import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DataTable, Missing } from "#app/components/data-table.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { listOwnSeverity } from "#app/features/ranking/severity/queries.server.ts";
import { formatInstant, formatNumber } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { notFound } from "#app/lib/errors.ts";
import { parseId } from "#app/lib/ids.ts";
import { inLocale } from "#app/lib/words.ts";
import { requireCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "ranking.severity.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const editionId = parseId("edition", params.editionId);
    if (!editionId) throw notFound("competitions.editionUnknown");
    const rows = listOwnSeverity(ctx, editionId);
    return { rows, desk: `/assessor/${editionId}`, zone: rows.length > 0 ? getEdition(ctx, editionId).definition.zone : "" };
  });
}

/** What the published lists found of the reader's own marks; of nobody else's. */
export default function Severity() {
  const t = useTranslate();
  const { rows, zone, desk } = useLoaderData<typeof loader>();
  const points = (value: number | null) => (value === null ? <Missing word={t("ranking.table.unknown")} /> : formatNumber(t.locale, value, 2));
  return (
    <>
      <PageHeader
        title={t("ranking.severity.title")}
        crumbs={[{ label: t("scoring.desk.title"), to: desk }, { label: t("ranking.severity.title") }]}
        crumbsLabel={t("common.crumbs")}
        lead={t("ranking.severity.lead")}
      />
      <DataTable
        caption={t("ranking.severity.title")}
        captionHidden
        scrollLabel={t("common.table.scroll", { name: t("ranking.severity.title") })}
        rows={rows}
        rowKey={(row) => `${row.listName.id} ${row.stage.id}`}
        empty={<EmptyState title={t("ranking.severity.none")} />}
        columns={[
          { key: "list", header: t("ranking.severity.list"), rowHeader: true, render: (row) => inLocale(t.locale, row.listName) },
          { key: "stage", header: t("ranking.model.stage"), folds: true, render: (row) => inLocale(t.locale, row.stage) },
          { key: "marks", header: t("ranking.table.reads"), align: "end", tight: true, folds: true, render: (row) => row.marks },
          { key: "leniency", header: t("ranking.figures.leniency"), align: "end", tight: true, render: (row) => points(row.leniency) },
          { key: "se", header: t("ranking.figures.se"), align: "end", tight: true, folds: true, render: (row) => points(row.se) },
          { key: "published", header: t("ranking.list.approved"), tight: true, folds: true, render: (row) => formatInstant(t.locale, row.publishedAt, zone) },
        ]}
      />
    </>
  );
}
