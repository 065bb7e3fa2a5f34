import { SubmitRow } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { type TypedValues, typedText } from "#app/components/field.tsx";
import { KeptForm } from "#app/components/kept-form.tsx";
import { Panel } from "#app/components/panel.tsx";
import { RadioGroup } from "#app/components/radio-group.tsx";
import { TextArea } from "#app/components/text-area.tsx";
import { stepsFor } from "#app/features/scoring/alarms/rules.ts";
import { alarmSteps, type Signal } from "#app/features/scoring/signals/types.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

type AlarmFormProps = {
  signal: Signal;
  back: string;
  state: { message: string | null; errors: Record<string, string>; values: TypedValues } | undefined;
  owner: string;
};

/** Where the chair says what was done about an alarm, the steps its rule names first. */
export function AlarmForm({ signal, back, state, owner }: AlarmFormProps) {
  const t = useTranslate();
  const labels = { step: t("scoring.alarms.step"), reason: t("scoring.alarms.reason") };
  const named = stepsFor[signal];
  const steps = [...named, ...alarmSteps.filter((step) => !named.includes(step))];
  return (
    <Panel title={t("scoring.alarms.answer")}>
      <KeptForm id={`alarm-${signal}`} method="post" className="stack stack--medium" keptNotice={t("common.restored")} keptOwner={owner}>
        <ErrorSummary title={state?.message} errors={state?.errors} labels={labels} />
        <RadioGroup
          name="step"
          label={labels.step}
          required
          need={t("common.required")}
          error={state?.errors.step}
          defaultValue={typedText(state?.values, "step")}
          options={steps.map((step) => ({ value: step, label: t(`scoring.alarms.steps.${step}`), note: named.includes(step) ? t("scoring.alarms.byRule") : undefined }))}
        />
        <TextArea
          name="reason"
          rows={3}
          required
          need={t("common.required")}
          label={labels.reason}
          hint={t("scoring.alarms.reasonHint")}
          error={state?.errors.reason}
          defaultValue={typedText(state?.values, "reason")}
        />
        <SubmitRow variant="primary" submit={t("scoring.alarms.submit")} busyWord={t("common.busy")} back={back} cancel={t("common.cancel")} />
      </KeptForm>
    </Panel>
  );
}
