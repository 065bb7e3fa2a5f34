import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { CellNote, type Column, DataTable } from "#app/components/data-table.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { listReaders, type ReaderLine } from "#app/features/assignment/expertise/queries.server.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";
import { requireCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { assignedEdition } from "#app/routes/organiser/assignment-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "assignment.expertise.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const { id, definition } = assignedEdition(ctx, params);
    return { editionId: id, readers: listReaders(ctx, id), categories: definition.categories.map(({ key, name }) => ({ key, name })) };
  });
}

export default function AssignmentReaders() {
  const t = useTranslate();
  const { editionId, readers, categories } = useLoaderData<typeof loader>();
  const base = `/organiser/editions/${editionId}/assignment`;
  const names = (keys: readonly string[]): string =>
    keys.length === 0 ? t("common.none") : keys.map((key) => categories.find((one) => one.key === key)).flatMap((one) => (one ? [inLocale(t.locale, one.name)] : [])).join(", ");
  const title = t("assignment.expertise.title");
  const number = (value: number): string => formatNumber(t.locale, value);
  const columns: Column<ReaderLine>[] = [
    { key: "name", header: t("assignment.loads.name"), rowHeader: true, render: (row) => (<><Link to={`${base}/readers/${row.userId}`}>{row.name}</Link><CellNote>{row.organisation}</CellNote></>) },
    { key: "experts", header: t("assignment.expertise.bands.expert"), render: (row) => names(row.experts) },
    { key: "able", header: t("assignment.expertise.bands.able"), render: (row) => names(row.able) },
    { key: "bounds", header: t("assignment.plan.loads"), tight: true, render: (row) => (row.bounds ? t("assignment.plan.range", { from: number(row.bounds.least), to: number(row.bounds.most) }) : t("assignment.expertise.common")) },
  ];
  return (
    <>
      <PageHeader title={title} crumbs={[{ to: base, label: t("assignment.title") }, { label: title }]} crumbsLabel={t("common.crumbs")} meta={t("assignment.expertise.lead")} />
      <DataTable caption={title} captionHidden scrollLabel={t("common.table.scroll", { name: title })} rows={readers} rowKey={(row) => row.userId} columns={columns} empty={<EmptyState title={t("assignment.loads.empty")} />} />
    </>
  );
}
