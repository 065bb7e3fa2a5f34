import { SubmitButton } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { type TypedValues, typedText } from "#app/components/field.tsx";
import { KeptForm } from "#app/components/kept-form.tsx";
import { RadioGroup } from "#app/components/radio-group.tsx";
import { RecordList } from "#app/components/record-list.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import { ReasonField } from "#app/features/conflicts/components/reason-field.tsx";
import type { OwnObjection } from "#app/features/conflicts/objecting/queries.server.ts";
import { formatDate } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

type ObjectionFormProps = {
  state: { message: string | null; errors: Record<string, string>; values: TypedValues } | undefined;
  owner: string;
};

/** Where an agency names whom it thinks may not judge its entries. */
export function ObjectionForm({ state, owner }: ObjectionFormProps) {
  const t = useTranslate();
  const labels = { about: t("conflicts.objecting.about"), name: t("conflicts.objecting.name"), reason: t("conflicts.objecting.reason") };
  return (
    <KeptForm id="assessor-objection" method="post" className="stack stack--medium" keptNotice={t("common.restored")} keptOwner={owner}>
      <ErrorSummary title={state?.message} errors={state?.errors} labels={labels} />
      <RadioGroup
        name="about"
        label={labels.about}
        inline
        required
        need={t("common.required")}
        error={state?.errors.about}
        defaultValue={typedText(state?.values, "about", "person")}
        options={(["person", "organisation"] as const).map((value) => ({ value, label: t(`conflicts.about.${value}`) }))}
      />
      <TextInput
        name="name"
        required
        need={t("common.required")}
        label={labels.name}
        hint={t("conflicts.objecting.nameHint")}
        error={state?.errors.name}
        defaultValue={typedText(state?.values, "name")}
      />
      <ReasonField label={labels.reason} hint={t("conflicts.objecting.reasonHint")} state={state} />
      <div>
        <SubmitButton variant="primary" busyWord={t("common.busy")}>
          {t("conflicts.objecting.submit")}
        </SubmitButton>
      </div>
    </KeptForm>
  );
}

/** What the agency has said; what became of it is not told, because it would tell who judges. */
export function OwnObjections({ own, zone }: { own: readonly OwnObjection[]; zone: string }) {
  const t = useTranslate();
  return (
    <section>
      <h2>{t("conflicts.objecting.own")}</h2>
      <RecordList
        records={own.map(({ id, name, reason, declaredAt }) => ({
          key: id,
          title: name,
          sub: t("conflicts.objecting.ownOn", { date: formatDate(t.locale, declaredAt, zone), reason }),
        }))}
      />
    </section>
  );
}
