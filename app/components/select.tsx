import type { ComponentPropsWithoutRef } from "react";
import { controlProps, Field, type FieldProps, splitField } from "#app/components/field.tsx";

export type Option = { value: string; label: string; disabled?: boolean };
export type OptionGroup = { group: string; options: readonly Option[] };

type SelectProps = FieldProps &
  Omit<ComponentPropsWithoutRef<"select">, keyof FieldProps | "className" | "children"> & {
    options: readonly (Option | OptionGroup)[];
    /** The first, empty choice: "Pilih kelompok" or "Semua provinsi". */
    emptyLabel?: string;
    dense?: boolean;
  };

export function Select(props: SelectProps) {
  const [field, { options, emptyLabel, dense, ...native }] = splitField(props);
  return (
    <Field field={field}>
      <select {...native} {...controlProps(field)} className={dense ? "select input--dense" : "select"}>
        {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
        {options.map((one) => ("group" in one ? <Group key={one.group} of={one} /> : <Choice key={one.value} of={one} />))}
      </select>
    </Field>
  );
}

function Group({ of: { group, options } }: { of: OptionGroup }) {
  return (
    <optgroup label={group}>
      {options.map((option) => (
        <Choice key={option.value} of={option} />
      ))}
    </optgroup>
  );
}

function Choice({ of: { value, label, disabled } }: { of: Option }) {
  return (
    <option value={value} disabled={disabled}>
      {label}
    </option>
  );
}
