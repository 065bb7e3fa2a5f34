import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DescriptionList } from "#app/components/description-list.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Panel, Stack } from "#app/components/panel.tsx";
import { alarmAnswerInput } from "#app/features/scoring/alarms/inputs.ts";
import { answerAlarm } from "#app/features/scoring/alarms/operations.server.ts";
import { getAlarmPage } from "#app/features/scoring/alarms/queries.server.ts";
import { stepsFor } from "#app/features/scoring/alarms/rules.ts";
import { AlarmForm } from "#app/features/scoring/components/alarm-form.tsx";
import { falseAlarms } from "#app/features/scoring/signals/rules.ts";
import { signals } from "#app/features/scoring/signals/types.ts";
import { markedStages } from "#app/features/assignment/rules.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { formatInstant, formatNumber, formatShare } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { notFound } from "#app/lib/errors.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { parseId } from "#app/lib/ids.ts";
import { inLocale } from "#app/lib/words.ts";
import { requireCtx, type SignedInCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { useRoot } from "#app/root.tsx";
import { useFormState } from "#app/routes/form-state.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "scoring.alarms.title");

/** The alarm of the address and what was done about it; 404 for whoever does not see alarms. */
function placeOf(ctx: SignedInCtx, params: LoaderFunctionArgs["params"], request: Request) {
  const [editionId, userId] = [parseId("edition", params.editionId), parseId("user", params.userId)];
  const signal = signals.find((one) => one === params.signal);
  if (!editionId || !userId || !signal) throw notFound("scoring.alarmUnknown");
  const wanted = new URL(request.url).searchParams.get("stage") ?? "";
  const of = { editionId, userId, signal, stage: wanted };
  const page = getAlarmPage(ctx, of);
  const { definition } = getEdition(ctx, editionId);
  const stage = markedStages(definition).find(({ key }) => key === wanted);
  if (!stage) throw notFound("scoring.alarmUnknown");
  return { of, page, stage, zone: definition.zone, back: `/organiser/editions/${editionId}/scoring?stage=${encodeURIComponent(stage.key)}` };
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const { of, page, stage, zone, back } = placeOf(ctx, params, request);
    return { signal: of.signal, page, stageName: stage.name, zone, back };
  });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const { of, back } = placeOf(ctx, params, request);
    answerAlarm(ctx, { ...of, ...parseForm(form, alarmAnswerInput) });
    return redirectWithToast(back, translators[ctx.locale]("scoring.alarms.done"));
  });
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

export default function ScoringAlarm() {
  const t = useTranslate();
  const root = useRoot();
  const state = useFormState();
  const data = useLoaderData<typeof loader>();
  const { signal, page, stageName, back } = data;
  return (
    <div className="narrow">
      <PageHeader
        title={t("scoring.alarms.of", { signal: t(`scoring.signals.names.${signal}`), name: page.name })}
        meta={`${inLocale(t.locale, stageName)}. ${t("scoring.alarms.sheets", { count: formatNumber(t.locale, page.sheets) })}`}
        crumbs={[{ to: back, label: t("scoring.progress.title") }, { label: t("scoring.alarms.title") }]}
        crumbsLabel={t("common.crumbs")}
      />
      <Stack>
        <RulePanel signal={signal} />
        {page.answers.length > 0 && <AnswersPanel data={data} />}
        {page.mayAnswer && <AlarmForm signal={signal} back={back} state={state} owner={root?.person?.email ?? ""} />}
      </Stack>
    </div>
  );
}

/** What rang, how often it rings of nobody's fault, and what is to be done. */
function RulePanel({ signal }: Pick<Page, "signal">) {
  const t = useTranslate();
  const rate = formatShare(t.locale, Math.round(falseAlarms[signal] * 10_000));
  const steps = stepsFor[signal].map((step) => t(`scoring.alarms.steps.${step}`)).join(". ");
  return (
    <Panel title={t("scoring.alarms.rule")}>
      <DescriptionList
        items={[
          { term: t("scoring.alarms.what"), value: t(`scoring.signals.rules.${signal}`) },
          { term: t("scoring.alarms.false"), value: t("scoring.signals.falseAlarm", { rate }) },
          { term: t("scoring.alarms.next"), value: `${steps}.` },
          { term: t("scoring.alarms.why"), value: t(`scoring.alarms.because.${signal}`) },
        ]}
      />
    </Panel>
  );
}

function AnswersPanel({ data: { page, zone } }: { data: Page }) {
  const t = useTranslate();
  return (
    <Panel title={t("scoring.alarms.answers")}>
      <DescriptionList
        items={page.answers.map(({ step, reason, answeredBy, answeredAt }) => ({
          key: String(answeredAt),
          term: t(`scoring.alarms.steps.${step}`),
          value: t("scoring.alarms.answered", { reason, name: answeredBy, at: formatInstant(t.locale, answeredAt, zone) }),
        }))}
      />
    </Panel>
  );
}
