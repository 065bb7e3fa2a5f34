import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form } from "@remix-run/react";
import { SubmitButton } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { typedText } from "#app/components/field.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import { resetRequestInput } from "#app/features/accounts/recovery/inputs.ts";
import { requestPasswordReset } from "#app/features/accounts/recovery/operations.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { parseForm } from "#app/lib/forms.server.ts";
import { publicCtx } from "#app/request.server.ts";
import { redirectWithToast, respondForm } from "#app/respond.server.ts";
import { useFormState } from "#app/routes/form-state.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "accounts.reset.title");

export async function loader({ request, context }: LoaderFunctionArgs) {
  await publicCtx(request, context);
  return null;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const ctx = await publicCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const { email } = parseForm(form, resetRequestInput);
    requestPasswordReset(ctx, context.sessions, { email, network: context.network });
    return redirectWithToast("/sign-in", translators[ctx.locale]("accounts.reset.sent"));
  });
}

export default function PasswordReset() {
  const t = useTranslate();
  const state = useFormState();
  return (
    <div className="narrow">
      <PageHeader title={t("accounts.reset.title")} lead={t("accounts.reset.lead")} />
      <ErrorSummary title={state?.message} errors={state?.errors} />
      <Form method="post" noValidate className="stack stack--medium">
        <TextInput
          name="email"
          type="email"
          autoComplete="username"
          required
          label={t("accounts.signIn.email")}
          error={state?.errors.email}
          defaultValue={typedText(state?.values, "email")}
        />
        <SubmitButton variant="primary" busyWord={t("common.busy")}>
          {t("accounts.reset.submit")}
        </SubmitButton>
      </Form>
    </div>
  );
}
