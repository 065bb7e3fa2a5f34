import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { DescriptionList } from "#app/components/description-list.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Columns, Panel, Stack } from "#app/components/panel.tsx";
import { DecisionForm, Findings, Hint } from "#app/features/screening/components/decision-form.tsx";
import { EntryText } from "#app/features/screening/components/entry-text.tsx";
import { StateBadge } from "#app/features/screening/components/queue-table.tsx";
import { checksOf, decisionInput } from "#app/features/screening/inputs.ts";
import { decideScreening } from "#app/features/screening/operations.server.ts";
import { getScreeningPage } from "#app/features/screening/queries.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { formatInstant, formatPlainDay } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { notFound } from "#app/lib/errors.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { parseId } from "#app/lib/ids.ts";
import { inLocale } from "#app/lib/words.ts";
import { requireCtx, type SignedInCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { useRoot } from "#app/root.tsx";
import { besideField } from "#app/routes/beside-field.server.ts";
import { useFormState } from "#app/routes/form-state.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction<typeof loader> = ({ matches, data }) => pageTitle(matches, "screening.page.title", data?.proposal.title);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => pageOf(ctx, params));
}

function pageOf(ctx: SignedInCtx, params: LoaderFunctionArgs["params"]) {
  const proposalId = parseId("proposal", params.proposalId);
  if (!proposalId) throw notFound("proposals.unknown");
  const page = getScreeningPage(ctx, proposalId);
  if (page.editionId !== params.editionId) throw notFound("proposals.unknown");
  return page;
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const { proposal, checklist, next, editionId } = pageOf(ctx, params);
    const keys = checklist.map((item) => item.key);
    const { outcome, reason, ...findings } = parseForm(form, decisionInput(keys));
    const checks = checksOf(keys, findings);
    besideField(form, { "screening.reasonMissing": "reason" }, () =>
      decideScreening(ctx, { proposalId: proposal.id, outcome, checks, reason }),
    );
    const done = translators[ctx.locale](`screening.page.${outcome}`, { number: proposal.number });
    return redirectWithToast(`/screening/${editionId}${next ? `/proposals/${next.id}` : ""}`, done);
  });
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

export default function ScreeningProposal() {
  const t = useTranslate();
  const page = useLoaderData<typeof loader>();
  const { proposal, next, editionId } = page;
  const group = inLocale(t.locale, proposal.group);
  const category = inLocale(t.locale, proposal.category);
  return (
    <>
      <PageHeader
        title={proposal.title}
        crumbs={[{ label: t("screening.page.back"), to: `/screening/${editionId}` }, { label: proposal.number }]}
        crumbsLabel={t("common.crumbs")}
        meta={t("screening.page.meta", { number: proposal.number, group, category })}
        aside={<StateBadge state={page.state} />}
        actions={next && <LinkButton to={`/screening/${editionId}/proposals/${next.id}`}>{t("screening.page.next", { number: next.number })}</LinkButton>}
      />
      <Columns>
        <Panel title={t("screening.page.textTitle")}>
          <Stack gap="large">
            <Identity page={page} />
            <EntryText parts={page.parts} level={3} />
          </Stack>
        </Panel>
        <div className="stack stack--medium lg:sticky lg:top-4 lg:max-h-[calc(100vh-2rem)] lg:self-start lg:overflow-y-auto">
          <Judgement key={proposal.id} page={page} />
        </div>
      </Columns>
    </>
  );
}

function Identity({ page: { proposal, zone } }: { page: Page }) {
  const t = useTranslate();
  const facts = [
    { term: t("screening.page.agency"), value: `${proposal.agencyName}, ${t(`agencies.kinds.${proposal.agencyKind}`)}` },
    { term: t("screening.page.unit"), value: proposal.unit },
    { term: t("screening.page.innovator"), value: proposal.innovator },
    { term: t("screening.page.startedOn"), value: formatPlainDay(t.locale, proposal.startedOn) },
    {
      term: t("screening.page.submitted"),
      value: `${formatInstant(t.locale, proposal.submittedAt, zone)}, ${t("screening.page.version", { version: proposal.version })}`,
    },
    { term: t("screening.page.fingerprint"), value: <code>{proposal.sha256.slice(0, 16)}</code> },
  ];
  return (
    <section>
      <h3>{t("screening.page.facts")}</h3>
      <DescriptionList items={facts} />
    </section>
  );
}

/** The decision that stands, or the form for whoever may decide, or what keeps the reader from it. */
function Judgement({ page }: { page: Page }) {
  const t = useTranslate();
  const state = useFormState();
  const root = useRoot();
  if (page.decision) return <Standing decision={page.decision} zone={page.zone} />;
  if (page.barred === null || page.barred === "decided") {
    return (
      <Panel title={t("screening.page.checklist")}>
        <DecisionForm checklist={page.checklist} state={state} owner={root?.person?.email ?? ""} />
      </Panel>
    );
  }
  return (
    <>
      <Notice tone="info">{t(`screening.page.barred.${page.barred}`)}</Notice>
      <Panel title={t("screening.page.checklist")}>
        <DescriptionList items={page.checklist.map((item) => ({ key: item.key, term: t(`screening.checks.${item.key}`), value: <Hint item={item} /> }))} />
      </Panel>
    </>
  );
}

function Standing({ decision, zone }: { decision: NonNullable<Page["decision"]>; zone: string }) {
  const t = useTranslate();
  const { outcome, reason, checks, decidedBy, decidedAt } = decision;
  return (
    <Panel title={t("screening.page.decision")}>
      <Stack>
        <DescriptionList
          items={[
            { term: t("screening.page.outcome"), value: <StateBadge state={outcome} /> },
            { term: t("screening.page.decidedBy"), value: decidedBy },
            { term: t("screening.page.decidedAt"), value: formatInstant(t.locale, decidedAt, zone) },
            ...(reason === "" ? [] : [{ term: t("screening.page.reason"), value: <span className="whitespace-pre-line">{reason}</span> }]),
          ]}
        />
        <Findings checks={checks} />
      </Stack>
    </Panel>
  );
}
