import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { Badge } from "#app/components/badge.tsx";
import { ButtonRow, SubmitButton } from "#app/components/button.tsx";
import { ConfirmDialog } from "#app/components/dialog.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Columns, Panel, Stack } from "#app/components/panel.tsx";
import { RecordList } from "#app/components/record-list.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import { getAgency } from "#app/features/agencies/queries.server.ts";
import { openFeed } from "#app/features/proposals/calendar/operations.server.ts";
import { hasFeed } from "#app/features/proposals/calendar/queries.server.ts";
import type { DueItem } from "#app/features/proposals/calendar/types.ts";
import { formatDeadline, formatInstant, zoneName } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { notFound } from "#app/lib/errors.ts";
import { parseId } from "#app/lib/ids.ts";
import { requireCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { dueItems } from "#app/routes/agency/calendar-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "communications.calendar.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const agencyId = parseId("agency", params.agencyId);
    if (!agencyId) throw notFound("agencies.unknown");
    const items = dueItems(ctx, agencyId);
    const { name, zone } = getAgency(ctx, agencyId);
    return { items, name, zone, now: ctx.now, feed: hasFeed(ctx, agencyId), own: `/agencies/${agencyId}/calendar` };
  });
}

/** Makes the secret address of the feed; it is shown on the page that answers, and never again. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const agencyId = parseId("agency", params.agencyId);
    if (!agencyId) throw notFound("agencies.unknown");
    return data({ address: `${ctx.baseUrl}/calendars/${openFeed(ctx, { agencyId })}.ics` }, { headers: { "Cache-Control": "no-store" } });
  });
}

export default function AgencyCalendar() {
  const t = useTranslate();
  const { items, name, zone } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={t("communications.calendar.title")} meta={name} lead={t("communications.calendar.lead", { zone: zoneName(zone) })} />
      <Columns>
        {items.length === 0 ? (
          <EmptyState title={t("communications.calendar.empty")}>
            <p>{t("communications.calendar.emptyText")}</p>
          </EmptyState>
        ) : (
          <Panel title={t("communications.calendar.ahead")}>
            <DueList />
          </Panel>
        )}
        <Feed />
      </Columns>
    </>
  );
}

const soon = 3 * 24 * 3_600_000;

function DueList() {
  const t = useTranslate();
  const { items, zone, now } = useLoaderData<typeof loader>();
  const time = ({ at, until }: DueItem): string => (until === null ? formatDeadline(t.locale, at, zone) : formatInstant(t.locale, at, zone));
  const records = items.map((item) => ({
    key: item.key,
    title: item.about,
    to: item.to,
    sub: t(`communications.calendar.kinds.${item.kind}`),
    meta: time(item),
    aside: item.at - now < soon ? <Badge tone="warn">{t("communications.calendar.soon")}</Badge> : undefined,
  }));
  return <RecordList records={records} />;
}

function Feed() {
  const t = useTranslate();
  const { feed, own } = useLoaderData<typeof loader>();
  const made = useActionData<typeof action>();
  return (
    <Panel title={t("communications.calendar.feed")}>
      <Stack>
        <p className="soft">{t("communications.calendar.feedLead")}</p>
        {made && (
          <Notice tone="ok" role="status" title={t("communications.calendar.made")}>
            <TextInput name="address" label={t("communications.calendar.address")} defaultValue={made.address} readOnly key={made.address} />
          </Notice>
        )}
        {feed && !made && <p>{t("communications.calendar.standing")}</p>}
        <ButtonRow>
          <Form method="post">
            <SubmitButton busyWord={t("common.busy")}>{t(feed ? "communications.calendar.renew" : "communications.calendar.make")}</SubmitButton>
          </Form>
          {feed && (
            <ConfirmDialog
              title={t("communications.calendar.stopConfirm")}
              trigger={{ variant: "quiet", children: t("communications.calendar.stop") }}
              confirm={t("communications.calendar.stop")}
              cancel={t("common.cancel")}
              busyWord={t("common.busy")}
              action={`${own}/closure`}
            >
              <p>{t("communications.calendar.stopNote")}</p>
            </ConfirmDialog>
          )}
        </ButtonRow>
      </Stack>
    </Panel>
  );
}
