import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Badge, type Tone } from "#app/components/badge.tsx";
import { CellNote, type Column, DataTable } from "#app/components/data-table.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Stack } from "#app/components/panel.tsx";
import { TabsNav } from "#app/components/tabs-nav.tsx";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { appealSearch, appealStates } from "#app/features/screening/appeals/inputs.ts";
import { type AppealRow, listAppeals } from "#app/features/screening/appeals/queries.server.ts";
import { formatDeadline, formatInstant, formatNumber } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { notFound } from "#app/lib/errors.ts";
import { parseId } from "#app/lib/ids.ts";
import { requireCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { PageLinks } from "#app/routes/page-links.tsx";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "screening.appeal.list.title");

const pageSize = 50;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const editionId = parseId("edition", params.editionId);
    if (!editionId) throw notFound("competitions.editionUnknown");
    const { state, page } = appealSearch.parse(Object.fromEntries(new URL(request.url).searchParams));
    const list = listAppeals(ctx, { editionId, state, limit: pageSize, offset: (page - 1) * pageSize });
    return { ...list, editionId, state, page, now: ctx.now, zone: getEdition(ctx, editionId).definition.zone };
  });
}

export default function Appeals() {
  const t = useTranslate();
  const { rows, total, counts, state, page, editionId } = useLoaderData<typeof loader>();
  const words = (key: "title" | "lead" | "back" | "caption" | "tabs" | "all" | "empty" | "emptyBody") => t(`screening.appeal.list.${key}`);
  const all = counts.open + counts.upheld + counts.dismissed;
  const tabs = [
    { to: "?", label: words("all"), count: formatNumber(t.locale, all), current: state === undefined },
    ...appealStates.map((one) => {
      return { to: `?state=${one}`, label: t(`screening.appeal.states.${one}`), count: formatNumber(t.locale, counts[one]), current: state === one };
    }),
  ];
  return (
    <>
      <PageHeader
        title={words("title")}
        meta={words("lead")}
        crumbs={[{ label: words("back"), to: `/screening/${editionId}` }, { label: words("title") }]}
        crumbsLabel={t("common.crumbs")}
      />
      <Stack>
        <TabsNav label={words("tabs")} tabs={tabs} />
        <DataTable
          caption={words("caption")}
          captionHidden
          cards
          scrollLabel={t("common.table.scroll", { name: words("caption") })}
          rows={rows}
          rowKey={(row) => row.id}
          columns={useColumns()}
          empty={<EmptyState title={words("empty")}>{words("emptyBody")}</EmptyState>}
        />
        <PageLinks page={page} pageSize={pageSize} total={total} shown={rows.length} range="screening.appeal.list.range" />
      </Stack>
    </>
  );
}

const tones: Record<AppealRow["status"], Tone> = { open: "open", upheld: "ok", dismissed: "stop" };

function useColumns(): Column<AppealRow>[] {
  const t = useTranslate();
  const { zone, now, editionId } = useLoaderData<typeof loader>();
  return [
    { key: "number", header: t("screening.appeal.list.number"), tight: true, render: (row) => row.number },
    {
      key: "title",
      header: t("screening.appeal.list.proposal"),
      rowHeader: true,
      render: (row) => (
        <>
          <Link to={`/screening/${editionId}/appeals/${row.id}`}>{row.title}</Link>
          <CellNote>{row.agencyName}</CellNote>
        </>
      ),
    },
    { key: "filedAt", header: t("screening.appeal.list.filedAt"), render: (row) => formatInstant(t.locale, row.filedAt, zone) },
    {
      key: "decideBy",
      header: t("screening.appeal.list.decideBy"),
      render: (row) => (
        <>
          {formatDeadline(t.locale, row.decideBy, zone)}
          {row.status === "open" && now >= row.decideBy && <CellNote>{t("screening.appeal.list.overdue")}</CellNote>}
        </>
      ),
    },
    {
      key: "state",
      header: t("screening.appeal.list.state"),
      tight: true,
      render: (row) => <Badge tone={tones[row.status]}>{t(`screening.appeal.states.${row.status}`)}</Badge>,
    },
  ];
}
