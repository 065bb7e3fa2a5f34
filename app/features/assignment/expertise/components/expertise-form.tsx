import { typedText, type TypedValues } from "#app/components/field.tsx";
import { RadioGroup } from "#app/components/radio-group.tsx";
import type { ReaderPage } from "#app/features/assignment/expertise/queries.server.ts";
import { bands } from "#app/features/assignment/solver/types.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";

/** One choice a category: expert, able, or not known; as it was chosen when the form came back. */
export function ExpertiseFields({ categories, values }: { categories: ReaderPage["categories"]; values?: TypedValues }) {
  const t = useTranslate();
  return (
    <>
      {categories.map(({ key, name, band }) => (
        <RadioGroup key={key} name={`band.${key}`} label={inLocale(t.locale, name)} inline dense defaultValue={typedText(values, `band.${key}`, band)} options={bands.map((one) => ({ value: one, label: t(`assignment.expertise.bands.${one}`) }))} />
      ))}
    </>
  );
}
