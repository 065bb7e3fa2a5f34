import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { reasonInput } from "#app/features/notifications/inputs.ts";
import { resendLetter } from "#app/features/notifications/outbox/operations.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { letterPlace } from "#app/routes/organiser/outbox-of.server.ts";
import { LetterReason } from "#app/routes/organiser/outbox-reason.tsx";
import { pageTitle } from "#app/routes/page-title.ts";

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
  const { letter, base } = useLoaderData<typeof loader>();
  return <LetterReason act="resend" letter={letter} base={base} />;
}
