import { SubmitRow } from "#app/components/button.tsx";
import { CheckboxGroup } from "#app/components/checkbox-group.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { type TypedValues, typedText } from "#app/components/field.tsx";
import { KeptForm } from "#app/components/kept-form.tsx";
import { Stack } from "#app/components/panel.tsx";
import { TextArea } from "#app/components/text-area.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import { typedMark } from "#app/features/scoring/components/criterion-fields.tsx";
import type { AgreementPage } from "#app/features/scoring/divergence/queries.server.ts";
import { formatMark } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";

type AgreementFormProps = {
  page: AgreementPage;
  today: string;
  state: { message: string | null; errors: Record<string, string>; values: TypedValues } | undefined;
  owner: string;
  back: string;
};

/** The record of a small group's meeting on one entry: what it agreed on, who was there, when and why. */
export function AgreementForm({ page, today, state, owner, back }: AgreementFormProps) {
  const t = useTranslate();
  const labels: Record<string, string> = {
    present: t("scoring.agreement.present"),
    heldOn: t("scoring.agreement.heldOn"),
    reason: t("scoring.agreement.reason"),
    ...Object.fromEntries(page.criteria.map(({ key, name }) => [`mark.${key}`, inLocale(t.locale, name)])),
  };
  return (
    <KeptForm id="agreement" method="post" keptNotice={t("common.restored")} keptOwner={owner}>
      <Stack>
        <ErrorSummary title={state?.message} errors={state?.errors} labels={labels} />
        {page.criteria.map(({ key, marks }) => (
          <TextInput
            key={key}
            name={`mark.${key}`}
            inputMode="decimal"
            required
            need={t("common.required")}
            label={labels[`mark.${key}`] ?? key}
            hint={t("scoring.agreement.independent", { marks: marks.map((mark) => formatMark(t.locale, mark)).join("; ") })}
            error={state?.errors[`mark.${key}`]}
            defaultValue={typedText(state?.values, `mark.${key}`, typedMark(t.locale, page.standing?.marks[key] ?? null))}
          />
        ))}
        <CheckboxGroup
          name="present"
          label={labels.present ?? ""}
          hint={t("scoring.agreement.presentHint")}
          error={state?.errors.present}
          options={page.people.map(({ userId, name }) => ({ value: userId, label: name }))}
          defaultValue={[state?.values.present ?? []].flat()}
        />
        <TextInput name="heldOn" type="date" required need={t("common.required")} label={labels.heldOn ?? ""} error={state?.errors.heldOn} defaultValue={typedText(state?.values, "heldOn", today)} />
        <TextArea
          name="reason"
          rows={3}
          required
          need={t("common.required")}
          label={labels.reason ?? ""}
          hint={t("scoring.agreement.reasonHint")}
          error={state?.errors.reason}
          defaultValue={typedText(state?.values, "reason")}
        />
        <SubmitRow variant="primary" submit={t("scoring.agreement.submit")} busyWord={t("common.busy")} back={back} cancel={t("common.cancel")} />
      </Stack>
    </KeptForm>
  );
}
