import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Notice } from "#app/components/notice.tsx";
import { listOpenThreads } from "#app/features/proposals/comments/queries.server.ts";
import { returnInput } from "#app/features/proposals/inputs.ts";
import { returnToUnit } from "#app/features/proposals/submission/operations.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { parseForm } from "#app/lib/forms.server.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { proposalIdOf } from "#app/routes/agency/proposal-of.server.ts";
import { pageBefore, stepProposal } from "#app/routes/agency/step-of.server.ts";
import { StepNote, StepPage } from "#app/routes/agency/step-page.tsx";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "proposals.return.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const proposal = stepProposal(pageBefore(ctx, { params, step: "return", context }));
    return { proposal, comments: listOpenThreads(ctx, proposal.id).length };
  });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const proposalId = proposalIdOf(params);
    returnToUnit(ctx, { proposalId, ...parseForm(form, returnInput) });
    return redirectWithToast(`/proposals/${proposalId}`, translators[ctx.locale]("proposals.return.done"));
  });
}

export default function ReturnToUnit() {
  const t = useTranslate();
  const { proposal, comments } = useLoaderData<typeof loader>();
  return (
    <StepPage
      proposal={proposal}
      title={t("proposals.return.title")}
      lead={t("proposals.return.lead")}
      submit={t("proposals.return.submit")}
      labels={{ note: t("proposals.return.note") }}
    >
      {comments > 0 && <Notice tone="info">{t("flow.comments.returning", { count: comments })}</Notice>}
      <StepNote label={t("proposals.return.note")} hint={t("proposals.return.noteHint")} />
    </StepPage>
  );
}
