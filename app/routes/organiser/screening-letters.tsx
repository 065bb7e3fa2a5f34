import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Badge, type Tone } from "#app/components/badge.tsx";
import { CellNote, type Column, DataTable } from "#app/components/data-table.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Stack } from "#app/components/panel.tsx";
import { pageSearch } from "#app/features/screening/inputs.ts";
import { listScreeningLetters, type SentLetter } from "#app/features/screening/letters/queries.server.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { requireCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { editionPath, organisedEdition } from "#app/routes/organiser/edition-of.server.ts";
import { PageLinks } from "#app/routes/page-links.tsx";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "screening.announcement.sentTitle");

const pageSize = 50;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const edition = organisedEdition(ctx, params);
    const { page } = pageSearch.parse(Object.fromEntries(new URL(request.url).searchParams));
    const list = listScreeningLetters(ctx, { editionId: edition.id, limit: pageSize, offset: (page - 1) * pageSize });
    return { ...list, page, zone: edition.definition.zone, back: editionPath(edition, "screening") };
  });
}

export default function ScreeningLetters() {
  const t = useTranslate();
  const { rows, total, page, back } = useLoaderData<typeof loader>();
  const columns = useColumns();
  return (
    <>
      <PageHeader
        title={t("screening.announcement.sentTitle")}
        crumbs={[{ label: t("screening.progress.title"), to: back }, { label: t("screening.announcement.sentTitle") }]}
        crumbsLabel={t("common.crumbs")}
        lead={t("screening.announcement.sentLead")}
      />
      <Stack>
        <DataTable
          caption={t("screening.announcement.sentCaption")}
          captionHidden
          cards
          scrollLabel={t("common.table.scroll", { name: t("screening.announcement.sentCaption") })}
          rows={rows}
          rowKey={(row) => row.id}
          columns={columns}
          empty={<EmptyState title={t("screening.announcement.sentNone")}>{t("screening.announcement.sentNoneBody")}</EmptyState>}
        />
        <PageLinks page={page} pageSize={pageSize} total={total} shown={rows.length} range="screening.announcement.range" />
      </Stack>
    </>
  );
}

const tones: Record<SentLetter["status"], Tone> = { queued: "open", sent: "ok", failed: "stop", bounced: "stop", cancelled: "neutral", withdrawn: "neutral" };

function useColumns(): Column<SentLetter>[] {
  const t = useTranslate();
  const { zone } = useLoaderData<typeof loader>();
  return [
    { key: "number", header: t("screening.announcement.number"), tight: true, render: (row) => row.number },
    {
      key: "recipient",
      header: t("screening.announcement.recipient"),
      rowHeader: true,
      render: (row) => (
        <>
          {row.name}
          <CellNote>{row.recipient}</CellNote>
        </>
      ),
    },
    { key: "kind", header: t("screening.announcement.kind"), render: (row) => t(`screening.announcement.kinds.${row.kind}`) },
    {
      key: "status",
      header: t("screening.announcement.status"),
      tight: true,
      render: (row) => <Badge tone={tones[row.status]}>{t(`screening.announcement.statuses.${row.status}`)}</Badge>,
    },
    { key: "createdAt", header: t("screening.announcement.createdAt"), render: (row) => formatInstant(t.locale, row.createdAt, zone) },
  ];
}
