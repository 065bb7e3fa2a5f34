import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, redirect, useLoaderData } from "@remix-run/react";
import { Badge } from "#app/components/badge.tsx";
import { ButtonRow, LinkButton, SubmitButton } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { Panel } from "#app/components/panel.tsx";
import { readNotices } from "#app/features/notifications/inbox/operations.server.ts";
import { noticePageInput } from "#app/features/notifications/inputs.ts";
import { countNotices, listNotices } from "#app/features/notifications/queries.server.ts";
import { composeNotice } from "#app/features/notifications/rules.ts";
import { formatInstant, formatNumber } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { parseForm } from "#app/lib/forms.server.ts";
import { requireCtx } from "#app/request.server.ts";
import { readerZone } from "#app/routes/account/reader-zone.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "communications.notices.title");

const pageSize = 30;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  const { page: asked } = parseForm(new URL(request.url).searchParams, noticePageInput);
  const { userId } = ctx.actor;
  const counts = countNotices(ctx, userId);
  const pages = Math.max(1, Math.ceil(counts.total / pageSize));
  const page = Math.min(asked, pages);
  return { ...counts, page, pages, zone: readerZone(ctx), notices: listNotices(ctx, userId, pageSize, (page - 1) * pageSize) };
}

/** Marks all of one's notices as read. */
export async function action({ request, context }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  readNotices(ctx);
  return redirect("/notices");
}

export default function Notices() {
  const t = useTranslate();
  const { notices, zone, total, unread, page, pages } = useLoaderData<typeof loader>();
  const print = (value: number): string => formatNumber(t.locale, value);
  const from = (page - 1) * pageSize + 1;
  return (
    <div className="narrow">
      <PageHeader
        title={t("communications.notices.title")}
        lead={t("communications.notices.lead")}
        actions={
          <ButtonRow>
            {unread > 0 && (
              <Form method="post">
                <SubmitButton busyWord={t("common.busy")}>{t("communications.notices.readAll")}</SubmitButton>
              </Form>
            )}
            <LinkButton to="/notices/preferences" variant="quiet">
              {t("communications.preferences.title")}
            </LinkButton>
          </ButtonRow>
        }
      />
      {total === 0 && (
        <EmptyState title={t("communications.notices.empty")}>
          <p>{t("communications.notices.emptyText")}</p>
        </EmptyState>
      )}
      {total > 0 && (
        <Panel title={t("communications.notices.unread", { count: print(unread) })} flush>
          <ul className="link-list">
            {notices.map((notice) => (
              <NoticeLine key={notice.id} notice={notice} zone={zone} />
            ))}
          </ul>
        </Panel>
      )}
      {total > 0 && (
        <Pagination
          page={page}
          pages={pages}
          summary={t("communications.outbox.summary", { from: print(from), to: print(from + notices.length - 1), total: print(total) })}
          words={{ label: t("communications.notices.pages"), previous: t("common.previous"), next: t("common.next"), page: (one) => t("communications.outbox.page", { page: one }) }}
        />
      )}
    </div>
  );
}

type Notice = ReturnType<typeof useLoaderData<typeof loader>>["notices"][number];

/** Following it marks it as read on the way. */
function NoticeLine({ notice, zone }: { notice: Notice; zone: string }) {
  const t = useTranslate();
  const words = composeNotice(t, notice.kind, notice.params);
  return (
    <li>
      {notice.url ? <Link to={`/notices/${notice.id}`} reloadDocument>{words}</Link> : <span>{words}</span>}
      <span className="faint small">{formatInstant(t.locale, notice.createdAt, zone)}</span>
      {notice.readAt === null && <Badge tone="info">{t("communications.notices.new")}</Badge>}
    </li>
  );
}
