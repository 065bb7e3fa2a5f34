import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Checkbox } from "#app/components/checkbox-group.tsx";
import { DescriptionList } from "#app/components/description-list.tsx";
import { LinkButton } from "#app/components/button.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Panel, Stack } from "#app/components/panel.tsx";
import { Checklist } from "#app/components/step-list.tsx";
import { DeadlineCard } from "#app/features/proposals/components/deadline-card.tsx";
import { FaultList } from "#app/features/proposals/components/fault-list.tsx";
import { submissionInput } from "#app/features/proposals/inputs.ts";
import { submitEntry } from "#app/acts/submit-entry.server.ts";
import { getProposalPage } from "#app/features/proposals/reading/queries.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { formatDeadline, formatTime } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { parseForm } from "#app/lib/forms.server.ts";
import { inLocale } from "#app/lib/words.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { proposalIdOf } from "#app/routes/agency/proposal-of.server.ts";
import { pageBefore, stepProposal } from "#app/routes/agency/step-of.server.ts";
import { StepPage } from "#app/routes/agency/step-page.tsx";
import { useFormState } from "#app/routes/form-state.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "proposals.submission.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const page = pageBefore(ctx, { params, step: "submit", context });
    const { agency, edition, identity, faults, preview, versions } = page;
    const files = preview.filter(({ file }) => file !== null).length;
    const words = preview.reduce((sum, item) => sum + (item.words ?? 0), 0);
    const frozen = { questions: preview.length, words, files, version: versions.length + 1 };
    return { proposal: stepProposal(page), agency, edition, identity, faults, frozen, now: ctx.now };
  });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const proposalId = proposalIdOf(params);
    const { accepted } = parseForm(form, submissionInput);
    const { text } = submitEntry(ctx, { proposalId, accepted });
    const { agency } = getProposalPage(ctx, proposalId);
    const time = formatTime(ctx.locale, ctx.now, agency.zone);
    return redirectWithToast(`/proposals/${proposalId}`, translators[ctx.locale]("proposals.submission.done", { time, number: text }));
  });
}

export default function Submission() {
  const t = useTranslate();
  const { proposal, agency, edition, identity, faults, frozen, now } = useLoaderData<typeof loader>();
  const state = useFormState();
  if (faults.length > 0) return <NotYet />;
  const time = edition.closesAt === null ? "" : formatDeadline(t.locale, edition.closesAt, edition.zone);
  return (
    <StepPage
      proposal={proposal}
      title={t("proposals.submission.title")}
      lead={t("proposals.submission.lead", { time })}
      submit={t("proposals.submission.submit")}
    >
      <Panel>
        <DescriptionList
          items={[
            { term: t("proposals.identity.title"), value: identity.title },
            { term: t("proposals.receipt.facts.agency"), value: agency.name },
            { term: t("proposals.identity.groupKey"), value: inLocale(t.locale, identity.group) },
            { term: t("proposals.identity.categoryKey"), value: inLocale(t.locale, identity.category) },
            { term: t("proposals.identity.innovator"), value: identity.innovator },
          ]}
        />
      </Panel>
      <Panel title={t("flow.submission.frozen")}>
        <Checklist
          checks={[
            { key: "complete", state: "ok", stateWord: t("flow.submission.done"), words: t("flow.submission.complete", { count: frozen.questions }) },
            { key: "frozen", state: "ok", stateWord: t("flow.submission.done"), words: t("flow.submission.content", frozen) },
          ]}
        />
        <p className="mt-4 soft">{t(frozen.version === 1 ? "flow.submission.first" : "flow.submission.again", { version: frozen.version })}</p>
      </Panel>
      {edition.closesAt !== null && <DeadlineCard now={now} closesAt={edition.closesAt} zones={{ own: agency.zone, edition: edition.zone }} />}
      <Checkbox
        name="accepted"
        label={t("proposals.submission.accept")}
        note={inLocale(t.locale, edition.declaration)}
        error={state?.errors.accepted}
      />
    </StepPage>
  );
}

/** Opened by its address while something is still missing. */
function NotYet() {
  const t = useTranslate();
  const { proposal, faults } = useLoaderData<typeof loader>();
  return (
    <div className="narrow">
      <PageHeader title={t("proposals.submission.title")} meta={proposal.title} />
      <Stack>
        <Notice tone="warn" title={t("proposals.submission.missing")}>
          <p>{t("proposals.submission.missingText", { count: faults.length })}</p>
        </Notice>
        <FaultList faults={faults} proposalId={proposal.id} linked />
        <div>
          <LinkButton to={`/proposals/${proposal.id}`}>{t("proposals.step.back")}</LinkButton>
        </div>
      </Stack>
    </div>
  );
}
