import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect, redirectDocument } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { DemoAccounts } from "#app/routes/account/demo-accounts.tsx";
import { SubmitButton } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { typedText } from "#app/components/field.tsx";
import { KeptForm } from "#app/components/kept-form.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { PasswordInput } from "#app/components/password-input.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import { passwordWords } from "#app/features/accounts/components/new-password.tsx";
import { signInInput } from "#app/features/accounts/sessions/inputs.ts";
import { signIn } from "#app/features/accounts/sessions/operations.server.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { parseForm } from "#app/lib/forms.server.ts";
import { clientOf, publicCtx } from "#app/request.server.ts";
import { respondForm } from "#app/respond.server.ts";
import { useFormState } from "#app/routes/form-state.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { demoAccounts, demoPassword } from "#db/seeds/demo-accounts.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "accounts.signIn.title");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const ctx = await publicCtx(request, context);
  const search = new URL(request.url).searchParams;
  if (ctx.actor) throw redirect("/home");
  return { to: search.get("to") ?? "/home", expired: search.has("expired"), demo: context.config.demo ? { accounts: demoAccounts, password: demoPassword } : null };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const ctx = await publicCtx(request, context);
  return respondForm(ctx, request, async (form) => {
    const { to, ...credentials } = parseForm(form, signInInput);
    const session = await signIn(ctx, context.sessions, { ...credentials, ...clientOf(request, context) });
    const next = session.codeDue ? `/sign-in/code?to=${encodeURIComponent(to)}` : to;
    return redirectDocument(next, { headers: { "Set-Cookie": context.sessions.sessionCookie(session.sessionId) } });
  });
}

export default function SignIn() {
  const t = useTranslate();
  const page = useLoaderData<typeof loader>();
  const state = useFormState();
  return (
    <div className="narrow">
      <PageHeader title={t("accounts.signIn.title")} lead={t("accounts.signIn.lead")} />
      {page.expired && <Notice tone="info">{t("accounts.signIn.expired")}</Notice>}
      <ErrorSummary title={state?.message} errors={state?.errors} />
      <KeptForm id="sign-in" method="post" className="stack stack--medium" keptNotice={t("common.restored")}>
        <input type="hidden" name="to" value={page.to} />
        <TextInput
          name="email"
          type="email"
          autoComplete="username"
          required
          label={t("accounts.signIn.email")}
          error={state?.errors.email}
          defaultValue={typedText(state?.values, "email")}
        />
        <PasswordInput
          name="password"
          autoComplete="current-password"
          required
          label={t("accounts.signIn.password")}
          error={state?.errors.password}
          words={passwordWords(t)}
        />
        <div className="btn-row">
          <SubmitButton variant="primary" busyWord={t("common.busy")}>
            {t("accounts.signIn.submit")}
          </SubmitButton>
          <Link to="/password-reset">{t("accounts.signIn.forgot")}</Link>
        </div>
      </KeptForm>
      <p className="soft">
        <Link to="/agencies/access">{t("agencies.appointments.ask.fromSignIn")}</Link>
      </p>
      {page.demo && <DemoAccounts {...page.demo} />}
    </div>
  );
}
