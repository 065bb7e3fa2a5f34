import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect, redirectDocument } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { SubmitButton } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import { codeInput } from "#app/features/accounts/sessions/inputs.ts";
import { enterCode } from "#app/features/accounts/sessions/operations.server.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { parseForm } from "#app/lib/forms.server.ts";
import { ownPath } from "#app/lib/own-path.ts";
import { clientOf, publicCtx, sessionOf } from "#app/request.server.ts";
import { respondForm } from "#app/respond.server.ts";
import { useFormState } from "#app/routes/form-state.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "accounts.code.title");

/** Only for whoever has just written the right password. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const ctx = await publicCtx(request, context);
  const to = ownPath(new URL(request.url).searchParams.get("to")) ?? "/home";
  if (ctx.actor) throw redirect(to);
  const waiting = await context.sessions.validate(sessionOf(request, context));
  if (!waiting?.codeDue) throw redirect(`/sign-in?to=${encodeURIComponent(to)}`);
  return { to };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const ctx = await publicCtx(request, context);
  return respondForm(ctx, request, async (form) => {
    const { code, to } = parseForm(form, codeInput);
    const sessionId = sessionOf(request, context);
    const session = await enterCode(ctx, context.sessions, { sessionId, code, ...clientOf(request, context) });
    return redirectDocument(to, { headers: { "Set-Cookie": context.sessions.sessionCookie(session.sessionId) } });
  });
}

export default function SignInCode() {
  const t = useTranslate();
  const { to } = useLoaderData<typeof loader>();
  const state = useFormState();
  return (
    <div className="narrow">
      <PageHeader title={t("accounts.code.title")} lead={t("accounts.code.lead")} />
      <ErrorSummary title={state?.message} errors={state?.errors} />
      <Form method="post" noValidate className="stack stack--medium">
        <input type="hidden" name="to" value={to} />
        <TextInput
          name="code"
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          required
          characters={22}
          maxLength={40}
          label={t("accounts.code.label")}
          hint={t("accounts.code.hint")}
          error={state?.errors.code}
        />
        <div className="btn-row">
          <SubmitButton variant="primary" busyWord={t("common.busy")}>
            {t("accounts.code.submit")}
          </SubmitButton>
          <Link to="/sign-in">{t("accounts.code.again")}</Link>
        </div>
      </Form>
    </div>
  );
}
