import { SubmitButton } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { typedText } from "#app/components/field.tsx";
import { KeptForm } from "#app/components/kept-form.tsx";
import { Select } from "#app/components/select.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import { seatRoles } from "#app/features/competitions/types.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

type SentForm = { message: string | null; errors: Record<string, string>; values: Record<string, string | string[]> };

/** Invites a person into a seat by e-mail. */
export function SeatForm({ state, owner }: { state: SentForm | undefined; owner?: string }) {
  const t = useTranslate();
  const labels = {
    role: t("competitions.seats.role"),
    name: t("competitions.seats.name"),
    email: t("competitions.seats.email"),
    organisation: t("competitions.seats.organisation"),
  };
  const text = (name: "name" | "email" | "organisation") => ({
    name,
    label: labels[name],
    required: true,
    error: state?.errors[name],
    defaultValue: typedText(state?.values, name),
  });
  return (
    <KeptForm id="seat" method="post" className="stack stack--medium" keptNotice={t("common.restored")} keptOwner={owner}>
      <ErrorSummary title={state?.message} errors={state?.errors} labels={labels} />
      <Select
        name="role"
        required
        label={labels.role}
        error={state?.errors.role}
        defaultValue={typedText(state?.values, "role", "evaluator")}
        options={seatRoles.map((role) => ({ value: role, label: t(`competitions.roles.${role}`) }))}
      />
      <TextInput {...text("name")} autoComplete="off" />
      <TextInput {...text("email")} type="email" autoComplete="off" />
      <TextInput {...text("organisation")} autoComplete="off" />
      <div>
        <SubmitButton variant="primary" busyWord={t("common.busy")}>
          {t("competitions.seats.submit")}
        </SubmitButton>
      </div>
    </KeptForm>
  );
}
