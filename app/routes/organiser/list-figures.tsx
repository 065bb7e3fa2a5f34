import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EmptyState } from "#app/components/empty-state.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Stack } from "#app/components/panel.tsx";
import { DistributionPanel, RankPanel, ScatterPanel, SeverityPanel } from "#app/features/ranking/components/evidence-panels.tsx";
import { ModelFacts } from "#app/features/ranking/components/model-facts.tsx";
import { getEvidence } from "#app/features/ranking/evidence/queries.server.ts";
import { movedMost, pointsOf } from "#app/features/ranking/evidence/rules.ts";
import { spreadsOf } from "#app/features/ranking/plots/rules.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";
import { requireCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { awardOfAddress, listPath } from "#app/routes/organiser/list-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "ranking.figures.title");

/** At most so many points are drawn; the rest would lie on one another. */
const pointsMost = 1_500;
const movedShown = 30;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const { edition, award } = awardOfAddress(ctx, params);
    const { list, rows, nearLine, assessors } = getEvidence(ctx, { editionId: edition.id, listKey: award.key });
    const { definition } = edition;
    const values = rows.flatMap(({ categoryKey, [list.quantity]: value }) => (value === null ? [] : [{ key: categoryKey, value }]));
    const categories = new Map(definition.categories.map(({ key, name }) => [key, inLocale(ctx.locale, name)]));
    return {
      ...{ name: award.name, nearLine, assessors, back: listPath(params) },
      ...{ zone: definition.zone, year: definition.year, version: list.version, computedAt: list.computedAt, size: list.size, model: list.model },
      ...{ points: pointsOf(rows, { size: list.size, most: pointsMost }), moved: movedMost(rows, movedShown), count: rows.length },
      spreads: spreadsOf(values, categories),
      stageNames: Object.fromEntries(definition.stages.map((stage) => [stage.key, stage.name])),
    };
  });
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
            <RankPanel rows={view.nearLine} size={view.size} year={view.year} />
            {model.stages.map(({ stage }) => (
              <SeverityPanel key={stage} assessors={view.assessors.filter((one) => one.stage === stage)} stage={view.stageNames[stage] ?? { id: stage, en: stage }} />
            ))}
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
