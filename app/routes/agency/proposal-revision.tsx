import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { reviseSubmitted } from "#app/features/proposals/submission/operations.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { formatDeadline } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { proposalIdOf } from "#app/routes/agency/proposal-of.server.ts";
import { pageBefore, stepProposal } from "#app/routes/agency/step-of.server.ts";
import { StepPage } from "#app/routes/agency/step-page.tsx";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "proposals.revision.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const page = pageBefore(ctx, { params, step: "revise", context });
    return { proposal: stepProposal(page), closesAt: page.edition.closesAt, zone: page.edition.zone };
  });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, () => {
    const proposalId = proposalIdOf(params);
    reviseSubmitted(ctx, { proposalId });
    return redirectWithToast(`/proposals/${proposalId}/edit`, translators[ctx.locale]("proposals.revision.done"));
  });
}

export default function Revision() {
  const t = useTranslate();
  const { proposal, closesAt, zone } = useLoaderData<typeof loader>();
  const time = closesAt === null ? "" : formatDeadline(t.locale, closesAt, zone);
  return (
    <StepPage
      proposal={proposal}
      title={t("proposals.revision.title")}
      lead={t("proposals.revision.lead", { time })}
      submit={t("proposals.revision.submit")}
    />
  );
}
