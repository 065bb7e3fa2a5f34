import type { ComponentPropsWithoutRef, ReactNode } from "react";
import { controlProps, Field, type FieldProps, splitField } from "#app/components/field.tsx";
import { Icon, type IconOf } from "#app/components/icon.tsx";

type TextInputProps = FieldProps &
  Omit<ComponentPropsWithoutRef<"input">, keyof FieldProps | "className" | "children"> & {
    icon?: IconOf;
    /** A unit after the box: "kata", "menit", "%". */
    unit?: ReactNode;
    dense?: boolean;
    /** The box is as wide as its content needs, in characters. */
    characters?: number;
  };

export function TextInput(props: TextInputProps) {
  const [field, { icon, unit, dense, characters, ...native }] = splitField(props);
  const input = (
    <input
      type="text"
      {...native}
      {...controlProps(field)}
      className={dense ? "input input--dense" : "input"}
      size={characters}
      data-sized={characters === undefined ? undefined : true}
    />
  );
  return (
    <Field field={field}>
      {icon || unit ? (
        <span className={icon ? "input-wrap input-wrap--icon" : "input-wrap"}>
          {icon && <Icon of={icon} />}
          {input}
          {unit && <span className="input-wrap__unit">{unit}</span>}
        </span>
      ) : (
        input
      )}
    </Field>
  );
}
