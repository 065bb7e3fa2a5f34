import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { ButtonRow, LinkButton, SubmitButton } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Stack } from "#app/components/panel.tsx";
import { RecoveryCodes } from "#app/features/accounts/components/recovery-codes.tsx";
import { renewRecoveryCodes } from "#app/features/accounts/factors/operations.server.ts";
import { findOwnFactor } from "#app/features/accounts/factors/queries.server.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { requireCtx, requireFreshSign } from "#app/request.server.ts";
import { respondForm } from "#app/respond.server.ts";
import { useFormState } from "#app/routes/form-state.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "accounts.factor.renewTitle");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  const factor = findOwnFactor(ctx, ctx.actor.userId);
  if (factor.state !== "on") throw redirect("/profile/second-factor");
  return { codesLeft: factor.codesLeft, email: ctx.actor.email };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  await requireFreshSign(request, context);
  return respondForm(ctx, request, () => ({ ok: true as const, codes: renewRecoveryCodes(ctx) }));
}

export default function RecoveryCodesPage() {
  const t = useTranslate();
  const page = useLoaderData<typeof loader>();
  const state = useFormState();
  const answer = useActionData<{ codes?: string[] }>();
  const back = "/profile/second-factor";
  return (
    <div className="narrow">
      <PageHeader
        title={t("accounts.factor.renewTitle")}
        crumbs={[{ to: back, label: t("accounts.factor.title") }, { label: t("accounts.factor.renewTitle") }]}
        crumbsLabel={t("common.crumbs")}
        lead={t("accounts.factor.renewLead")}
        meta={`${t("accounts.factor.codesLeft")}: ${t("accounts.factor.codesOf", { count: page.codesLeft })}`}
      />
      <Stack>
        <ErrorSummary title={state?.message} errors={state?.errors} />
        {answer?.codes && <RecoveryCodes codes={answer.codes} email={page.email} />}
        <Form method="post">
          <ButtonRow>
            {!answer?.codes && <SubmitButton busyWord={t("common.busy")}>{t("accounts.factor.renewSubmit")}</SubmitButton>}
            <LinkButton to={back} variant="quiet">
              {t("accounts.factor.back")}
            </LinkButton>
          </ButtonRow>
        </Form>
      </Stack>
    </div>
  );
}
