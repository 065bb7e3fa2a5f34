import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ClipboardCheck, FileText } from "lucide-react";
import { ButtonRow, LinkButton } from "#app/components/button.tsx";
import { ConfirmDialog } from "#app/components/dialog.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Stack } from "#app/components/panel.tsx";
import { RadioGroup } from "#app/components/radio-group.tsx";
import { hasSeat } from "#app/features/competitions/policy.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { DayTabs } from "#app/features/interviews/components/day-tabs.tsx";
import { SlotTable } from "#app/features/interviews/components/slot-table.tsx";
import { attendanceInput, dayInput } from "#app/features/interviews/inputs.ts";
import { recordAttendance } from "#app/features/interviews/operations.server.ts";
import { type JurorSlot, listJurorSlots } from "#app/features/interviews/queries.server.ts";
import { dayToShow } from "#app/features/interviews/rules.ts";
import { attendances } from "#app/features/interviews/types.ts";
import { numberText } from "#app/features/proposals/rules.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { notFound } from "#app/lib/errors.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { parseId } from "#app/lib/ids.ts";
import { dayOfInstant } from "#app/lib/zones.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { useFormState } from "#app/routes/form-state.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "interviews.juror.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const editionId = parseId("edition", params.editionId);
    if (!editionId || !hasSeat(ctx.actor, editionId, "evaluator", "juror", "chair")) throw notFound("competitions.editionUnknown");
    const slots = listJurorSlots(ctx, editionId);
    const { zone, year } = getEdition(ctx, editionId).definition;
    const { day: asked } = parseForm(new URL(request.url).searchParams, dayInput);
    const days = [...new Set(slots.map((slot) => dayOfInstant(zone, slot.startsAt)))];
    const day = dayToShow(days, dayOfInstant(zone, ctx.now), asked ?? null);
    const ofDay = slots.filter((slot) => dayOfInstant(zone, slot.startsAt) === day);
    return { days, day, ofDay, year, now: ctx.now, desk: `/assessor/${editionId}` };
  });
}

/** Notes who presented at a session of the person's own panel. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    recordAttendance(ctx, parseForm(form, attendanceInput));
    const { search } = new URL(request.url);
    return redirectWithToast(`/assessor/${params.editionId}/schedule${search}`, translators[ctx.locale]("interviews.juror.recorded"));
  });
}

export default function Schedule() {
  const t = useTranslate();
  const { days, day, ofDay, year, now, desk } = useLoaderData<typeof loader>();
  const state = useFormState();
  return (
    <>
      <PageHeader title={t("interviews.juror.title")} meta={t("interviews.juror.lead")} />
      <Stack>
        <ErrorSummary title={state?.message} errors={state?.errors} labels={{ attendance: t("interviews.juror.who") }} />
        {day === null ? (
          <EmptyState title={t("interviews.empty")}>{t("interviews.emptyJuror")}</EmptyState>
        ) : (
          <>
            <DayTabs days={days} day={day} />
            <SlotTable<JurorSlot>
              day={day}
              rows={ofDay}
              now={now}
              year={year}
              more={[
                {
                  key: "work",
                  header: t("interviews.columns.work"),
                  tight: true,
                  render: (slot) => <SlotWork slot={slot} now={now} year={year} desk={desk} />,
                },
              ]}
            />
          </>
        )}
      </Stack>
    </>
  );
}

function SlotWork({ slot, now, year, desk }: { slot: JurorSlot; now: number; year: number; desk: string }) {
  const t = useTranslate();
  return (
    <ButtonRow>
      <LinkButton to={`${desk}/sheets/${slot.assignmentId}`} variant="quiet" dense icon={FileText}>
        {t("interviews.juror.sheet")}
      </LinkButton>
      {now >= slot.startsAt && <AttendanceButton slot={slot} year={year} />}
    </ButtonRow>
  );
}

function AttendanceButton({ slot, year }: { slot: JurorSlot; year: number }) {
  const t = useTranslate();
  return (
    <ConfirmDialog
      title={t("interviews.juror.recordFor", { number: numberText(year, slot.number) })}
      trigger={{ variant: "quiet", dense: true, icon: ClipboardCheck, children: t("interviews.juror.record") }}
      confirm={t("interviews.juror.record")}
      cancel={t("common.cancel")}
      busyWord={t("common.busy")}
      fields={{ slotId: slot.id }}
    >
      <RadioGroup
        id={`f-attendance-${slot.id}`}
        name="attendance"
        label={t("interviews.juror.who")}
        defaultValue={slot.attendance ?? "head"}
        options={attendances.map((value) => ({ value, label: t(`interviews.attendance.${value}`) }))}
      />
    </ConfirmDialog>
  );
}
