import { Checkbox, CheckboxGroup } from "#app/components/checkbox-group.tsx";
import { DateTimeInput } from "#app/components/date-time-input.tsx";
import { FieldRow, typedList, typedText } from "#app/components/field.tsx";
import { Select, type Option, type OptionGroup } from "#app/components/select.tsx";
import { TextArea } from "#app/components/text-area.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import type { ControlProps } from "#app/features/competitions/components/editor/control-props.ts";
import { EditorGrid } from "#app/features/competitions/components/editor/editor-grid.tsx";
import { EditorRows } from "#app/features/competitions/components/editor/editor-rows.tsx";
import type { Control, ControlOption } from "#app/features/competitions/editing/types.ts";
import type { Words } from "#app/features/competitions/definition/types.ts";
import { typedGapValue } from "#app/features/competitions/rules.ts";
import { zoneName } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { Translate } from "#app/i18n/translator.ts";
import { inLocale } from "#app/lib/words.ts";

/** One value of the rules, by its kind. */
export function EditorControl(props: ControlProps) {
  const t = useTranslate();
  const { control, value, name = control.path, zone, errors = {}, typed, onChoose } = props;
  const shared = { name, label: inLocale(t.locale, control.label), hint: control.hint && inLocale(t.locale, control.hint), error: errors[name] };
  switch (control.kind) {
    case "words":
      return <WordsControl {...props} control={control} />;
    case "text":
      return <TextInput {...shared} maxLength={control.most} defaultValue={typedText(typed, name, (value ?? "") as string)} />;
    case "number": {
      const stored = typedGapValue(control.unit, (value ?? null) as number | null, zone);
      if (control.unit === "instant") return <DateTimeInput {...shared} zone={zoneName(zone)} defaultValue={typedText(typed, name, stored)} />;
      return <TextInput {...shared} inputMode="decimal" characters={7} unit={t(`competitions.units.${control.unit}`) || undefined} defaultValue={typedText(typed, name, stored)} />;
    }
    case "decimal":
      return <TextInput {...shared} inputMode="decimal" characters={9} defaultValue={typedText(typed, name, typeof value === "number" ? String(value).replace(".", ",") : "")} />;
    case "yes":
      return <Checkbox {...shared} note={shared.hint} defaultChecked={typed ? typedText(typed, name) === "yes" : value === true} onChange={(event) => onChoose?.(event.currentTarget.checked ? "yes" : "no")} />;
    case "choice":
      return (
        <Select
          {...shared}
          options={grouped(t, control.options)}
          emptyLabel={control.empty && inLocale(t.locale, control.empty)}
          defaultValue={typedText(typed, name, (value as string | null) ?? "")}
          onChange={(event) => onChoose?.(event.currentTarget.value)}
        />
      );
    case "choices":
      return <CheckboxGroup {...shared} dense options={control.options.map((one) => ({ value: one.value, label: inLocale(t.locale, one.label) }))} defaultValue={typedList(typed, name, (value as string[] | undefined) ?? [])} />;
    case "rows":
      return <EditorRows {...props} control={control} />;
    case "grid":
      return <EditorGrid {...props} control={control} />;
  }
}

function grouped(t: Translate, options: readonly ControlOption[]): (Option | OptionGroup)[] {
  const loose = options.filter(({ group }) => !group).map(({ value, label }) => ({ value, label: inLocale(t.locale, label) }));
  const names = [...new Set(options.flatMap(({ group }) => (group ? [inLocale(t.locale, group)] : [])))];
  const groups = names.map((group) => ({
    group,
    options: options.filter((one) => one.group && inLocale(t.locale, one.group) === group).map(({ value, label }) => ({ value, label: inLocale(t.locale, label) })),
  }));
  return [...groups, ...loose];
}

/** Both languages beside one another; the English may wait. */
function WordsControl({ control, value, name = control.path, errors = {}, typed }: ControlProps & { control: Extract<Control, { kind: "words" }> }) {
  const t = useTranslate();
  const stored = (value ?? { id: "", en: "" }) as Words;
  const label = inLocale(t.locale, control.label);
  const field = (locale: "id" | "en") => {
    const own = `${name}.${locale}`;
    const shared = { name: own, label: `${label} (${t(`editor.languages.${locale}`)})`, error: errors[own], defaultValue: typedText(typed, own, stored[locale]), lang: locale };
    return control.lines === 1 ? <TextInput {...shared} /> : <TextArea {...shared} rows={3} />;
  };
  return (
    <FieldRow>
      {field("id")}
      {field("en")}
    </FieldRow>
  );
}
