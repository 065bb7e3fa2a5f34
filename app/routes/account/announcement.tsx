import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { readAnnouncement } from "#app/features/proposals/announcements/queries.server.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { notFound } from "#app/lib/errors.ts";
import { parseId } from "#app/lib/ids.ts";
import { inLocale } from "#app/lib/words.ts";
import { publicCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "communications.announcements.one");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await publicCtx(request, context);
  return respond(ctx, () => {
    const id = parseId("announcement", params.announcementId);
    if (!id) throw notFound("proposals.announcementUnknown");
    const { title, body, retractedAt, ...rest } = readAnnouncement(ctx, id);
    // What was taken back is named, and its text is no longer spread.
    return { ...rest, title, retractedAt, body: retractedAt === null ? body : null };
  });
}

export default function AnnouncementRead() {
  const t = useTranslate();
  const { title, body, dueAt, edition, retractedAt, retractReason } = useLoaderData<typeof loader>();
  return (
    <div className="narrow">
      <PageHeader title={inLocale(t.locale, title)} meta={`${inLocale(t.locale, edition.name)}. ${formatInstant(t.locale, dueAt, edition.zone)}`} />
      {retractedAt !== null && (
        <Notice tone="warn" title={t("communications.announcements.retractedAt", { time: formatInstant(t.locale, retractedAt, edition.zone) })}>
          {retractReason}
        </Notice>
      )}
      {body && <p className="letter">{inLocale(t.locale, body)}</p>}
    </div>
  );
}
