import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "#app/components/icon.tsx";

/** What every field takes. Its id is made of its name, so that an error summary can lead to it. */
export type FieldProps = {
  name: string;
  label: ReactNode;
  /** Only when the same name stands twice on a page. */
  id?: string;
  hint?: ReactNode;
  /** What is wrong, in full words. */
  error?: string | null;
  /** The word after the label: "wajib" or "boleh kosong". */
  need?: string;
  required?: boolean;
  /** The label is spoken, not shown: for a single search box whose button names it. */
  labelHidden?: boolean;
};

export type ControlProps = {
  id: string;
  name: string;
  required: boolean | undefined;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
};

/** The values a form was sent with, as the server gives them back after a refusal. */
export type TypedValues = Record<string, string | string[]>;

export const fieldId = (name: string): string => `f-${name.replace(/[^\w-]+/g, "-")}`;

/** What was typed under a name, or the stored value when the form has not been sent. */
export function typedText(values: TypedValues | undefined, name: string, stored = ""): string {
  const typed = values?.[name];
  return (Array.isArray(typed) ? typed[0] : typed) ?? stored;
}

/** As typedText for a name that may come several times; a sent form without the name means an empty list. */
export function typedList(values: TypedValues | undefined, name: string, stored: readonly string[] = []): string[] {
  if (values === undefined) return [...stored];
  const typed = values[name] ?? [];
  return Array.isArray(typed) ? typed : [typed];
}

/** Splits the shared properties from those of the native control. */
export function splitField<T extends FieldProps>(props: T): [FieldProps, Omit<T, keyof FieldProps>] {
  const { name, label, id, hint, error, need, required, labelHidden, ...rest } = props;
  return [{ name, label, id, hint, error, need, required, labelHidden }, rest];
}

export function controlProps({ name, id, hint, error, required }: FieldProps, alsoDescribedBy?: string): ControlProps {
  const own = id ?? fieldId(name);
  const described = [error ? `${own}-error` : "", hint ? `${own}-hint` : "", alsoDescribedBy ?? ""].filter(Boolean).join(" ");
  return {
    id: own,
    name,
    required: required || undefined,
    "aria-describedby": described || undefined,
    "aria-invalid": error ? true : undefined,
  };
}

/** Label, control, hint, error: the frame of a control that has one native element. `foot` stands opposite the hint. */
export function Field({ field, foot, children }: { field: FieldProps; foot?: ReactNode; children: ReactNode }) {
  const own = field.id ?? fieldId(field.name);
  return (
    <div className={field.error ? "field field--error" : "field"}>
      <label htmlFor={own} className={field.labelHidden ? "vh" : "field__label"}>
        {field.label} <Need word={field.need} />
      </label>
      {children}
      <FieldFoot own={own} hint={field.hint} foot={foot} />
      <FieldError own={own} error={field.error} />
    </div>
  );
}

/** The frame of a group of choices: a fieldset with its legend. */
export function FieldGroup({ field, children }: { field: FieldProps; children: ReactNode }) {
  const own = field.id ?? fieldId(field.name);
  const { "aria-describedby": describedBy } = controlProps(field);
  return (
    <fieldset className={field.error ? "field field--error" : "field"} aria-describedby={describedBy}>
      <legend className={field.labelHidden ? "vh" : "field__label"}>
        {field.label} <Need word={field.need} />
      </legend>
      {field.hint && (
        <p className="field__hint" id={`${own}-hint`}>
          {field.hint}
        </p>
      )}
      {children}
      <FieldError own={own} error={field.error} />
    </fieldset>
  );
}

/** Fields under one another, or in columns that fall below each other where it is narrow. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className="field-row">{children}</div>;
}

export function FieldError({ own, error }: { own: string; error?: string | null }) {
  if (!error) return null;
  return (
    <p className="field__error" id={`${own}-error`}>
      <Icon of={TriangleAlert} />
      <span>{error}</span>
    </p>
  );
}

function FieldFoot({ own, hint, foot }: { own: string; hint?: ReactNode; foot?: ReactNode }) {
  if (!hint && !foot) return null;
  return (
    <div className="field__foot">
      {hint ? (
        <p className="field__hint" id={`${own}-hint`}>
          {hint}
        </p>
      ) : (
        <span />
      )}
      {foot}
    </div>
  );
}

function Need({ word }: { word?: string }) {
  return word ? <span className="need">({word})</span> : null;
}
