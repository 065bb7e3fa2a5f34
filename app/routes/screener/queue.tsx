import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData, useLocation } from "@remix-run/react";
import { ButtonRow, LinkButton, SubmitButton } from "#app/components/button.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Stack } from "#app/components/panel.tsx";
import { Progress } from "#app/components/progress.tsx";
import { TabsNav } from "#app/components/tabs-nav.tsx";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { isOpen } from "#app/features/competitions/rules.ts";
import { QueueTable } from "#app/features/screening/components/queue-table.tsx";
import { queueSearch } from "#app/features/screening/inputs.ts";
import { mayScreen } from "#app/features/screening/policy.ts";
import { listScreeningQueue } from "#app/features/screening/queue/queries.server.ts";
import { screeningStage } from "#app/features/screening/rules.ts";
import { type QueueState, queueStates } from "#app/features/screening/types.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { notFound } from "#app/lib/errors.ts";
import { parseId } from "#app/lib/ids.ts";
import { requireCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "screening.queue.title");

const pageSize = 50;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const editionId = parseId("edition", params.editionId);
    if (!editionId) throw notFound("competitions.editionUnknown");
    const { state, group, kind, search, sort, dir, page } = queueSearch.parse(Object.fromEntries(new URL(request.url).searchParams));
    const offset = (page - 1) * pageSize;
    const queue = listScreeningQueue(ctx, { editionId, state, groupKey: group, kind, search, sort, dir, limit: pageSize, offset });
    const { definition } = getEdition(ctx, editionId);
    return {
      ...queue,
      ...{ page, sort: { key: sort, dir }, search: { state, group, kind, search }, editionId, zone: definition.zone },
      groups: definition.groups.map(({ key, name }) => ({ key, name })),
      mayTake: mayScreen(ctx.actor, editionId) && isOpen(screeningStage(definition), ctx.now),
    };
  });
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

export default function ScreeningQueue() {
  const t = useTranslate();
  const page = useLoaderData<typeof loader>();
  const base = `/screening/${page.editionId}/proposals`;
  const all = Object.values(page.counts).reduce((sum, n) => sum + n, 0);
  const done = page.counts.decided + page.counts.appealed;
  const words = t("screening.queue.progressWords", { done, count: all });
  return (
    <>
      <PageHeader
        title={t("screening.queue.title")}
        meta={t("screening.queue.lead")}
        actions={<Actions page={page} />}
        aside={<Progress value={done} max={all} label={t("screening.queue.progress")} words={words} />}
      />
      <Stack>
        <StateTabs page={page} all={all} />
        <p className="faint small">{t("screening.queue.barred")}</p>
        <QueueTable {...page} pageSize={pageSize} base={base} />
      </Stack>
    </>
  );
}

function Actions({ page: { editionId, mayTake } }: { page: Page }) {
  const t = useTranslate();
  return (
    <ButtonRow>
      {mayTake && (
        <Form method="post" action={`/screening/${editionId}/claims`}>
          <SubmitButton variant="primary" busyWord={t("common.busy")}>
            {t("screening.queue.takeNext")}
          </SubmitButton>
        </Form>
      )}
      <LinkButton to={`/screening/${editionId}/appeals`}>{t("screening.queue.appeals")}</LinkButton>
    </ButtonRow>
  );
}

function StateTabs({ page: { counts, search }, all }: { page: Page; all: number }) {
  const t = useTranslate();
  const { search: address } = useLocation();
  const to = (state: QueueState | ""): string => {
    const params = new URLSearchParams(address);
    params.delete("page");
    if (state) params.set("state", state);
    else params.delete("state");
    return `?${params.toString()}`;
  };
  const tabs = queueStates.map((state) => ({
    to: to(state),
    label: t(`screening.states.${state}`),
    count: formatNumber(t.locale, counts[state]),
    current: search.state === state,
  }));
  const everything = { to: to(""), label: t("screening.queue.all"), count: formatNumber(t.locale, all), current: search.state === undefined };
  return <TabsNav label={t("screening.queue.tabs")} tabs={[everything, ...tabs]} />;
}
