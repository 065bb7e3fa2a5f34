import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { PanelGrid, Stack } from "#app/components/panel.tsx";
import { hasSeat } from "#app/features/competitions/policy.ts";
import { GroundsPanel, KindPanel, ScreenerPanel, ScreeningFigures } from "#app/features/screening/components/progress-tables.tsx";
import { getScreeningProgress } from "#app/features/screening/progress/queries.server.ts";
import { formatDeadline, formatInstant } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { notFound } from "#app/lib/errors.ts";
import { parseId } from "#app/lib/ids.ts";
import { requireCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "screening.progress.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const editionId = parseId("edition", params.editionId);
    if (!editionId) throw notFound("competitions.editionUnknown");
    const mayOpenQueue = hasSeat(ctx.actor, editionId, "organiser", "screener");
    return { editionId, mayOpenQueue, progress: getScreeningProgress(ctx, editionId) };
  });
}

export default function ScreeningProgressPage() {
  const t = useTranslate();
  const { editionId, mayOpenQueue, progress } = useLoaderData<typeof loader>();
  const { opensAt, closesAt, zone, counts } = progress;
  const all = counts.undecided + counts.passed + counts.failed;
  const window =
    opensAt === null || closesAt === null
      ? t("screening.progress.windowUnset")
      : t("screening.progress.window", { opens: formatInstant(t.locale, opensAt, zone), closes: formatDeadline(t.locale, closesAt, zone) });
  const queue = mayOpenQueue && (
    <LinkButton to={`/screening/${editionId}`} variant="primary">
      {t("screening.progress.open")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={t("screening.progress.title")} meta={`${t("screening.progress.lead")} ${window}`} actions={queue} />
      <Stack>
        <ScreeningFigures counts={counts} />
        {counts.undecided === all ? (
          <EmptyState title={t("screening.progress.none")}>{t("screening.progress.noneBody")}</EmptyState>
        ) : (
          <PanelGrid>
            <KindPanel byKind={progress.byKind} />
            <ScreenerPanel byScreener={progress.byScreener} zone={zone} />
            <GroundsPanel grounds={progress.grounds} />
          </PanelGrid>
        )}
      </Stack>
    </>
  );
}
