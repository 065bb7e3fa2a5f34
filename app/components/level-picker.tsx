import { type ChangeEvent, Fragment, type ReactNode, useState } from "react";
import { controlProps, FieldError, fieldId } from "#app/components/field.tsx";
import { levelOf, type LevelRange, readPoints } from "#app/components/mark-text.ts";

export type Level = LevelRange & {
  /** "75-89", or "4" where a level is the mark. */
  figure: string;
  /** Two or three words on the card. */
  label: string;
  /** What earns this level, shown when it is chosen. */
  text?: ReactNode;
};

type LevelPickerProps = {
  /** Name of the radio buttons. */
  name: string;
  legend: ReactNode;
  legendHidden?: boolean;
  levels: readonly Level[];
  defaultLevel?: string;
  error?: string | null;
  disabled?: boolean;
  /** A figure within the level; left out where the level itself is the mark. */
  mark?: {
    name: string;
    label: string;
    defaultValue?: string;
    error?: string | null;
    /** "75 sampai 89 untuk tingkat ini" */
    range: (level: Level) => string;
    /** "Nilai 92 di luar tingkat 4 (75-89). Pilih tingkat 5 atau ubah nilainya." */
    outside: (typed: string, level: Level, fitting: Level | undefined) => string;
  };
  onChoose?: (value: string) => void;
};

/** Levels with words as cards, then a figure. The text of the chosen level shows without JavaScript too. */
export function LevelPicker({ name, legend, legendHidden, levels, defaultLevel, error, disabled, mark, onChoose }: LevelPickerProps) {
  const [chosen, setChosen] = useState(defaultLevel ?? "");
  const id = fieldId(name);
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    setChosen(event.currentTarget.value);
    onChoose?.(event.currentTarget.value);
  };
  return (
    <fieldset className={error ? "score field--error" : "score"} disabled={disabled} aria-describedby={error ? `${id}-error` : undefined}>
      <legend className={legendHidden ? "vh" : "field__label"}>{legend}</legend>
      <div className="score__levels" data-levels={levels.length}>
        {levels.map((level, index) => (
          <Fragment key={level.value}>
            <label className="score__card">
              <input
                type="radio"
                id={index === 0 ? id : undefined}
                name={name}
                value={level.value}
                defaultChecked={level.value === defaultLevel}
                aria-describedby={level.text ? `${id}-${level.value}` : undefined}
                onChange={choose}
              />
              <b>{level.figure}</b>
              <span>{level.label}</span>
            </label>
            {level.text && (
              <p className="score__text" id={`${id}-${level.value}`}>
                {level.text}
              </p>
            )}
          </Fragment>
        ))}
      </div>
      <FieldError own={id} error={error} />
      {mark && <MarkInput mark={mark} levels={levels} chosen={levels.find((level) => level.value === chosen)} />}
    </fieldset>
  );
}

type MarkInputProps = { mark: NonNullable<LevelPickerProps["mark"]>; levels: readonly Level[]; chosen: Level | undefined };

function MarkInput({ mark, levels, chosen }: MarkInputProps) {
  const [typed, setTyped] = useState(mark.defaultValue ?? "");
  const points = readPoints(typed);
  const fitting = points === null ? undefined : levelOf(levels, points);
  const outside = chosen && points !== null && fitting?.value !== chosen.value ? mark.outside(typed, chosen, fitting) : null;
  const error = outside ?? mark.error;
  const control = controlProps({ name: mark.name, label: mark.label, error }, chosen && `${fieldId(mark.name)}-range`);
  return (
    <div className={error ? "score__mark field--error" : "score__mark"}>
      <label htmlFor={control.id}>{mark.label}</label>
      <input
        {...control}
        className="input"
        inputMode="decimal"
        autoComplete="off"
        defaultValue={mark.defaultValue}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      {chosen && (
        <span className="faint" id={`${control.id}-range`}>
          {mark.range(chosen)}
        </span>
      )}
      <div className="score__fault" role="status">
        <FieldError own={control.id} error={error} />
      </div>
    </div>
  );
}
