import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ButtonRow, LinkButton } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { PanelGrid, Stack } from "#app/components/panel.tsx";
import { hasSeat } from "#app/features/competitions/policy.ts";
import { GroundsPanel, KindPanel, ScreenerPanel, ScreeningFigures } from "#app/features/screening/components/progress-tables.tsx";
import { AgreementPanel, DayPanel, SpeedPanel } from "#app/features/screening/components/figures-panels.tsx";
import { getScreeningFigures } from "#app/features/screening/figures/queries.server.ts";
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
    return { editionId, mayOpenQueue, organises: hasSeat(ctx.actor, editionId, "organiser"), progress: getScreeningProgress(ctx, editionId), figures: getScreeningFigures(ctx, editionId) };
  });
}

export default function ScreeningProgressPage() {
  const t = useTranslate();
  const { editionId, mayOpenQueue, progress, figures } = useLoaderData<typeof loader>();
  const { opensAt, closesAt, zone, counts } = progress;
  const all = counts.undecided + counts.passed + counts.failed;
  const window =
    opensAt === null || closesAt === null
      ? t("screening.progress.windowUnset")
      : t("screening.progress.window", { opens: formatInstant(t.locale, opensAt, zone), closes: formatDeadline(t.locale, closesAt, zone) });
  return (
    <>
      <PageHeader title={t("screening.progress.title")} meta={`${t("screening.progress.lead")} ${window}`} actions={mayOpenQueue && <Doors />} />
      <Stack>
        <ScreeningFigures counts={counts} />
        {progress.announces && <p className="soft">{t("screening.progress.unsettled", progress.unsettled)}</p>}
        {counts.undecided === all && figures.byScreener.length === 0 ? (
          <EmptyState title={t("screening.progress.none")}>{t("screening.progress.noneBody")}</EmptyState>
        ) : (
          <PanelGrid>
            <KindPanel byKind={progress.byKind} />
            <ScreenerPanel byScreener={progress.byScreener} zone={zone} />
            <GroundsPanel grounds={progress.grounds} />
            <DayPanel byDay={figures.byDay} />
            <SpeedPanel byScreener={figures.byScreener} csv={`/downloads/screening/${editionId}.csv`} />
            <AgreementPanel agreement={figures.agreement} />
          </PanelGrid>
        )}
      </Stack>
    </>
  );
}

/** Where the work is done: the announcement first while decisions wait for it. */
function Doors() {
  const t = useTranslate();
  const { editionId, organises, progress } = useLoaderData<typeof loader>();
  const base = `/organiser/editions/${editionId}/screening`;
  const waits = organises && progress.unsettled.unannounced > 0;
  return (
    <ButtonRow>
      {organises && progress.announces && (
        <LinkButton to={`${base}/announcement`} variant={waits ? "primary" : "secondary"}>
          {t("screening.progress.announce")}
        </LinkButton>
      )}
      <LinkButton to={`/screening/${editionId}`} variant={waits ? "secondary" : "primary"}>
        {t("screening.progress.open")}
      </LinkButton>
      <LinkButton to={`/screening/${editionId}/appeals`}>{t("screening.progress.appeals")}</LinkButton>
      {organises && <LinkButton to={`${base}/letters`}>{t("screening.progress.letters")}</LinkButton>}
    </ButtonRow>
  );
}
