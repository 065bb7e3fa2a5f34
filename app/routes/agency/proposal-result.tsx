import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DescriptionList } from "#app/components/description-list.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Panel, Stack } from "#app/components/panel.tsx";
import { ProfileTable } from "#app/features/ranking/components/profile-table.tsx";
import { type EntrantResult, getEntrantPage } from "#app/features/ranking/results/queries.server.ts";
import { formatInstant, formatNumber } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";
import { requireCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { proposalIdOf } from "#app/routes/agency/proposal-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction<typeof loader> = ({ matches, data }) => pageTitle(matches, "ranking.result.title", data?.title);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const proposalId = proposalIdOf(params);
    return { ...getEntrantPage(ctx, proposalId), proposalId };
  });
}

/** What the agency may know of its marks once they count: values, a profile beside anonymous peers, released remarks. */
export default function ProposalResult() {
  const t = useTranslate();
  const { title, agencyId, proposalId, results, remarks, category, zone } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("ranking.result.title")}
        crumbs={[
          { label: t("proposals.overview.title"), to: `/agencies/${agencyId}` },
          { label: title, to: `/proposals/${proposalId}` },
          { label: t("ranking.result.title") },
        ]}
        crumbsLabel={t("common.crumbs")}
        meta={title}
        lead={t("ranking.result.lead")}
      />
      <Stack gap="large">
        {results.length === 0 && <EmptyState title={t("ranking.result.none")} />}
        {results.map((result) => (
          <Panel key={`${result.listName.id} ${result.publishedAt}`} title={inLocale(t.locale, result.listName)}>
            <Stack>
              <ResultFacts result={result} zone={zone} />
              {result.stages.map((stage) => (
                <ProfileTable key={stage.stage} stage={stage} category={category} />
              ))}
            </Stack>
          </Panel>
        ))}
        {remarks && (
          <Panel title={t("ranking.remarks.title")}>
            <p className="whitespace-pre-line">{remarks.text}</p>
            <p className="soft">{t("ranking.remarks.releasedAt", { time: formatInstant(t.locale, remarks.releasedAt, zone) })}</p>
          </Panel>
        )}
      </Stack>
    </>
  );
}

function ResultFacts({ result, zone }: { result: EntrantResult; zone: string }) {
  const t = useTranslate();
  const points = (value: number | null): string => (value === null ? t("ranking.table.unknown") : formatNumber(t.locale, value, 2));
  return (
    <DescriptionList
      items={[
        { key: "state", term: t("ranking.table.state"), value: t(result.listed ? "ranking.result.listed" : "ranking.result.notListed") },
        { key: "published", term: t("ranking.list.approved"), value: formatInstant(t.locale, result.publishedAt, zone) },
        { key: "raw", term: t("ranking.table.raw"), value: points(result.raw) },
        { key: "calibrated", term: t("ranking.table.calibrated"), value: points(result.calibrated) },
        { key: "how", term: t("ranking.explain.quantity"), value: t(`ranking.rules.quantity.${result.quantity}`) },
      ]}
    />
  );
}
