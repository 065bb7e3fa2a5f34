import type { ComponentPropsWithoutRef } from "react";
import { controlProps, Field, type FieldProps, splitField } from "#app/components/field.tsx";

type DateTimeInputProps = FieldProps &
  Omit<ComponentPropsWithoutRef<"input">, keyof FieldProps | "className" | "children" | "type"> & {
    kind?: "date" | "time" | "datetime-local";
    /** The zone the typed time is in: "WIB". Always shown and spoken where there is an hour. */
    zone?: string;
  };

export function DateTimeInput(props: DateTimeInputProps) {
  const [field, { kind = "datetime-local", zone, ...native }] = splitField(props);
  const control = controlProps(field);
  const zoneId = `${control.id}-zone`;
  const described = [control["aria-describedby"], zone && zoneId].filter(Boolean).join(" ");
  return (
    <Field field={field}>
      <span className="input-wrap input-wrap--date">
        <input {...native} {...control} type={kind} className="input" aria-describedby={described || undefined} />
        {zone && (
          <span className="input-wrap__unit" id={zoneId}>
            {zone}
          </span>
        )}
      </span>
    </Field>
  );
}
