import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirectDocument } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { SubmitButton } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { typedText } from "#app/components/field.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import { NewPassword } from "#app/features/accounts/components/new-password.tsx";
import { acceptInput } from "#app/features/accounts/inputs.ts";
import { acceptInvitation } from "#app/features/accounts/operations.server.ts";
import { findInvitationView } from "#app/features/accounts/queries.server.ts";
import { formatDeadline } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { DomainError, notFound } from "#app/lib/errors.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { clientOf, publicCtx } from "#app/request.server.ts";
import { respond, respondForm } from "#app/respond.server.ts";
import { useFormState } from "#app/routes/form-state.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { demoPassword } from "#db/seeds/demo-accounts.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "accounts.invitation.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await publicCtx(request, context);
  return respond(ctx, () => {
    const view = findInvitationView(ctx, params.token ?? "");
    if (!view) throw notFound("accounts.invitationUnknown");
    if (view.accepted) throw new DomainError("accounts.invitationUsed", { kind: "conflict" });
    return view;
  });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await publicCtx(request, context);
  return respondForm(ctx, request, async (form) => {
    const input = parseForm(form, acceptInput);
    const accepted = context.config.demo ? [demoPassword] : [];
    const client = clientOf(request, context);
    const session = await acceptInvitation(ctx, context.sessions, { ...input, ...client, accepted, token: params.token ?? "" });
    // A new page: the person may read another language than the visitor did.
    const next = session.codeDue ? "/sign-in/code" : "/home";
    return redirectDocument(next, { headers: { "Set-Cookie": context.sessions.sessionCookie(session.sessionId) } });
  });
}

export default function Invitation() {
  const t = useTranslate();
  const page = useLoaderData<typeof loader>();
  const state = useFormState();
  const until = t("accounts.invitation.until", { time: formatDeadline(t.locale, page.expiresAt, "Asia/Jakarta") });
  return (
    <div className="narrow">
      <PageHeader
        title={page.reset ? t("accounts.invitation.resetTitle") : t("accounts.invitation.title")}
        lead={t("accounts.invitation.lead", { email: page.email })}
        meta={until}
      />
      <ErrorSummary title={state?.message} errors={state?.errors} />
      <Form method="post" noValidate className="stack stack--medium">
        {!page.reset && (
          <TextInput
            name="name"
            autoComplete="name"
            required
            label={t("accounts.invitation.name")}
            error={state?.errors.name}
            defaultValue={typedText(state?.values, "name", page.name)}
          />
        )}
        <NewPassword label={t("accounts.invitation.password")} error={state?.errors.password} about={[page.name, page.email]} />
        <SubmitButton variant="primary" busyWord={t("common.busy")}>
          {page.reset ? t("accounts.invitation.resetSubmit") : t("accounts.invitation.submit")}
        </SubmitButton>
      </Form>
    </div>
  );
}
