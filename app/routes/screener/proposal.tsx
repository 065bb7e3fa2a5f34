import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useState } from "react";
import { Button } from "#app/components/button.tsx";
import { DescriptionList } from "#app/components/description-list.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Columns, Panel, Stack } from "#app/components/panel.tsx";
import { useHydrated } from "#app/components/use-hydrated.ts";
import { claimNext } from "#app/features/screening/claims/operations.server.ts";
import { CorrectionList } from "#app/features/screening/components/correction-list.tsx";
import { EntryText } from "#app/features/screening/components/entry-text.tsx";
import { Judgement } from "#app/features/screening/components/judgement.tsx";
import { OutcomeBadge, StateBadge } from "#app/features/screening/components/queue-table.tsx";
import { VerdictList } from "#app/features/screening/components/verdict-list.tsx";
import { checksOf, decisionInput } from "#app/features/screening/inputs.ts";
import { decideScreening } from "#app/features/screening/operations.server.ts";
import { isDecided, outcomeOf, stepOf } from "#app/features/screening/rules.ts";
import { SimilarityPanel } from "#app/features/screening/similarity/components/similarity-panel.tsx";
import { getSimilarityPanel } from "#app/features/screening/similarity/queries.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { formatInstant, formatPlainDay } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { parseForm } from "#app/lib/forms.server.ts";
import { inLocale } from "#app/lib/words.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { useRoot } from "#app/root.tsx";
import { besideField } from "#app/routes/beside-field.server.ts";
import { useFormState } from "#app/routes/form-state.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { entryOf, entryPath } from "#app/routes/screener/entry-of.server.ts";

export const meta: MetaFunction<typeof loader> = ({ matches, data }) => pageTitle(matches, "screening.page.title", data?.page.proposal.title);

const isSeries = (request: Request): boolean => new URL(request.url).searchParams.get("series") === "1";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const page = entryOf(ctx, params);
    return { page, similarity: getSimilarityPanel(ctx, page.proposal.id), series: isSeries(request), base: entryPath(page) };
  });
}

/** Whoever works through the queue is led to the next entry, which is theirs at once; whoever opened one goes back to the queue. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const { proposal, checklist, editionId, caseState, secondScreener } = entryOf(ctx, params);
    const keys = checklist.map((item) => item.key);
    const { outcome, reason, reasonKeys, ...findings } = parseForm(form, decisionInput(keys));
    const checks = checksOf(keys, findings);
    besideField(form, { "screening.reasonMissing": "reason" }, () =>
      decideScreening(ctx, { proposalId: proposal.id, outcome, checks, reason, reasonKeys }),
    );
    const { kind } = stepOf(caseState, outcome, { secondScreener }) as { kind: "decide" };
    const done = translators[ctx.locale](`screening.page.said.${kind}`, { number: proposal.number });
    const next = isSeries(request) ? claimNext(ctx, { editionId }) : null;
    return redirectWithToast(`/screening/${editionId}${next ? `/proposals/${next}?series=1` : ""}`, done);
  });
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>["page"];

export default function ScreeningProposal() {
  const t = useTranslate();
  const { page, similarity, base } = useLoaderData<typeof loader>();
  const { proposal, editionId, caseState } = page;
  const [pane, setPane] = useState<"text" | "checks">("checks");
  const hidden = useHydrated() ? "max-lg:hidden" : "";
  const group = inLocale(t.locale, proposal.group);
  const category = inLocale(t.locale, proposal.category);
  return (
    <>
      <PageHeader
        title={proposal.title}
        crumbs={[{ label: t("screening.page.back"), to: `/screening/${editionId}` }, { label: proposal.number }]}
        crumbsLabel={t("common.crumbs")}
        meta={t("screening.page.meta", { number: proposal.number, group, category })}
        aside={isDecided(caseState) ? <OutcomeBadge outcome={outcomeOf(caseState)} /> : <StateBadge state={page.state} />}
      />
      <Panes pane={pane} onPick={setPane} />
      <Columns>
        <div className={pane === "text" ? "" : hidden}>
          <Panel title={t("screening.page.textTitle")}>
            <Stack gap="large">
              <Identity page={page} />
              <EntryText parts={page.parts} level={3} />
            </Stack>
          </Panel>
        </div>
        <div
          tabIndex={0}
          role="region"
          aria-label={t("screening.page.paneChecks")}
          className={`stack stack--medium lg:sticky lg:top-4 lg:max-h-[calc(100vh-2rem)] lg:self-start lg:overflow-y-auto ${pane === "checks" ? "" : hidden}`}
        >
          <Side key={`${proposal.id}${page.caseState}`} onRead={() => setPane("text")} />
          <SimilarityPanel view={similarity} base={`${base}/similarity`} />
        </div>
      </Columns>
    </>
  );
}

/** Where both do not fit beside each other, one is shown at a time. */
function Panes({ pane, onPick }: { pane: "text" | "checks"; onPick: (pane: "text" | "checks") => void }) {
  const t = useTranslate();
  if (!useHydrated()) return null;
  const words = { checks: t("screening.page.paneChecks"), text: t("screening.page.paneText") };
  return (
    <div role="group" aria-label={t("screening.page.panes")} className="button-row lg:hidden mb-4">
      {(["checks", "text"] as const).map((one) => (
        <Button key={one} type="button" dense variant={pane === one ? "primary" : "secondary"} aria-pressed={pane === one} onClick={() => onPick(one)}>
          {words[one]}
        </Button>
      ))}
    </div>
  );
}

function Side({ onRead }: { onRead: () => void }) {
  const state = useFormState();
  const { page, base, series } = useLoaderData<typeof loader>();
  const owner = useRoot()?.person?.email ?? "";
  return (
    <>
      <Judgement page={page} state={state} owner={owner} base={base} series={series} onRead={onRead} />
      <VerdictList page={page} />
      <CorrectionList corrections={page.corrections} zones={{ own: page.zone, edition: page.zone }} />
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
