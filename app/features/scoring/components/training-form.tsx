import { SubmitButton } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { type TypedValues, typedText } from "#app/components/field.tsx";
import { KeptForm } from "#app/components/kept-form.tsx";
import { TextArea } from "#app/components/text-area.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import type { Criterion } from "#app/features/competitions/definition/types.ts";
import { typedMark } from "#app/features/scoring/components/criterion-fields.tsx";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";

type State = { message: string | null; errors: Record<string, string>; values: TypedValues } | undefined;
type Named = Pick<Criterion, "key" | "name">;
type FieldsProps = { criteria: readonly Named[]; maxMark: number; state: State };

/** One mark a criterion. */
export function MarkFields({ criteria, maxMark, state }: FieldsProps) {
  const t = useTranslate();
  return criteria.map(({ key, name }) => (
    <TextInput
      key={key}
      name={`mark.${key}`}
      inputMode="decimal"
      required
      need={t("common.required")}
      label={inLocale(t.locale, name)}
      hint={t("scoring.sheet.markHint", { maximum: typedMark(t.locale, maxMark) })}
      error={state?.errors[`mark.${key}`]}
      defaultValue={typedText(state?.values, `mark.${key}`)}
    />
  ));
}

/** Where the secretariat writes a text everybody marks before the desk opens, with the marks it is worth. */
export function TrainingForm({ owner, ...fields }: FieldsProps & { owner: string }) {
  const t = useTranslate();
  const { criteria, state } = fields;
  const labels = { title: t("scoring.training.textTitle"), body: t("scoring.training.body"), ...Object.fromEntries(criteria.map(({ key, name }) => [`mark.${key}`, inLocale(t.locale, name)])) };
  return (
    <KeptForm id="training" method="post" className="stack stack--medium" keptNotice={t("common.restored")} keptOwner={owner}>
      <ErrorSummary title={state?.message} errors={state?.errors} labels={labels} />
      <TextInput name="title" required need={t("common.required")} label={labels.title} error={state?.errors.title} defaultValue={typedText(state?.values, "title")} />
      <TextArea name="body" rows={12} required need={t("common.required")} label={labels.body} hint={t("scoring.training.bodyHint")} error={state?.errors.body} defaultValue={typedText(state?.values, "body")} />
      <MarkFields {...fields} />
      {criteria.map(({ key, name }) => (
        <TextArea key={key} name={`why.${key}`} rows={2} label={t("scoring.training.why", { criterion: inLocale(t.locale, name) })} error={state?.errors[`why.${key}`]} defaultValue={typedText(state?.values, `why.${key}`)} />
      ))}
      <div>
        <SubmitButton variant="primary" busyWord={t("common.busy")}>
          {t("scoring.training.add")}
        </SubmitButton>
      </div>
    </KeptForm>
  );
}
