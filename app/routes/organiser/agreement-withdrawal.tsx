import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { withdrawalInput } from "#app/features/scoring/agreement/inputs.ts";
import { withdrawAgreement } from "#app/features/scoring/agreement/operations.server.ts";
import { mayRecordAgreement } from "#app/features/scoring/policy.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { notFound } from "#app/lib/errors.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { parseId } from "#app/lib/ids.ts";
import { requireCtx, type SignedInCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { ReasonPage } from "#app/routes/reason-page.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "scoring.agreement.withdraw");

function agreementOf(ctx: SignedInCtx, params: LoaderFunctionArgs["params"]) {
  const editionId = parseId("edition", params.editionId);
  const agreementId = parseId("agreement", params.agreementId);
  if (!editionId || !agreementId || !mayRecordAgreement(ctx.actor, editionId)) throw notFound("scoring.agreementUnknown");
  return { agreementId, back: `/organiser/editions/${editionId}/scoring/entries` };
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => ({ back: agreementOf(ctx, params).back }));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const { agreementId, back } = agreementOf(ctx, params);
    withdrawAgreement(ctx, { agreementId, ...parseForm(form, withdrawalInput) });
    return redirectWithToast(back, translators[ctx.locale]("scoring.agreement.withdrawn"));
  });
}

export default function AgreementWithdrawal() {
  const t = useTranslate();
  const { back } = useLoaderData<typeof loader>();
  return (
    <ReasonPage
      id="agreement-withdrawal"
      back={{ to: back, label: t("scoring.entries.title") }}
      subject={t("scoring.agreement.withdraw")}
      words={{
        title: t("scoring.agreement.withdraw"),
        lead: t("scoring.agreement.withdrawLead"),
        meta: "",
        reason: t("scoring.agreement.reason"),
        hint: t("scoring.agreement.reasonHint"),
        submit: t("scoring.agreement.withdraw"),
      }}
    />
  );
}
