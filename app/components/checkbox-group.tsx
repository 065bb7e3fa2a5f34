import type { ChangeEventHandler, ReactNode } from "react";
import { controlProps, FieldError, fieldId, FieldGroup, type FieldProps, splitField } from "#app/components/field.tsx";
import { type ChoiceOption, ChoiceWords } from "#app/components/radio-group.tsx";

type CheckboxGroupProps = FieldProps & {
  options: readonly ChoiceOption[];
  defaultValue?: readonly string[];
  inline?: boolean;
  dense?: boolean;
};

export function CheckboxGroup(props: CheckboxGroupProps) {
  const [field, { options, defaultValue = [], inline, dense }] = splitField(props);
  const { id, "aria-invalid": invalid } = controlProps(field);
  return (
    <FieldGroup field={field}>
      <div className={inline ? "choices choices--inline" : "choices"}>
        {options.map((option, index) => (
          <label key={option.value} className={dense ? "choice choice--dense" : "choice"}>
            <input
              type="checkbox"
              id={index === 0 ? id : undefined}
              name={field.name}
              value={option.value}
              defaultChecked={defaultValue.includes(option.value)}
              disabled={option.disabled}
              aria-invalid={invalid}
            />
            <ChoiceWords option={option} />
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}

type CheckboxProps = {
  name: string;
  label: ReactNode;
  id?: string;
  value?: string;
  note?: ReactNode;
  error?: string | null;
  defaultChecked?: boolean;
  required?: boolean;
  disabled?: boolean;
  dense?: boolean;
  onChange?: ChangeEventHandler<HTMLInputElement>;
};

/** One statement to agree to. */
export function Checkbox({ name, label, id, value = "yes", note, error, dense, ...native }: CheckboxProps) {
  const own = id ?? fieldId(name);
  return (
    <div className={error ? "field field--error" : "field"}>
      <label className={dense ? "choice choice--dense" : "choice"}>
        <input
          {...native}
          type="checkbox"
          id={own}
          name={name}
          value={value}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${own}-error` : undefined}
        />
        <ChoiceWords option={{ label, note }} />
      </label>
      <FieldError own={own} error={error} />
    </div>
  );
}
