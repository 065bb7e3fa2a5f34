import { CheckboxGroup } from "#app/components/checkbox-group.tsx";
import { DateTimeInput } from "#app/components/date-time-input.tsx";
import { type FieldProps, typedList, type TypedValues, typedText } from "#app/components/field.tsx";
import { RadioGroup } from "#app/components/radio-group.tsx";
import { TextArea } from "#app/components/text-area.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import type { EditorField } from "#app/features/proposals/form/queries.server.ts";
import { RowsField, rowsFault, typedRows } from "#app/features/proposals/components/rows-field.tsx";
import { chosen, videoOf } from "#app/features/proposals/form/values/rules.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { Translate } from "#app/i18n/translator.ts";
import { countWords, inLocale } from "#app/lib/words.ts";

type AnswerFieldProps = {
  field: EditorField;
  /** The section bears the question as its heading, so the label is spoken only. */
  alone: boolean;
  typed?: TypedValues;
  error?: string;
};

/** The control of one question, with what was typed, its limit and what is not right yet. */
export function AnswerField({ field, alone, typed, error }: AnswerFieldProps) {
  const t = useTranslate();
  const shared = {
    name: field.key,
    label: alone ? `${inLocale(t.locale, field.label)}: ${t("proposals.editor.answer")}` : inLocale(t.locale, field.label),
    labelHidden: alone,
    hint: alone ? undefined : inLocale(t.locale, field.help) || undefined,
    need: field.required ? t("common.required") : t("common.optional"),
    error: error ?? faultOf(t, field),
  };
  const text = typedText(typed, field.key, field.value);
  const options = field.options.map((option) => ({ value: option.key, label: inLocale(t.locale, option.name) }));
  switch (field.kind) {
    case "longText":
      return <TextArea {...shared} defaultValue={text} rows={14} words={wordLimit(t, field)} />;
    case "shortText":
      return field.maxWords ? (
        <TextArea {...shared} defaultValue={text} rows={3} words={wordLimit(t, field)} />
      ) : (
        <TextInput {...shared} defaultValue={text} />
      );
    case "choice":
      return <RadioGroup {...shared} options={options} defaultValue={text} />;
    case "multiChoice":
      return <CheckboxGroup {...shared} options={options} defaultValue={typedList(typed, field.key, chosen(field.value))} />;
    case "date":
      return <DateTimeInput {...shared} kind="date" defaultValue={text} />;
    case "number":
      return <TextInput {...shared} inputMode="decimal" characters={12} defaultValue={text} />;
    case "url":
      return <TextInput {...shared} type="url" inputMode="url" defaultValue={text} />;
    case "video":
      return <VideoField {...shared} text={text} />;
    case "rows":
      return <RowsField {...shared} field={field} rows={typedRows(typed, field, field.value)} />;
    case "file":
    case "statement":
      return null;
  }
}

/** An address to type; once it is one, the way to see whether the film opens. It is never embedded here. */
function VideoField({ text, hint, ...shared }: FieldProps & { text: string }) {
  const t = useTranslate();
  const video = videoOf(text);
  return (
    <div className="stack stack--small">
      <TextInput {...shared} hint={<>{hint} {t("proposals.video.hint")}</>} type="url" inputMode="url" defaultValue={text} />
      {video && (
        <p className="small">
          <a href={video.href} target="_blank" rel="noreferrer noopener">
            {t("proposals.video.watch", { host: video.host })}
          </a>
        </p>
      )}
    </div>
  );
}

function wordLimit(t: Translate, { maxWords }: EditorField) {
  if (!maxWords) return undefined;
  return {
    limit: maxWords,
    countWords,
    of: (count: number, limit: number) => t("common.words.of", { count, limit }),
    over: (excess: number) => t("common.words.over", { count: excess }),
    crossed: t("proposals.editor.crossed"),
  };
}

/** An answer not yet given is no error while one writes; one that cannot stand is. */
function faultOf(t: Translate, field: EditorField): string | undefined {
  if (field.state === "over") return t("proposals.editor.over", { over: field.words - (field.maxWords ?? 0) });
  if (field.state !== "invalid") return undefined;
  if (field.kind === "rows") return rowsFault(t, field, field.value);
  if (field.kind === "video") return t("proposals.video.invalid");
  if (field.kind === "url") return t("form.notAUrl");
  if (field.kind === "date") return t("form.notADate");
  if (field.kind === "number" && field.min !== null && field.max !== null) {
    return t("proposals.editor.invalidNumber", { min: field.min, max: field.max });
  }
  return field.kind === "number" ? t("form.notANumber") : t("proposals.editor.invalid");
}
