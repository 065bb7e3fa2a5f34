import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ButtonRow, LinkButton } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Stack } from "#app/components/panel.tsx";
import { TabsNav } from "#app/components/tabs-nav.tsx";
import { AssessorPanel, ScoringFigures, SheetsPanel } from "#app/features/scoring/components/progress-panels.tsx";
import { BarredPanel } from "#app/features/scoring/components/barred-panel.tsx";
import { ForecastWords } from "#app/features/scoring/components/forecast-words.tsx";
import { SignalsPanel } from "#app/features/scoring/components/signals-panel.tsx";
import { formatInstant } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";
import { requireCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { readAside } from "#app/routes/aside/ask.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "scoring.progress.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => readAside(ctx, "scoringPage", { params, request }));
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
  if (progress.assigned === 0) {
    return (
      <>
        {shown.isDesk && <DeskActs shown={shown} />}
        <EmptyState title={t("scoring.progress.empty")} action={shown.mayEnd && <ToHandingOut shown={shown} />}>
          {t("scoring.progress.emptyBody")}
        </EmptyState>
      </>
    );
  }
  return (
    <>
      {shown.isDesk && <DeskActs shown={shown} />}
      <ScoringFigures progress={progress} />
      <Watching shown={shown} />
      <AssessorPanel assessors={shown.assessors} people={shown.people} zone={zone} />
      <SheetsPanel
        {...sheets}
        page={shown.page}
        pageSize={shown.pageSize}
        zone={zone}
        search={shown.search}
        assessors={progress.assessors}
        endBase={shown.mayEnd ? `/organiser/editions/${editionId}/readings` : null}
        reopenBase={shown.mayReopen ? `/organiser/editions/${editionId}/sheets` : null}
      />
    </>
  );
}

function ToHandingOut({ shown: { editionId, isDesk, search } }: { shown: Shown }) {
  const t = useTranslate();
  const base = `/organiser/editions/${editionId}`;
  return <LinkButton to={isDesk ? `${base}/assignment?stage=${encodeURIComponent(search.stage)}` : `${base}/interviews`}>{t(isDesk ? "assignment.title" : "assignment.toInterviews")}</LinkButton>;
}

/** What the chair watches, and what the secretariat must give to somebody else. */
function Watching({ shown: { progress, forecast, signals, barred, zone, editionId, search } }: { shown: Shown }) {
  const late = progress.assessors.filter(({ userId }) => forecast?.byAssessor[userId]?.late).map(({ name }) => name);
  return (
    <>
      {forecast && progress.locked < progress.assigned && <ForecastWords whole={forecast.whole} late={late} zone={zone} />}
      {barred.length > 0 && <BarredPanel readings={barred} endBase={`/organiser/editions/${editionId}/readings`} />}
      {signals && <SignalsPanel found={signals} answerBase={{ path: `/organiser/editions/${editionId}/scoring/alarms`, query: `?stage=${encodeURIComponent(search.stage)}` }} />}
    </>
  );
}

/** What belongs to a desk as a whole: training, marks by entry, and closing it with readings missing. */
function DeskActs({ shown: { rounds, mayClose, mayReadMarks, progress, editionId, search, zone } }: { shown: Shown }) {
  const t = useTranslate();
  const base = `/organiser/editions/${editionId}`;
  const query = `?stage=${encodeURIComponent(search.stage)}`;
  const closed = rounds.find(({ reopenedAt }) => reopenedAt === null);
  const open = progress.assigned - progress.locked;
  return (
    <>
      {closed && (
        <Notice
          tone="info"
          actions={
            mayClose && (
              <LinkButton to={`${base}/rounds/${closed.id}/reopening${query}`} dense>
                {t("scoring.round.reopenTitle")}
              </LinkButton>
            )
          }
        >
          {t("scoring.round.closed", { time: formatInstant(t.locale, closed.closedAt, zone), count: closed.missing, reason: closed.reason })}
        </Notice>
      )}
      {(mayClose || mayReadMarks) && (
        <ButtonRow>
          {mayReadMarks && <LinkButton to={`${base}/scoring/entries${query}`}>{t("scoring.entries.open")}</LinkButton>}
          <LinkButton to={`${base}/scoring/training${query}`}>{t("scoring.training.open")}</LinkButton>
          {mayClose && !closed && open > 0 && (
            <LinkButton to={`${base}/scoring/closure${query}`} variant="quiet">
              {t("scoring.round.open")}
            </LinkButton>
          )}
        </ButtonRow>
      )}
    </>
  );
}
