import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useLocation } from "@remix-run/react";
import { CalendarDays, EyeOff } from "lucide-react";
import { LinkButton } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Stack } from "#app/components/panel.tsx";
import { Progress } from "#app/components/progress.tsx";
import { TabsNav } from "#app/components/tabs-nav.tsx";
import { findAgencyByCode, listAgencies } from "#app/features/agencies/queries.server.ts";
import { findMerge } from "#app/features/agencies/registry/queries.server.ts";
import { recuseFromAgency } from "#app/features/assignment/operations.server.ts";
import { hasSeat } from "#app/features/competitions/policy.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { isOpen } from "#app/features/competitions/rules.ts";
import { AgencyConflict } from "#app/features/conflicts/components/agency-conflict.tsx";
import { agencyConflictInput } from "#app/features/conflicts/inputs.ts";
import { listMyAgencyConflicts } from "#app/features/conflicts/queries.server.ts";
import { listToCosign } from "#app/features/ranking/signers/cosigning/queries.server.ts";
import { QueueTable } from "#app/features/scoring/components/queue-table.tsx";
import { listMyQueue, listMyStages } from "#app/features/scoring/desk/queries.server.ts";
import { queueSearch } from "#app/features/scoring/inputs.ts";
import { type ReadingState, readingStates } from "#app/features/scoring/types.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { formatDeadline, formatInstant, formatNumber } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { InvalidInput, notFound } from "#app/lib/errors.ts";
import { formValues, parseForm } from "#app/lib/forms.server.ts";
import { parseId } from "#app/lib/ids.ts";
import { inLocale } from "#app/lib/words.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { useRoot } from "#app/root.tsx";
import { useFormState } from "#app/routes/form-state.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "scoring.desk.title");

const pageSize = 50;
/** The whole registry fits: 546 governments and the central bodies. */
const registrySize = 5_000;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const editionId = parseId("edition", params.editionId);
    if (!editionId) throw notFound("competitions.editionUnknown");
    const address = new URL(request.url).searchParams;
    const { stage: wanted, state, page } = queueSearch.parse(Object.fromEntries(address));
    const stages = listMyStages(ctx, editionId);
    const { definition } = getEdition(ctx, editionId);
    // Without a choice, the last of his stages that has begun.
    const begun = stages.findLast(({ opensAt }) => opensAt !== null && opensAt <= ctx.now) ?? stages[0];
    const stage = stages.find((one) => one.key === wanted) ?? begun;
    const queue = stage ? listMyQueue(ctx, { editionId, stage: stage.key }) : null;
    const items = queue?.items.filter((item) => state === undefined || item.state === state) ?? [];
    const declaring = address.has("conflicts");
    return {
      ...{ editionId, stages, zone: definition.zone, state, page, declaring },
      toCosign: listToCosign(ctx, editionId),
      readsDesks: hasSeat(ctx.actor, editionId, "evaluator"),
      queue: queue && { ...queue, items: undefined, count: queue.items.length, isOpen: isOpen(queue.stage, ctx.now) && queue.roundClosedAt === null, counts: countStates(queue.items) },
      rows: items.slice((page - 1) * pageSize, page * pageSize),
      total: items.length,
      next: queue?.items.find((item) => item.assignmentId === queue.next) ?? null,
      declared: declaring ? listMyAgencyConflicts(ctx, editionId) : [],
      regions: declaring && definition.conflicts.sameRegion ? listAgencies(ctx, { kind: "provinsi", limit: registrySize, offset: 0 }).map(({ code, name }) => ({ code, name })) : null,
      agencies: declaring ? listAgencies(ctx, { standing: true, limit: registrySize, offset: 0 }).map(({ code, name }) => ({ code, name })) : [],
    };
  });
}

const countStates = (items: readonly { state: ReadingState }[]): Record<ReadingState, number> => {
  const counts: Record<ReadingState, number> = { todo: 0, draft: 0, locked: 0 };
  for (const { state } of items) counts[state] += 1;
  return counts;
};

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const editionId = parseId("edition", params.editionId);
    if (!editionId) throw notFound("competitions.editionUnknown");
    const { agencyCode, ...said } = parseForm(form, agencyConflictInput);
    const agency = findAgencyByCode(ctx, agencyCode);
    if (!agency || findMerge(ctx, agency.id)) throw new InvalidInput([{ path: "agencyCode", code: "notAChoice", params: {} }], formValues(form));
    const { ended } = recuseFromAgency(ctx, { editionId, agencyId: agency.id, ...said });
    const done = translators[ctx.locale]("conflicts.agency.done", { count: ended });
    return redirectWithToast(`/assessor/${editionId}?conflicts=1`, done);
  });
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Desk() {
  const t = useTranslate();
  const page = useLoaderData<typeof loader>();
  const { stages, queue } = page;
  return (
    <>
      <DeskHead page={page} />
      <Stack>
        <ToCosign page={page} />
        {stages.length > 1 && (
          <TabsNav
            label={t("scoring.desk.tabs")}
            tabs={stages.map(({ key, name }) => ({ to: `?stage=${key}`, label: inLocale(t.locale, name), current: key === queue?.stage.key }))}
          />
        )}
        {queue ? <Queue page={page} queue={queue} /> : <EmptyState title={t("scoring.desk.noStage")}>{t("scoring.desk.noStageBody")}</EmptyState>}
        <Conflicts page={page} />
      </Stack>
    </>
  );
}

/** Minutes that wait for the reader's signature. */
function ToCosign({ page: { toCosign, editionId } }: { page: Page }) {
  const t = useTranslate();
  return toCosign.map(({ listId, listKey, name }) => (
    <Notice key={listId} tone="warn" title={t("ranking.cosign.waiting", { list: inLocale(t.locale, name) })} actions={<LinkButton to={`/assessor/${editionId}/lists/${listKey}/minutes`}>{t("ranking.cosign.open")}</LinkButton>}>
      {t("ranking.cosign.waitingText")}
    </Notice>
  ));
}

function DeskHead({ page: { queue, next, editionId, zone } }: { page: Page }) {
  const t = useTranslate();
  const go = queue?.isOpen && next && (
    <LinkButton to={`/assessor/${editionId}/sheets/${next.assignmentId}`} variant="primary">
      {t("scoring.desk.go", { number: next.number })}
    </LinkButton>
  );
  const schedule = queue?.stage.kind === "interview" && (
    <LinkButton to={`/assessor/${editionId}/schedule`} icon={CalendarDays}>
      {t("scoring.desk.schedule")}
    </LinkButton>
  );
  return (
    <PageHeader
      title={t("scoring.desk.title")}
      meta={queue && <WindowWords queue={queue} zone={zone} />}
      actions={
        (go || schedule) && (
          <>
            {schedule}
            {go}
          </>
        )
      }
      aside={
        queue &&
        queue.count > 0 && (
          <Progress
            value={queue.done}
            max={queue.count}
            label={t("scoring.desk.progress")}
            words={t("scoring.desk.done", { done: queue.done, count: queue.count })}
          />
        )
      }
    />
  );
}

type Queue = NonNullable<Page["queue"]>;

function WindowWords({ queue: { stage, count, done }, zone }: { queue: Queue; zone: string }) {
  const t = useTranslate();
  if (stage.opensAt === null || stage.closesAt === null) return null;
  const window = t("scoring.desk.window", {
    opens: formatInstant(t.locale, stage.opensAt, zone),
    closes: formatDeadline(t.locale, stage.closesAt, zone),
  });
  const left = count > done ? ` ${t("scoring.desk.left", { count: count - done })}.` : "";
  return <>{window + left}</>;
}

function Queue({ page, queue }: { page: Page; queue: Queue }) {
  const t = useTranslate();
  return (
    <>
      {queue.roundClosedAt !== null && <Notice>{t("scoring.desk.roundClosed", { time: formatInstant(t.locale, queue.roundClosedAt, queue.zone) })}</Notice>}
      {queue.blind && (
        <Notice tone="plain" icon={EyeOff}>
          {t("scoring.desk.blind")}.
        </Notice>
      )}
      {queue.count > 0 && <StateTabs queue={queue} state={page.state} />}
      <QueueTable
        rows={page.rows}
        total={page.total}
        page={page.page}
        pageSize={pageSize}
        blind={queue.blind}
        filtered={page.state !== undefined && queue.count > 0}
        base={`/assessor/${page.editionId}/sheets`}
      />
    </>
  );
}

function StateTabs({ queue, state }: { queue: Queue; state: ReadingState | undefined }) {
  const t = useTranslate();
  const to = (one: string) => `?stage=${queue.stage.key}${one && `&state=${one}`}`;
  const all = { to: to(""), label: t("scoring.desk.all"), count: formatNumber(t.locale, queue.count), current: state === undefined };
  const tabs = readingStates.map((one) => ({
    to: to(one),
    label: t(`scoring.states.${one}`),
    count: formatNumber(t.locale, queue.counts[one]),
    current: state === one,
  }));
  return <TabsNav label={t("scoring.desk.filter")} tabs={[all, ...tabs]} />;
}

function Conflicts({ page: { declaring, agencies, regions, declared, zone, editionId, readsDesks } }: { page: Page }) {
  const t = useTranslate();
  const root = useRoot();
  const state = useFormState();
  const params = new URLSearchParams(useLocation().search);
  params.set("conflicts", "1");
  if (declaring) {
    const owner = root?.person?.email ?? "";
    return <AgencyConflict {...{ agencies, regions, declared, zone, state, owner }} regionAction={`/assessor/${editionId}/home-region`} />;
  }
  return (
    <div className="btn-row">
      <LinkButton to={`/assessor/${editionId}/training`} variant="quiet">
        {t("scoring.training.open")}
      </LinkButton>
      {readsDesks && (
        <LinkButton to={`/assessor/${editionId}/expertise`} variant="quiet">
          {t("assignment.expertise.own")}
        </LinkButton>
      )}
      <LinkButton to={`/assessor/${editionId}/own-signals`} variant="quiet">
        {t("scoring.own.title")}
      </LinkButton>
      <LinkButton to={`/assessor/${editionId}/severity`} variant="quiet">
        {t("ranking.severity.title")}
      </LinkButton>
      <LinkButton to={`?${params.toString()}#conflicts`} variant="quiet">
        {t("conflicts.agency.open")}
      </LinkButton>
    </div>
  );
}
