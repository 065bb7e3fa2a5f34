import { type TypedValues, typedText } from "#app/components/field.tsx";
import { TextArea } from "#app/components/text-area.tsx";
import { useTranslate } from "#app/i18n/provider.tsx";

type ReasonFieldProps = { label: string; hint: string; state: { errors: Record<string, string>; values: TypedValues } | null | undefined };

/** The reason every act of this room asks for. */
export function ReasonField({ label, hint, state }: ReasonFieldProps) {
  const t = useTranslate();
  return (
    <TextArea
      name="reason"
      rows={3}
      required
      need={t("common.required")}
      label={label}
      hint={hint}
      error={state?.errors.reason}
      defaultValue={typedText(state?.values, "reason")}
    />
  );
}
