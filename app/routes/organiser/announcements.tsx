import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { CellNote, type Column, DataTable } from "#app/components/data-table.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { listAnnouncements } from "#app/features/proposals/announcements/queries.server.ts";
import { AnnouncementState } from "#app/features/proposals/components/announcement-state.tsx";
import { formatInstant, formatNumber } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { Translate } from "#app/i18n/translator.ts";
import { inLocale } from "#app/lib/words.ts";
import { requireCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { editionPath, organisedEdition } from "#app/routes/organiser/edition-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "communications.announcements.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const edition = organisedEdition(ctx, params);
    const list = listAnnouncements(ctx, edition.id).map(({ id, title, status, audience, total, told, dueAt, createdAt }) => ({ id, title, status, to: audience.to, total, told, dueAt, createdAt }));
    return { list, base: editionPath(edition, "announcements"), zone: edition.definition.zone };
  });
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>["list"][number];

export default function Announcements() {
  const t = useTranslate();
  const { list, base, zone } = useLoaderData<typeof loader>();
  const write = (
    <LinkButton to={`${base}/new`} variant="primary">
      {t("communications.announcements.write")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={t("communications.announcements.title")} lead={t("communications.announcements.lead")} actions={list.length > 0 && write} />
      <DataTable<Row>
        columns={columnsOf(t, { base, zone })}
        rows={list}
        rowKey={(row) => row.id}
        caption={t("communications.announcements.title")}
        captionHidden
        cards
        scrollLabel={t("common.table.scroll", { name: t("communications.announcements.title") })}
        empty={
          <EmptyState title={t("communications.announcements.empty")} action={write}>
            <p>{t("communications.announcements.emptyText")}</p>
          </EmptyState>
        }
      />
    </>
  );
}

const columnsOf = (t: Translate, { base, zone }: { base: string; zone: string }): Column<Row>[] => [
  { key: "title", header: t("communications.announcements.columnTitle"), rowHeader: true, render: ({ id, title }) => <Link to={`${base}/${id}`}>{inLocale(t.locale, title)}</Link> },
  { key: "to", header: t("communications.announcements.to"), render: ({ to }) => t(`communications.announcements.audiences.${to}`) },
  {
    key: "status",
    header: t("communications.announcements.status"),
    tight: true,
    render: ({ status, told, total }) => (
      <>
        <AnnouncementState status={status} />
        {total > 0 && <CellNote>{t("communications.announcements.progress", { told: formatNumber(t.locale, told), total: formatNumber(t.locale, total) })}</CellNote>}
      </>
    ),
  },
  { key: "when", header: t("communications.announcements.when"), render: ({ dueAt, createdAt }) => formatInstant(t.locale, dueAt || createdAt, zone) },
];
