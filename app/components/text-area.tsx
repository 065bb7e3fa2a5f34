import { type ComponentPropsWithoutRef, useId, useState } from "react";
import { controlProps, Field, type FieldProps, splitField } from "#app/components/field.tsx";

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
  const [field, { words, onInput, defaultValue = "", rows = 6, ...native }] = splitField(props);
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
      />
    </Field>
  );
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
