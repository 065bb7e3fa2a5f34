import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/page-header.tsx";
import { Stack } from "#app/components/panel.tsx";
import { OutboxTable } from "#app/features/notifications/components/outbox-table.tsx";
import { PostNotice } from "#app/features/notifications/components/post-notice.tsx";
import { outboxFilterInput } from "#app/features/notifications/inputs.ts";
import { listOutbox } from "#app/features/notifications/outbox/queries.server.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { parseForm } from "#app/lib/forms.server.ts";
import { requireCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { systemZone } from "#app/routes/organiser/outbox-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { SystemTabs } from "#app/routes/system/system-tabs.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "communications.outbox.title");

/** Every letter of the system, for its operator. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const filter = parseForm(new URL(request.url).searchParams, outboxFilterInput);
    const post = { server: context.config.smtpUrl !== null, demo: context.config.demo };
    return { list: listOutbox(ctx, null, filter), filter, post, zone: systemZone };
  });
}

export default function SystemOutbox() {
  const t = useTranslate();
  const { list, filter, post, zone } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={t("communications.outbox.title")} lead={t("communications.outbox.leadSystem")} />
      <SystemTabs />
      <Stack>
        <PostNotice post={post} />
        <OutboxTable list={list} filter={filter} base="/system/outbox" zone={zone} />
      </Stack>
    </>
  );
}
