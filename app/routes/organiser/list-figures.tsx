import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Fragment } from "react";
import { EmptyState } from "#app/components/empty-state.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Stack } from "#app/components/panel.tsx";
import { DistributionPanel, RankPanel, ScatterPanel, SeverityPanel } from "#app/features/ranking/components/evidence-panels.tsx";
import { ModelFacts } from "#app/features/ranking/components/model-facts.tsx";
import { PanelSeverity } from "#app/features/ranking/components/panel-severity.tsx";
import { NoResiduals, ResidualPanel } from "#app/features/ranking/components/residual-panel.tsx";
import { SensitivityPanel } from "#app/features/ranking/components/sensitivity-panel.tsx";
import { formatInstant } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";
import { requireCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { readAside } from "#app/routes/aside/ask.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "ranking.figures.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => readAside(ctx, "listFiguresPage", { params, request }));
}

export default function ListFigures() {
  const t = useTranslate();
  const { name, back, model, ...view } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("ranking.figures.title")}
        crumbs={[{ label: inLocale(t.locale, name), to: back }, { label: t("ranking.figures.title") }]}
        crumbsLabel={t("common.crumbs")}
        meta={t("ranking.list.meta", { version: view.version, time: formatInstant(t.locale, view.computedAt, view.zone) })}
      />
      <Stack>
        {model ? (
          <>
            <RankPanel rows={view.nearLine} settled={view.settled} size={view.size} year={view.year} />
            <SensitivityPanel rows={view.nearLine} year={view.year} />
            {model.stages.map(({ stage, panels }) => {
              const name = view.stageNames[stage] ?? { id: stage, en: stage };
              return (
                <Fragment key={stage}>
                  <SeverityPanel assessors={view.assessors.filter((one) => one.stage === stage)} stage={name} />
                  <PanelSeverity panels={panels} stage={name} />
                </Fragment>
              );
            })}
            {view.residuals?.map((one) => (
              <ResidualPanel key={one.stage} residuals={one} stage={view.stageNames[one.stage] ?? { id: one.stage, en: one.stage }} categories={view.categoryNames} />
            ))}
            {!view.residuals && <NoResiduals />}
            <ScatterPanel points={view.points} moved={view.moved} count={view.count} year={view.year} />
            <DistributionPanel spreads={view.spreads} />
            <ModelFacts model={model} stageNames={view.stageNames} />
          </>
        ) : (
          <EmptyState title={t("ranking.figures.none")} />
        )}
      </Stack>
    </>
  );
}
