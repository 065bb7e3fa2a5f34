import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CellNote, type Column, DataTable } from "#app/components/data-table.tsx";
import { ConfirmDialog } from "#app/components/dialog.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Stack } from "#app/components/panel.tsx";
import { WithheldNote } from "#app/features/conflicts/components/withheld-note.tsx";
import { OutcomeBadge } from "#app/features/screening/components/queue-table.tsx";
import { pageSearch } from "#app/features/screening/inputs.ts";
import { announceDecisions } from "#app/features/screening/letters/operations.server.ts";
import { getAnnouncementPage, type UnannouncedRow } from "#app/features/screening/letters/queries.server.ts";
import { countUnsettled } from "#app/features/screening/queries.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { formatInstant, formatNumber } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { editionPath, organisedEdition } from "#app/routes/organiser/edition-of.server.ts";
import { PageLinks } from "#app/routes/page-links.tsx";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "screening.announcement.title");

const pageSize = 25;
/** Entries announced at one press: so many letters are written while one waits. */
const atOnce = 500;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const edition = organisedEdition(ctx, params);
    const { page } = pageSearch.parse(Object.fromEntries(new URL(request.url).searchParams));
    const list = getAnnouncementPage(ctx, { editionId: edition.id, limit: pageSize, offset: (page - 1) * pageSize, translators });
    const { undecided } = countUnsettled(ctx, edition.id);
    return { ...list, undecided, page, zone: edition.definition.zone, back: editionPath(edition, "screening") };
  });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, () => {
    const edition = organisedEdition(ctx, params);
    const { announced, left } = announceDecisions(ctx, { editionId: edition.id, limit: atOnce });
    const t = translators[ctx.locale];
    const done = left > 0 ? t("screening.announcement.doneLeft", { announced, left }) : t("screening.announcement.done", { announced });
    return redirectWithToast(editionPath(edition, "screening/announcement"), done);
  });
}

export default function Announcement() {
  const t = useTranslate();
  const { total, passed, failed, withheld, rows, undecided, page, back } = useLoaderData<typeof loader>();
  const print = (value: number): string => formatNumber(t.locale, value);
  const count = print(total);
  const columns = useColumns();
  return (
    <>
      <PageHeader
        title={t("screening.announcement.title")}
        crumbs={[{ label: t("screening.progress.title"), to: back }, { label: t("screening.announcement.title") }]}
        crumbsLabel={t("common.crumbs")}
        lead={t("screening.announcement.lead")}
        actions={
          total > 0 && (
            <ConfirmDialog
              title={t("screening.announcement.confirmTitle", { count })}
              trigger={{ children: t("screening.announcement.button", { count }), variant: "primary" }}
              confirm={t("screening.announcement.button", { count })}
              cancel={t("common.cancel")}
              busyWord={t("common.busy")}
            >
              <p>{t("screening.announcement.confirmBody")}</p>
            </ConfirmDialog>
          )
        }
      />
      <Stack>
        {total > 0 && <p>{t("screening.announcement.summary", { total: count, passed: print(passed), failed: print(failed) })}</p>}
        {undecided > 0 && <Notice tone="info">{t("screening.announcement.undecided", { count: print(undecided) })}</Notice>}
        <DataTable
          caption={t("screening.announcement.caption")}
          captionHidden
          cards
          scrollLabel={t("common.table.scroll", { name: t("screening.announcement.caption") })}
          rows={rows}
          rowKey={(row) => row.proposalId}
          columns={columns}
          empty={<EmptyState title={t("screening.announcement.empty")}>{t("screening.announcement.emptyBody")}</EmptyState>}
        />
        <WithheldNote count={withheld} />
        <PageLinks page={page} pageSize={pageSize} total={total} shown={rows.length} range="screening.announcement.range" />
      </Stack>
    </>
  );
}

function useColumns(): Column<UnannouncedRow>[] {
  const t = useTranslate();
  const { zone } = useLoaderData<typeof loader>();
  return [
    { key: "number", header: t("screening.announcement.number"), tight: true, render: (row) => row.number },
    {
      key: "title",
      header: t("screening.announcement.proposal"),
      rowHeader: true,
      render: (row) => (
        <>
          {row.title}
          <CellNote>{row.agencyName}</CellNote>
        </>
      ),
    },
    { key: "outcome", header: t("screening.announcement.outcome"), tight: true, render: (row) => <OutcomeBadge outcome={row.outcome} /> },
    { key: "decidedAt", header: t("screening.announcement.decidedAt"), render: (row) => formatInstant(t.locale, row.decidedAt, zone) },
    { key: "letters", header: t("screening.announcement.letters"), render: (row) => <Letters row={row} /> },
  ];
}

/** Every letter as its reader would get it. */
function Letters({ row: { letters } }: { row: UnannouncedRow }) {
  const t = useTranslate();
  return (
    <details>
      <summary>{t("screening.announcement.previews", { count: letters.length })}</summary>
      {letters.map(({ userId, name, email, subject, body }) => (
        <article key={userId} className="stack stack--small">
          <p className="faint small">{t("screening.announcement.to", { name, email })}</p>
          <p>
            <b>{subject}</b>
          </p>
          <p className="letter">{body}</p>
        </article>
      ))}
    </details>
  );
}
