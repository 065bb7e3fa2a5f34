import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EmptyState } from "#app/components/empty-state.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Stack } from "#app/components/panel.tsx";
import { TabsNav } from "#app/components/tabs-nav.tsx";
import type { UserId } from "#app/features/accounts/types.ts";
import { mayAssign } from "#app/features/assignment/policy.ts";
import { markedStages } from "#app/features/assignment/rules.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { isOpen } from "#app/features/competitions/rules.ts";
import { AssessorPanel, ScoringFigures, SheetsPanel } from "#app/features/scoring/components/progress-panels.tsx";
import { sheetsSearch } from "#app/features/scoring/inputs.ts";
import { mayReadProgress, mayReopen } from "#app/features/scoring/policy.ts";
import { listSheets, scoringProgress } from "#app/features/scoring/queries.server.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { notFound } from "#app/lib/errors.ts";
import { parseId } from "#app/lib/ids.ts";
import { inLocale } from "#app/lib/words.ts";
import { requireCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "scoring.progress.title");

const pageSize = 50;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const editionId = parseId("edition", params.editionId);
    if (!editionId || !mayReadProgress(ctx.actor, editionId)) throw notFound("competitions.editionUnknown");
    const { definition } = getEdition(ctx, editionId);
    const stages = markedStages(definition);
    const { stage: wanted, assessor, state, page } = sheetsSearch.parse(Object.fromEntries(new URL(request.url).searchParams));
    // Without a choice, the last stage that has begun is the one to watch.
    const begun = stages.findLast(({ opensAt }) => opensAt !== null && opensAt <= ctx.now) ?? stages[0];
    const stage = stages.find((one) => one.key === wanted) ?? begun;
    if (!stage) return { stages: [], shown: null };
    const where = { editionId, stage: stage.key };
    const userId = (assessor || undefined) as UserId | undefined;
    return {
      stages: stages.map(({ key, name }) => ({ key, name })),
      shown: {
        ...{ editionId, zone: definition.zone, page, search: { stage: stage.key, assessor, state } },
        progress: scoringProgress(ctx, where),
        sheets: listSheets(ctx, { ...where, userId, state, limit: pageSize, offset: (page - 1) * pageSize }),
        mayEnd: mayAssign(ctx.actor, editionId),
        mayReopen: mayReopen(ctx.actor, editionId) && isOpen(stage, ctx.now),
      },
    };
  });
}

type Shown = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>["shown"]>;

export default function Scoring() {
  const t = useTranslate();
  const { stages, shown } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={t("scoring.progress.title")} meta={t("scoring.progress.lead")} />
      <Stack>
        {stages.length > 1 && (
          <TabsNav
            label={t("scoring.progress.tabs")}
            tabs={stages.map(({ key, name }) => ({ to: `?stage=${key}`, label: inLocale(t.locale, name), current: key === shown?.search.stage }))}
          />
        )}
        {shown ? <StageProgress shown={shown} /> : <EmptyState title={t("scoring.progress.noStage")} />}
      </Stack>
    </>
  );
}

function StageProgress({ shown }: { shown: Shown }) {
  const t = useTranslate();
  const { progress, sheets, zone, editionId } = shown;
  if (progress.assigned === 0) return <EmptyState title={t("scoring.progress.empty")}>{t("scoring.progress.emptyBody")}</EmptyState>;
  return (
    <>
      <ScoringFigures progress={progress} />
      <AssessorPanel assessors={progress.assessors} zone={zone} />
      <SheetsPanel
        {...sheets}
        page={shown.page}
        pageSize={pageSize}
        zone={zone}
        search={shown.search}
        assessors={progress.assessors}
        endBase={shown.mayEnd ? `/organiser/editions/${editionId}/readings` : null}
        reopenBase={shown.mayReopen ? `/organiser/editions/${editionId}/sheets` : null}
      />
    </>
  );
}
