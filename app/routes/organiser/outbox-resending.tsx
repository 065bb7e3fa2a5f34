import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { reasonInput } from "#app/features/notifications/inputs.ts";
import { resendLetter } from "#app/features/notifications/outbox/operations.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { parseForm } from "#app/lib/forms.server.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { letterPlace } from "#app/routes/organiser/outbox-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { ReasonPage } from "#app/routes/reason-page.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "communications.outbox.resend");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => letterPlace(ctx, params));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const { letter, base } = letterPlace(ctx, params);
    resendLetter(ctx, { mailId: letter.id, ...parseForm(form, reasonInput) });
    return redirectWithToast(base, translators[ctx.locale]("communications.outbox.resent"));
  });
}

export default function OutboxResending() {
  const t = useTranslate();
  const { letter, base } = useLoaderData<typeof loader>();
  return (
    <ReasonPage
      id="resending"
      words={{
        title: t("communications.outbox.resend"),
        lead: t("communications.outbox.resendLead"),
        meta: letter.recipient,
        reason: t("communications.outbox.reason"),
        hint: t("communications.outbox.resendHint"),
        submit: t("communications.outbox.resend"),
      }}
      back={{ to: `${base}/${letter.id}`, label: t("communications.outbox.letterTitle") }}
      subject={letter.subject}
    />
  );
}
