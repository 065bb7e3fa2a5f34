import { type ClipboardEvent, type ComponentPropsWithoutRef, useId, useState } from "react";
import { controlProps, Field, type FieldProps, splitField } from "#app/components/field.tsx";
import { plainSigns, textOfClipboard } from "#app/components/pasted-text.ts";

export type WordLimit = {
  limit: number;
  /** The same function the server refuses by. */
  countWords: (text: string) => number;
  /** "133 dari 600 kata" */
  of: (count: number, limit: number) => string;
  /** "lebih 23 kata" */
  over: (excess: number) => string;
  /** Spoken once when the limit is crossed: "Melebihi batas kata". */
  crossed?: string;
};

type TextAreaProps = FieldProps &
  Omit<ComponentPropsWithoutRef<"textarea">, keyof FieldProps | "className" | "children" | "defaultValue"> & {
    defaultValue?: string;
    words?: WordLimit;
  };

export function TextArea(props: TextAreaProps) {
  const [field, { words, onInput, onPaste, defaultValue = "", rows = 6, ...native }] = splitField(props);
  const [text, setText] = useState(defaultValue);
  const countId = useId();
  return (
    <Field field={field} foot={words && <WordCount id={countId} count={words.countWords(text)} words={words} />}>
      <textarea
        {...native}
        {...controlProps(field, words && countId)}
        className="textarea"
        rows={rows}
        defaultValue={defaultValue}
        onInput={(event) => {
          setText(event.currentTarget.value);
          onInput?.(event);
        }}
        onPaste={(event) => {
          onPaste?.(event);
          if (!event.defaultPrevented) pasteText(event);
        }}
      />
    </Field>
  );
}

/** Takes paragraphs and lists of what is pasted. Put in as if typed, so that undoing takes it out again. */
function pasteText(event: ClipboardEvent<HTMLTextAreaElement>): void {
  const html = event.clipboardData.getData("text/html");
  const text = html ? textOfClipboard(html) : plainSigns(event.clipboardData.getData("text/plain"));
  if (text === null || text === "") return;
  event.preventDefault();
  const area = event.currentTarget;
  // Old, and still the only way that the browser's own undo knows of.
  if (document.execCommand("insertText", false, text)) return;
  area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
  area.dispatchEvent(new Event("input", { bubbles: true }));
}

export type CountLevel = "under" | "near" | "over";

/** `near` from nine tenths of the limit, `over` beyond it. */
export function countLevel(count: number, limit: number): CountLevel {
  if (count > limit) return "over";
  return count * 10 >= limit * 9 ? "near" : "under";
}

/** The counter alone: a track and words. Crossing the limit is spoken once; ordinary typing is not. */
export function WordCount({ id, count, words }: { id?: string; count: number; words: WordLimit }) {
  const level = countLevel(count, words.limit);
  const said = level === "over" ? words.over(count - words.limit) : "";
  const share = words.limit > 0 ? Math.min(100, Math.round((count / words.limit) * 100)) : 100;
  return (
    <span className="count" data-level={level}>
      <span className="count__track" aria-hidden="true">
        <i style={{ width: `${share}%` }} />
      </span>
      <span id={id}>
        {words.of(count, words.limit)}
        {said && <b>, {said}</b>}
      </span>
      <span className="vh" role="status">
        {level === "over" ? words.crossed : ""}
      </span>
    </span>
  );
}
