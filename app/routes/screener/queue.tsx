import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useLocation } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Stack } from "#app/components/panel.tsx";
import { Progress } from "#app/components/progress.tsx";
import { TabsNav } from "#app/components/tabs-nav.tsx";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { QueueTable } from "#app/features/screening/components/queue-table.tsx";
import { queueSearch } from "#app/features/screening/inputs.ts";
import { mayScreen } from "#app/features/screening/policy.ts";
import { findFirstUndecided, listScreeningQueue } from "#app/features/screening/queries.server.ts";
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
      first: mayScreen(ctx.actor, editionId) ? findFirstUndecided(ctx, editionId) : null,
    };
  });
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

export default function ScreeningQueue() {
  const t = useTranslate();
  const page = useLoaderData<typeof loader>();
  const base = `/screening/${page.editionId}/proposals`;
  const { undecided, passed, failed } = page.counts;
  const all = undecided + passed + failed;
  const words = t("screening.queue.progressWords", { done: all - undecided, count: all });
  const start = page.first && (
    <LinkButton to={`${base}/${page.first.id}`} variant="primary">
      {t("screening.queue.start")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title={t("screening.queue.title")}
        meta={t("screening.queue.lead")}
        actions={start}
        aside={<Progress value={all - undecided} max={all} label={t("screening.queue.progress")} words={words} />}
      />
      <Stack>
        <StateTabs page={page} all={all} />
        <QueueTable {...page} pageSize={pageSize} base={base} />
      </Stack>
    </>
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
