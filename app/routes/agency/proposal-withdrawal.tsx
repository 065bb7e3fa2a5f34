import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Panel } from "#app/components/panel.tsx";
import { withdrawalInput } from "#app/features/proposals/inputs.ts";
import { withdrawProposal } from "#app/features/proposals/submission/operations.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { parseForm } from "#app/lib/forms.server.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { proposalIdOf } from "#app/routes/agency/proposal-of.server.ts";
import { pageBefore, stepProposal } from "#app/routes/agency/step-of.server.ts";
import { StepNote, StepPage } from "#app/routes/agency/step-page.tsx";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "proposals.withdrawal.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const page = pageBefore(ctx, { params, step: "withdraw", context });
    return { proposal: stepProposal(page), number: page.number, isEntry: page.reach !== "draft" };
  });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const proposalId = proposalIdOf(params);
    withdrawProposal(ctx, { proposalId, ...parseForm(form, withdrawalInput) });
    return redirectWithToast(`/proposals/${proposalId}`, translators[ctx.locale]("proposals.withdrawal.done"));
  });
}

export default function Withdrawal() {
  const t = useTranslate();
  const { proposal, number, isEntry } = useLoaderData<typeof loader>();
  return (
    <StepPage
      proposal={proposal}
      title={t("proposals.withdrawal.title")}
      lead={t("proposals.withdrawal.lead")}
      submit={t("proposals.withdrawal.submit")}
      labels={{ note: t("proposals.withdrawal.note") }}
      danger
    >
      <Panel title={t("flow.withdrawal.title")}>
        <ul className="list-disc pl-5 stack stack--small">
          <li>{t("flow.withdrawal.final")}</li>
          {number && <li>{t("flow.withdrawal.number", { number })}</li>}
          {isEntry && <li>{t("flow.withdrawal.quota")}</li>}
          <li>{t("flow.withdrawal.kept")}</li>
        </ul>
      </Panel>
      <StepNote label={t("proposals.withdrawal.note")} hint={t("proposals.withdrawal.noteHint")} />
    </StepPage>
  );
}
