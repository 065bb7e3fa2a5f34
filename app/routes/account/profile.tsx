import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useFetcher, useLoaderData } from "@remix-run/react";
import { Badge } from "#app/components/badge.tsx";
import { SubmitButton } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { typedText } from "#app/components/field.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { PasswordInput } from "#app/components/password-input.tsx";
import { Panel, Stack } from "#app/components/panel.tsx";
import { RadioGroup } from "#app/components/radio-group.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import { NewPassword, passwordWords } from "#app/features/accounts/components/new-password.tsx";
import { profileInput } from "#app/features/accounts/inputs.ts";
import { updateProfile } from "#app/features/accounts/operations.server.ts";
import { isEmailVerified } from "#app/features/accounts/queries.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { parseForm } from "#app/lib/forms.server.ts";
import { requireCtx } from "#app/request.server.ts";
import { type FormState, redirectWithToast, respondForm } from "#app/respond.server.ts";
import { AccountTabs } from "#app/routes/account/account-tabs.tsx";
import { preferenceCookie } from "#app/routes/account/preference.server.ts";
import { useFormState } from "#app/routes/form-state.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "accounts.profile.title");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  const { name, email, userId } = ctx.actor;
  return { name, email, locale: ctx.locale, verified: isEmailVerified(ctx, userId) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const input = parseForm(form, profileInput);
    updateProfile(ctx, input);
    const headers = new Headers({ "X-Remix-Reload-Document": "true" });
    headers.append("Set-Cookie", preferenceCookie("language", input.locale, context.config));
    return redirectWithToast("/profile", translators[input.locale]("accounts.profile.saved"), headers);
  });
}

export default function Profile() {
  const t = useTranslate();
  const page = useLoaderData<typeof loader>();
  const state = useFormState();
  return (
    <div className="narrow">
      <PageHeader title={t("accounts.profile.title")} meta={page.email} />
      <AccountTabs />
      <Stack gap="large">
        <ErrorSummary title={state?.message} errors={state?.errors} />
        <Form method="post" noValidate className="stack stack--medium">
          <TextInput
            name="name"
            autoComplete="name"
            required
            label={t("accounts.profile.name")}
            error={state?.errors.name}
            defaultValue={typedText(state?.values, "name", page.name)}
          />
          <RadioGroup
            name="locale"
            label={t("accounts.profile.locale")}
            options={[
              { value: "id", label: t("accounts.profile.localeId") },
              { value: "en", label: t("accounts.profile.localeEn") },
            ]}
            defaultValue={typedText(state?.values, "locale", page.locale)}
          />
          <SubmitButton variant="primary" busyWord={t("common.busy")}>
            {t("accounts.profile.submit")}
          </SubmitButton>
        </Form>
        <Panel
          title={t("accounts.email.title")}
          aside={<Badge tone={page.verified ? "ok" : "warn"}>{t(page.verified ? "accounts.email.verified" : "accounts.email.unverified")}</Badge>}
        >
          <p>
            {page.email} <Link to="/profile/email">{t("accounts.email.change")}</Link>
          </p>
        </Panel>
        <PasswordPanel about={[page.name, page.email]} />
      </Stack>
    </div>
  );
}

function PasswordPanel({ about }: { about: readonly string[] }) {
  const t = useTranslate();
  const fetcher = useFetcher<FormState | { ok: true }>();
  const state = fetcher.data && "errors" in fetcher.data ? fetcher.data : undefined;
  return (
    <Panel title={t("accounts.profile.passwordTitle")}>
      <fetcher.Form method="post" action="/profile/password" noValidate className="stack stack--medium">
        <ErrorSummary title={state?.message} errors={state?.errors} />
        {fetcher.data?.ok && (
          <Notice tone="ok" role="status">
            {t("accounts.profile.passwordSaved")}
          </Notice>
        )}
        <PasswordInput
          name="currentPassword"
          autoComplete="current-password"
          required
          label={t("accounts.profile.currentPassword")}
          error={state?.errors.currentPassword}
          words={passwordWords(t)}
        />
        <NewPassword label={t("accounts.profile.newPassword")} error={state?.errors.password} about={about} />
        <SubmitButton busyWord={t("common.busy")}>{t("accounts.profile.passwordSubmit")}</SubmitButton>
      </fetcher.Form>
    </Panel>
  );
}
