import { SubmitRow } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { type TypedValues, typedText } from "#app/components/field.tsx";
import { KeptForm } from "#app/components/kept-form.tsx";
import { Panel } from "#app/components/panel.tsx";
import { RadioGroup } from "#app/components/radio-group.tsx";
import { Select } from "#app/components/select.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import { ReasonField } from "#app/features/conflicts/components/reason-field.tsx";
import { canTakeStep } from "#app/features/conflicts/standing/rules.ts";
import type { ConflictState } from "#app/features/conflicts/types.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

type DecisionFormProps = {
  state: ConflictState;
  back: string;
  refused: { message: string | null; errors: Record<string, string>; values: TypedValues } | undefined;
  owner: string;
  /** Whom an objection may mean; null for a conflict that names its person, which may end later instead. */
  people: readonly { userId: string; name: string }[] | null;
};

/** Where the secretariat confirms, refuses or ends a conflict. */
export function DecisionForm({ state, back, refused, owner, people }: DecisionFormProps) {
  const t = useTranslate();
  const labels = {
    step: t("conflicts.decision.step"),
    endsOn: t("conflicts.decision.endsOn"),
    meantUserId: t("conflicts.decision.meant"),
    reason: t("conflicts.decision.why"),
  };
  const steps = (["confirm", "reject", "expire"] as const).filter((step) => canTakeStep(state, step));
  if (steps.length === 0) return <p className="soft">{t("conflicts.decision.settled")}</p>;
  return (
    <Panel title={t("conflicts.decision.decide")}>
      <KeptForm id="decision" method="post" className="stack stack--medium" keptNotice={t("common.restored")} keptOwner={owner}>
        <ErrorSummary title={refused?.message} errors={refused?.errors} labels={labels} />
        <RadioGroup
          name="step"
          label={labels.step}
          required
          need={t("common.required")}
          error={refused?.errors.step}
          defaultValue={typedText(refused?.values, "step")}
          options={steps.map((step) => ({ value: step, label: t(`conflicts.decision.steps.${step}`), note: t(`conflicts.decision.${people === null ? "notes" : "objectionNotes"}.${step}`) }))}
        />
        {people === null ? (
          <TextInput
            name="endsOn"
            type="date"
            label={labels.endsOn}
            hint={t("conflicts.decision.endsOnHint")}
            error={refused?.errors.endsOn}
            defaultValue={typedText(refused?.values, "endsOn")}
          />
        ) : (
          <Select
            name="meantUserId"
            label={labels.meantUserId}
            hint={t("conflicts.decision.meantHint")}
            emptyLabel={t("conflicts.decision.meantNone")}
            defaultValue={typedText(refused?.values, "meantUserId")}
            options={people.map(({ userId, name }) => ({ value: userId, label: name }))}
          />
        )}
        <ReasonField label={labels.reason} hint={t("conflicts.decision.whyHint")} state={refused} />
        <SubmitRow variant="primary" submit={t("conflicts.decision.submit")} busyWord={t("common.busy")} back={back} cancel={t("common.cancel")} />
      </KeptForm>
    </Panel>
  );
}
