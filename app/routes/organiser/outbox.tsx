import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
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
import { editionPath, organisedEdition } from "#app/routes/organiser/edition-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "communications.outbox.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const edition = organisedEdition(ctx, params);
    const filter = parseForm(new URL(request.url).searchParams, outboxFilterInput);
    const post = { server: context.config.smtpUrl !== null, demo: context.config.demo };
    const addresses = { base: editionPath(edition, "outbox"), templates: editionPath(edition, "letters") };
    return { list: listOutbox(ctx, edition.id, filter), filter, zone: edition.definition.zone, post, ...addresses };
  });
}

export default function Outbox() {
  const t = useTranslate();
  const { list, filter, zone, post, base, templates } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("communications.outbox.title")}
        lead={t("communications.outbox.lead")}
        actions={<LinkButton to={templates}>{t("communications.templates.title")}</LinkButton>}
      />
      <Stack>
        <PostNotice post={post} />
        <OutboxTable list={list} filter={filter} base={base} zone={zone} />
      </Stack>
    </>
  );
}
