import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { Badge } from "#app/components/badge.tsx";
import { ButtonRow, LinkButton, SubmitButton } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { typedText } from "#app/components/field.tsx";
import { KeptForm } from "#app/components/kept-form.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Panel, Stack } from "#app/components/panel.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import { isEmailVerified } from "#app/features/accounts/queries.server.ts";
import { emailChangeInput } from "#app/features/accounts/recovery/inputs.ts";
import { requestEmail } from "#app/features/accounts/recovery/operations.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { parseForm } from "#app/lib/forms.server.ts";
import { requireCtx, requireFreshSign } from "#app/request.server.ts";
import { redirectWithToast, respondForm } from "#app/respond.server.ts";
import { useFormState } from "#app/routes/form-state.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "accounts.email.title");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return { email: ctx.actor.email, verified: isEmailVerified(ctx, ctx.actor.userId) };
}

/** Sends a link to the new address; it takes the old one's place when the link is followed. */
export async function action({ request, context }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  await requireFreshSign(request, context);
  return respondForm(ctx, request, (form) => {
    const { email } = parseForm(form, emailChangeInput);
    requestEmail(ctx, email);
    return redirectWithToast("/profile/email", translators[ctx.locale]("accounts.email.sent", { email }));
  });
}

export default function Email() {
  const t = useTranslate();
  const page = useLoaderData<typeof loader>();
  const state = useFormState();
  return (
    <div className="narrow">
      <PageHeader
        title={t("accounts.email.title")}
        crumbs={[{ to: "/profile", label: t("accounts.profile.title") }, { label: t("accounts.email.title") }]}
        crumbsLabel={t("common.crumbs")}
        lead={t("accounts.email.lead")}
      />
      <Stack gap="large">
        <Panel
          title={page.email}
          aside={<Badge tone={page.verified ? "ok" : "warn"}>{t(page.verified ? "accounts.email.verified" : "accounts.email.unverified")}</Badge>}
        >
          <div className="stack stack--medium">
            <p>{t(page.verified ? "accounts.email.verifiedLead" : "accounts.email.unverifiedLead")}</p>
            {!page.verified && (
              <Form method="post" action="/profile/email/verification">
                <SubmitButton busyWord={t("common.busy")}>{t("accounts.email.verify")}</SubmitButton>
              </Form>
            )}
          </div>
        </Panel>
        <ErrorSummary title={state?.message} errors={state?.errors} labels={{ email: t("accounts.email.new") }} />
        <KeptForm id="email" method="post" className="stack stack--medium" keptNotice={t("common.restored")} keptOwner={page.email}>
          <TextInput
            name="email"
            type="email"
            autoComplete="email"
            required
            label={t("accounts.email.new")}
            hint={t("accounts.email.newHint")}
            error={state?.errors.email}
            defaultValue={typedText(state?.values, "email")}
          />
          <ButtonRow>
            <SubmitButton variant="primary" busyWord={t("common.busy")}>
              {t("accounts.email.submit")}
            </SubmitButton>
            <LinkButton to="/profile" variant="quiet">
              {t("common.cancel")}
            </LinkButton>
          </ButtonRow>
        </KeptForm>
      </Stack>
    </div>
  );
}
