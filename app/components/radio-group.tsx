import type { ReactNode } from "react";
import { controlProps, FieldGroup, type FieldProps, splitField } from "#app/components/field.tsx";

export type ChoiceOption = { value: string; label: ReactNode; note?: ReactNode; count?: ReactNode; disabled?: boolean };

type RadioGroupProps = FieldProps & {
  options: readonly ChoiceOption[];
  defaultValue?: string;
  /** Side by side where there is room. */
  inline?: boolean;
  dense?: boolean;
  onChoose?: (value: string) => void;
};

export function RadioGroup(props: RadioGroupProps) {
  const [field, { options, defaultValue, inline, dense, onChoose }] = splitField(props);
  const { id, "aria-invalid": invalid } = controlProps(field);
  return (
    <FieldGroup field={field}>
      <div className={inline ? "choices choices--inline" : "choices"}>
        {options.map((option, index) => (
          <label key={option.value} className={dense ? "choice choice--dense" : "choice"}>
            <input
              type="radio"
              id={index === 0 ? id : undefined}
              name={field.name}
              value={option.value}
              defaultChecked={option.value === defaultValue}
              disabled={option.disabled}
              required={field.required}
              aria-invalid={invalid}
              onChange={() => onChoose?.(option.value)}
            />
            <ChoiceWords option={option} />
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}

export function ChoiceWords({ option }: { option: Pick<ChoiceOption, "label" | "note" | "count"> }) {
  return (
    <>
      <span>
        {option.label}
        {option.count !== undefined && <span className="choice__count">{option.count}</span>}
      </span>
      {option.note && <span className="choice__note">{option.note}</span>}
    </>
  );
}
