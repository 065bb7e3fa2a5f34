import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { handOver } from "#app/features/proposals/submission/operations.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { proposalIdOf } from "#app/routes/agency/proposal-of.server.ts";
import { pageBefore, stepProposal } from "#app/routes/agency/step-of.server.ts";
import { StepPage } from "#app/routes/agency/step-page.tsx";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "proposals.handOver.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => stepProposal(pageBefore(ctx, { params, step: "handOver", context })));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, () => {
    const proposalId = proposalIdOf(params);
    handOver(ctx, { proposalId });
    return redirectWithToast(`/proposals/${proposalId}`, translators[ctx.locale]("proposals.handOver.done"));
  });
}

export default function HandOver() {
  const t = useTranslate();
  const proposal = useLoaderData<typeof loader>();
  return (
    <StepPage
      proposal={proposal}
      title={t("proposals.handOver.title")}
      lead={t("proposals.handOver.lead")}
      submit={t("proposals.handOver.submit")}
    />
  );
}
