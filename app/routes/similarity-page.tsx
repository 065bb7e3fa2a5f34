import { ErrorSummary } from "#app/components/error-summary.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Columns, Panel, Stack } from "#app/components/panel.tsx";
import { PairFacts, PassagesPanel } from "#app/features/screening/similarity/components/pair-comparison.tsx";
import { ShareBars, useShareSentence } from "#app/features/screening/similarity/components/pair-words.tsx";
import { VerdictPanel } from "#app/features/screening/similarity/components/verdict-form.tsx";
import type { PairComparison } from "#app/features/screening/similarity/comparison/queries.server.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { useRoot } from "#app/root.tsx";
import { useFormState } from "#app/routes/form-state.ts";

/** Two entries side by side and what people make of them; the screener and the organiser see the same page. */
export function ComparisonPage({ comparison, back }: { comparison: PairComparison; back: { label: string; to: string } }) {
  const t = useTranslate();
  const state = useFormState();
  const root = useRoot();
  const { pair, editionId, mayJudge, zone } = comparison;
  const one = pair.mine.number;
  const title = pair.other.proposalId ? t("similarity.pair.title", { one, other: pair.other.number }) : t("similarity.pair.titleAward", { one });
  const labels = { verdict: t("similarity.pair.choice"), note: t("similarity.pair.note") };
  return (
    <>
      <PageHeader
        title={title}
        crumbs={[back, { label: t("similarity.pair.here") }]}
        crumbsLabel={t("common.crumbs")}
        meta={useShareSentence()(pair)}
      />
      <Stack>
        <ErrorSummary title={state?.message} errors={state?.errors} labels={labels} />
        <Columns>
          <Stack>
            <PairFacts comparison={comparison} linkOf={(proposalId) => `/screening/${editionId}/proposals/${proposalId}`} />
            <PassagesPanel comparison={comparison} />
          </Stack>
          <Stack>
            <Panel title={t("similarity.list.share")}>
              <Stack>
                <ShareBars pair={pair} />
                {pair.sameTitle && <p>{t("similarity.sameTitle")}</p>}
                {pair.kind === "resubmission" && <p className="soft small">{t("similarity.resubmissionAsk")}</p>}
              </Stack>
            </Panel>
            <VerdictPanel pair={pair} zone={zone} mayJudge={mayJudge} state={state} owner={root?.person?.email ?? ""} />
          </Stack>
        </Columns>
      </Stack>
    </>
  );
}
