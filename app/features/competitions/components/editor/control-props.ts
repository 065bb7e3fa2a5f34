import type { TypedValues } from "#app/components/field.tsx";
import type { Control } from "#app/features/competitions/editing/types.ts";

/** What every control of the editor is given. */
export type ControlProps = {
  control: Control;
  /** As it stands in the form. */
  value: unknown;
  /** The name in the form; the control's own path outside a line of a table. */
  name?: string;
  zone: string;
  errors?: Record<string, string>;
  typed?: TypedValues;
  onChoose?: (value: string) => void;
};
