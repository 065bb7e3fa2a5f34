import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { SubmitButton } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Stack } from "#app/components/panel.tsx";
import { findEmailLink } from "#app/features/accounts/queries.server.ts";
import { confirmEmail } from "#app/features/accounts/recovery/operations.server.ts";
import { checkInvitation } from "#app/features/accounts/rules.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { notFound } from "#app/lib/errors.ts";
import { publicCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { useFormState } from "#app/routes/form-state.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "accounts.emailLink.title");

/** Only looked at: programs that open every link of a letter use nothing up. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await publicCtx(request, context);
  return respond(ctx, () => {
    const link = findEmailLink(ctx, params.token ?? "");
    if (!link) throw notFound("accounts.emailLinkUnknown");
    checkInvitation(link, ctx.now);
    return { email: link.email };
  });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await publicCtx(request, context);
  return respondForm(ctx, request, () => {
    confirmEmail(ctx, params.token ?? "");
    return redirectWithToast(ctx.actor ? "/profile/email" : "/sign-in", translators[ctx.locale]("accounts.emailLink.done"));
  });
}

export default function EmailConfirmation() {
  const t = useTranslate();
  const { email } = useLoaderData<typeof loader>();
  const state = useFormState();
  return (
    <div className="narrow">
      <PageHeader title={t("accounts.emailLink.title")} lead={t("accounts.emailLink.lead", { email })} />
      <Stack>
        <ErrorSummary title={state?.message} errors={state?.errors} />
        <Form method="post">
          <SubmitButton variant="primary" busyWord={t("common.busy")}>
            {t("accounts.emailLink.submit")}
          </SubmitButton>
        </Form>
      </Stack>
    </div>
  );
}
