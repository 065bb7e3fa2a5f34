import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CalendarPlus } from "lucide-react";
import { LinkButton } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Columns, Panel, Stack } from "#app/components/panel.tsx";
import { PrintButton } from "#app/components/print-button.tsx";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { ConfirmationList, ZoneList } from "#app/features/interviews/components/confirmation-list.tsx";
import { DayTabs } from "#app/features/interviews/components/day-tabs.tsx";
import { PanelMatrix } from "#app/features/interviews/components/panel-matrix.tsx";
import { SlotTable } from "#app/features/interviews/components/slot-table.tsx";
import { dayInput } from "#app/features/interviews/inputs.ts";
import { mayScheduleInterviews } from "#app/features/interviews/policy.ts";
import { countUnscheduled, listPanels, listSlots } from "#app/features/interviews/queries.server.ts";
import { dayToShow, slotState } from "#app/features/interviews/rules.ts";
import type { SlotView } from "#app/features/interviews/types.ts";
import { zoneName } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { notFound } from "#app/lib/errors.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { parseId } from "#app/lib/ids.ts";
import { dayOfInstant } from "#app/lib/zones.ts";
import { requireCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "interviews.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const editionId = parseId("edition", params.editionId);
    if (!editionId) throw notFound("competitions.editionUnknown");
    const slots = listSlots(ctx, { editionId });
    const { zone, year } = getEdition(ctx, editionId).definition;
    const { day: asked } = parseForm(new URL(request.url).searchParams, dayInput);
    const days = [...new Set(slots.map((slot) => dayOfInstant(zone, slot.startsAt)))];
    const day = dayToShow(days, dayOfInstant(zone, ctx.now), asked ?? null);
    return {
      slots,
      days,
      day,
      ofDay: slots.filter((slot) => dayOfInstant(zone, slot.startsAt) === day),
      tallies: talliesOf(slots, zone, ctx.now),
      panels: listPanels(ctx, editionId),
      unscheduled: countUnscheduled(ctx, editionId),
      waiting: slots.filter((slot) => slotState(slot, ctx.now) === "waiting"),
      maySchedule: mayScheduleInterviews(ctx.actor, editionId),
      now: ctx.now,
      zone,
      year,
      base: `/organiser/editions/${editionId}/interviews`,
    };
  });
}

/** Sessions of each panel on each day and how many are confirmed or held. */
function talliesOf(slots: readonly SlotView[], zone: string, now: number) {
  const tallies = new Map<string, { day: string; panel: string; sessions: number; confirmed: number }>();
  for (const slot of slots) {
    const day = dayOfInstant(zone, slot.startsAt);
    const key = `${day} ${slot.panel}`;
    const tally = tallies.get(key) ?? { day, panel: slot.panel, sessions: 0, confirmed: 0 };
    const isSure = ["confirmed", "held"].includes(slotState(slot, now));
    tallies.set(key, { ...tally, sessions: tally.sessions + 1, confirmed: tally.confirmed + (isSure ? 1 : 0) });
  }
  return [...tallies.values()];
}

type View = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Interviews() {
  const t = useTranslate();
  const view = useLoaderData<typeof loader>();
  const { slots, days, panels, unscheduled, maySchedule, zone, base } = view;
  const counts = { sessions: slots.length, days: days.length, panels: panels.length, zone: zoneName(zone) };
  return (
    <>
      <PageHeader
        title={t("interviews.title")}
        meta={slots.length > 0 ? t("interviews.meta", counts) : t("interviews.metaNone")}
        actions={
          <>
            {slots.length > 0 && <PrintButton>{t("common.print")}</PrintButton>}
            {maySchedule && (
              <LinkButton to={`${base}/schedule`} variant={unscheduled > 0 ? "primary" : "secondary"} icon={CalendarPlus}>
                {slots.length > 0 ? t("interviews.schedule.more") : t("interviews.schedule.button")}
              </LinkButton>
            )}
          </>
        }
      />
      {unscheduled > 0 && (
        <Notice tone="warn" title={t("interviews.waiting", { count: unscheduled })} />
      )}
      {slots.length === 0 ? <EmptyState title={t("interviews.empty")}>{t("interviews.emptyText")}</EmptyState> : <Calendar view={view} />}
    </>
  );
}

function Calendar({ view }: { view: View }) {
  const t = useTranslate();
  const { slots, days, day, ofDay, panels, tallies, now, year, waiting } = view;
  return (
    <Stack>
      <Panel title={t("interviews.panelsTitle")} flush>
        <PanelMatrix panels={panels} days={days} tallies={tallies} />
      </Panel>
      <DayTabs days={days} day={day} />
      <SlotTable day={day ?? ""} rows={ofDay} now={now} year={year} />
      <Columns shape="even">
        <ConfirmationList slots={waiting} />
        <ZoneList slots={slots} />
      </Columns>
    </Stack>
  );
}
