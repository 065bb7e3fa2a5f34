import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/page-header.tsx";
import { LetterView } from "#app/features/notifications/components/letter-view.tsx";
import { useTranslate } from "#app/i18n/provider.tsx";
import { requireCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { letterPlace } from "#app/routes/organiser/outbox-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "communications.outbox.letterTitle");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => letterPlace(ctx, params));
}

export default function OutboxLetter() {
  const t = useTranslate();
  const place = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={place.letter.subject}
        crumbs={[{ label: t("communications.outbox.title"), to: place.base }, { label: t("communications.outbox.letterTitle") }]}
        crumbsLabel={t("common.crumbs")}
      />
      <LetterView {...place} />
    </>
  );
}
