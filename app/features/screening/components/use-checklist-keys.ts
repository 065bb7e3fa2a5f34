import { type RefObject, useEffect, useState } from "react";

const stored = "screening.shortcuts";

/** Fields in which letters are text, and controls that use Enter themselves. */
const typing = "textarea, select, input:not([type=radio]):not([type=checkbox]), [contenteditable=true]";
const acting = "button, a, summary";

/**
 * J and K go from check to check, 1 and 2 mark it, N goes to its note, Enter to the next check. Only while the cursor is in no text
 * and no other key is held, so that neither typing nor a browser's own keys are caught; the person can turn it off, and the choice
 * stays on the device.
 */
export function useChecklistKeys(form: RefObject<HTMLElement>): { on: boolean; turn: (on: boolean) => void } {
  const [on, setOn] = useState(true);
  useEffect(() => setOn(localStorage.getItem(stored) !== "off"), []);
  useEffect(() => {
    if (!on) return;
    const press = (event: KeyboardEvent) => {
      if (form.current && isOurs(event) && act(form.current, event.key)) event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [on, form]);
  const turn = (next: boolean) => {
    localStorage.setItem(stored, next ? "on" : "off");
    setOn(next);
  };
  return { on, turn };
}

function isOurs(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement;
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || target.closest(typing)) return false;
  return event.key !== "Enter" || !target.closest(acting);
}

/** Whether the key meant something. */
function act(form: HTMLElement, key: string): boolean {
  const checks = [...form.querySelectorAll<HTMLElement>("[data-check]")];
  const at = checks.findIndex((check) => check.contains(document.activeElement));
  const current = checks[at];
  if (key === "j" || key === "Enter") return enter(checks[at + 1] ?? (at === -1 ? checks[0] : undefined));
  if (key === "k") return enter(checks[Math.max(0, at - 1)]);
  if (key === "n") return focus(current?.querySelector<HTMLElement>("input[type=text], input:not([type])"));
  if (key === "1" || key === "2") return mark(current, key === "1" ? "pass" : "fail");
  return false;
}

const enter = (check: HTMLElement | undefined): boolean =>
  focus(check?.querySelector<HTMLElement>("input[type=radio]:checked") ?? check?.querySelector<HTMLElement>("input[type=radio]"));

function mark(check: HTMLElement | undefined, value: "pass" | "fail"): boolean {
  const radio = check?.querySelector<HTMLInputElement>(`input[type=radio][value=${value}]`);
  radio?.click();
  return focus(radio);
}

function focus(element: HTMLElement | null | undefined): boolean {
  if (!element) return false;
  element.focus();
  element.closest("[data-check]")?.scrollIntoView({ block: "nearest" });
  return true;
}
