import type { ReactNode } from "react";
import { fieldId } from "#app/components/field.tsx";

type SwitchProps = {
  name: string;
  label: ReactNode;
  /** Shown beside the switch; colour alone does not say its state. */
  words: { on: string; off: string };
  id?: string;
  value?: string;
  note?: ReactNode;
  defaultChecked?: boolean;
  disabled?: boolean;
};

/** A setting that is on or off. Without JavaScript it is a checkbox and sends the same value. */
export function Switch({ name, label, words, id, value = "yes", note, defaultChecked, disabled }: SwitchProps) {
  const own = id ?? fieldId(name);
  return (
    <label className="switch" htmlFor={own}>
      <span className="switch__words">
        <span>{label}</span>
        {note && <span className="choice__note">{note}</span>}
      </span>
      <input type="checkbox" role="switch" id={own} name={name} value={value} defaultChecked={defaultChecked} disabled={disabled} />
      <span className="switch__state" aria-hidden="true">
        <span data-when="on">{words.on}</span>
        <span data-when="off">{words.off}</span>
      </span>
    </label>
  );
}
