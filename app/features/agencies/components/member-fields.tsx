import { typedText } from "#app/components/field.tsx";
import { Select } from "#app/components/select.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { Translate } from "#app/i18n/translator.ts";

export type SentForm = { message: string | null; errors: Record<string, string>; values: Record<string, string | string[]> };

export const memberLabels = (t: Translate) => ({
  name: t("agencies.fields.name"),
  email: t("agencies.fields.email"),
  unit: t("agencies.fields.unit"),
  role: t("agencies.fields.role"),
});

/** Name, e-mail and unit of whoever is invited. */
export function MemberFields({ state, unit = "", unitHint }: { state: SentForm | undefined; unit?: string; unitHint?: string }) {
  const t = useTranslate();
  const labels = memberLabels(t);
  const field = (name: "name" | "email" | "unit", stored = "") => ({
    name,
    label: labels[name],
    required: true,
    error: state?.errors[name],
    defaultValue: typedText(state?.values, name, stored),
    autoComplete: "off",
  });
  return (
    <>
      <TextInput {...field("name")} />
      <TextInput {...field("email")} type="email" />
      <TextInput {...field("unit", unit)} hint={unitHint} />
    </>
  );
}

/** The unit a writer is confined to; nothing where the agency keeps no units. */
export function ConfinementField({ state, units, stored = "" }: { state: SentForm | undefined; units: readonly { id: string; name: string; depth: number }[]; stored?: string }) {
  const t = useTranslate();
  if (units.length === 0 && stored === "") return null;
  return (
    <Select
      name="unitId"
      label={t("agencies.confinement.label")}
      hint={t("agencies.confinement.hint")}
      emptyLabel={t("agencies.confinement.none")}
      error={state?.errors.unitId}
      defaultValue={typedText(state?.values, "unitId", stored)}
      options={units.map(({ id, name, depth }) => ({ value: id, label: `${"\u2003".repeat(depth)}${name}` }))}
    />
  );
}
