import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { SubmitRow } from "#app/components/button.tsx";
import { DescriptionList } from "#app/components/description-list.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { typedText } from "#app/components/field.tsx";
import { KeptForm } from "#app/components/kept-form.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Panel, Stack } from "#app/components/panel.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import { listSeats } from "#app/features/competitions/queries.server.ts";
import { stagesOfKind } from "#app/features/competitions/rules.ts";
import type { Edition } from "#app/features/competitions/types.ts";
import { scheduleInput } from "#app/features/interviews/inputs.ts";
import { scheduleInterviews } from "#app/features/interviews/operations.server.ts";
import { countUnscheduled, listPanels } from "#app/features/interviews/queries.server.ts";
import { mostPanels } from "#app/features/interviews/rules.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { formatDate, zoneName } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { useFormState } from "#app/routes/form-state.ts";
import { editionPath, organisedEdition } from "#app/routes/organiser/edition-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "interviews.schedule.title");

/** The stage of interviews and its rules; an edition without them has no such page. */
function interviewsOf({ definition }: Edition) {
  const [stage] = stagesOfKind(definition, "interview");
  if (!stage || !definition.interview) throw notFound("interviews.noInterviews");
  return { stage, interview: definition.interview };
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const edition = organisedEdition(ctx, params);
    const { stage, interview } = interviewsOf(edition);
    return {
      stage,
      interview,
      zone: edition.definition.zone,
      waiting: countUnscheduled(ctx, edition.id),
      people: countPeople(ctx, edition),
      panels: listPanels(ctx, edition.id).map((panel) => panel.name),
      back: editionPath(edition, "interviews"),
    };
  });
}

const countPeople = (ctx: Ctx, { id }: Edition): number =>
  new Set([...listSeats(ctx, id, "chair"), ...listSeats(ctx, id, "juror")].map((seat) => seat.userId)).size;

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const edition = organisedEdition(ctx, params);
    const { stage } = interviewsOf(edition);
    const { panels } = parseForm(form, scheduleInput);
    const { meetingBaseUrl } = context.config;
    const { scheduled } = scheduleInterviews(ctx, { editionId: edition.id, stage: stage.key, panels, meetingBaseUrl });
    const text = translators[ctx.locale]("interviews.schedule.done", { count: scheduled });
    return redirectWithToast(editionPath(edition, "interviews"), text);
  });
}

export default function InterviewSchedule() {
  const t = useTranslate();
  const { panels, back } = useLoaderData<typeof loader>();
  const state = useFormState();
  const label = t("interviews.schedule.panels");
  return (
    <>
      <PageHeader
        title={t("interviews.schedule.title")}
        crumbs={[{ label: t("interviews.title"), to: back }, { label: t("interviews.schedule.title") }]}
        crumbsLabel={t("common.crumbs")}
        meta={t("interviews.schedule.lead")}
      />
      <div className="narrow">
        <Stack>
          <ErrorSummary title={state?.message} errors={state?.errors} labels={{ panels: label }} />
          <Panel>
            <ScheduleFacts />
          </Panel>
          <KeptForm method="post" id="schedule" keptNotice={t("common.restored")}>
            <Stack>
              {panels.length > 0 ? (
                <>
                  <input type="hidden" name="panels" value={panels.length} />
                  <p>{t("interviews.schedule.panelsStand", { names: panels.join(", ") })}</p>
                </>
              ) : (
                <TextInput
                  name="panels"
                  label={label}
                  hint={t("interviews.schedule.panelsHint")}
                  need={t("common.required")}
                  error={state?.errors.panels}
                  defaultValue={typedText(state?.values, "panels", "1")}
                  inputMode="numeric"
                  max={mostPanels}
                  characters={4}
                  required
                />
              )}
              <SubmitRow variant="primary" submit={panels.length > 0 ? t("interviews.schedule.more") : t("interviews.schedule.button")} busyWord={t("common.busy")} back={back} cancel={t("common.cancel")} />
              <p className="faint small">{t("interviews.schedule.noHoliday")}</p>
            </Stack>
          </KeptForm>
        </Stack>
      </div>
    </>
  );
}

function ScheduleFacts() {
  const t = useTranslate();
  const { stage, interview, zone, waiting, people } = useLoaderData<typeof loader>();
  const day = (at: number | null): string => (at === null ? "" : formatDate(t.locale, at, zone));
  const length = { presentation: interview.presentationMinutes ?? 0, questions: interview.questionMinutes ?? 0 };
  const hours = interview.hours.map(([from, to]) => `${from}–${to}`).join(", ");
  const items = {
    waiting,
    people,
    length: t("interviews.schedule.lengthOf", length),
    perDay: interview.perDay,
    hours: `${hours} ${zoneName(zone)}`,
    window: t("interviews.schedule.windowOf", { from: day(stage.opensAt), to: day(stage.closesAt && stage.closesAt - 60_000) }),
  };
  const keys = ["waiting", "people", "length", "perDay", "hours", "window"] as const;
  return <DescriptionList items={keys.map((key) => ({ key, term: t(`interviews.schedule.${key}`), value: items[key] }))} />;
}
