import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { LinkButton, SubmitButton } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { PasswordInput } from "#app/components/password-input.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import { passwordWords } from "#app/features/accounts/components/new-password.tsx";
import { hasSecondFactor } from "#app/features/accounts/factors/queries.server.ts";
import { proofInput } from "#app/features/accounts/sessions/inputs.ts";
import { proveIdentity } from "#app/features/accounts/sessions/operations.server.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { parseForm } from "#app/lib/forms.server.ts";
import { ownPath } from "#app/lib/own-path.ts";
import { requireCtx, sessionOf } from "#app/request.server.ts";
import { respondForm } from "#app/respond.server.ts";
import { useFormState } from "#app/routes/form-state.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "accounts.prove.title");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  const to = ownPath(new URL(request.url).searchParams.get("to")) ?? "/home";
  return { to, email: ctx.actor.email, factor: hasSecondFactor(ctx, ctx.actor.userId) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, async (form) => {
    const { to, ...proof } = parseForm(form, proofInput);
    await proveIdentity(ctx, context.sessions, { sessionId: sessionOf(request, context), ...proof });
    return redirect(to);
  });
}

export default function ReAuthentication() {
  const t = useTranslate();
  const page = useLoaderData<typeof loader>();
  const state = useFormState();
  return (
    <div className="narrow">
      <PageHeader title={t("accounts.prove.title")} lead={t("accounts.prove.lead")} meta={page.email} />
      <ErrorSummary title={state?.message} errors={state?.errors} />
      <Form method="post" noValidate className="stack stack--medium">
        <input type="hidden" name="to" value={page.to} />
        {/* A password manager looks for the address beside the password. */}
        <input type="text" name="" value={page.email} autoComplete="username" readOnly hidden />
        <PasswordInput
          name="password"
          autoComplete="current-password"
          label={t("accounts.prove.password")}
          error={state?.errors.password}
          words={passwordWords(t)}
        />
        {page.factor && (
          <TextInput
            name="code"
            autoComplete="one-time-code"
            characters={22}
            maxLength={40}
            label={t("accounts.prove.code")}
            hint={t("accounts.prove.or")}
            error={state?.errors.code}
          />
        )}
        <div className="btn-row">
          <SubmitButton variant="primary" busyWord={t("common.busy")}>
            {t("accounts.prove.submit")}
          </SubmitButton>
          <LinkButton to={page.to} variant="quiet">
            {t("common.cancel")}
          </LinkButton>
        </div>
      </Form>
    </div>
  );
}
