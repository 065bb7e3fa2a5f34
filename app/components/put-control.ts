import type { Refill } from "#app/components/kept-entries.ts";

export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export const isControl = (one: unknown): one is Control =>
  one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement || one instanceof HTMLSelectElement;

/** Writes past React's own record of the value and tells it, so that counters and lists follow. */
export function putControl(control: Control, how: NonNullable<Refill>): void {
  if ("checked" in how) {
    if ((control as HTMLInputElement).checked !== how.checked) control.click();
    return;
  }
  if ("selected" in how) {
    for (const option of (control as HTMLSelectElement).options) option.selected = how.selected.includes(option.value);
  } else {
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), "value")?.set?.call(control, how.value);
  }
  tellControl(control);
}

/** What a person's own hand would have caused. */
export function tellControl(control: Control): void {
  control.dispatchEvent(new Event("input", { bubbles: true }));
  control.dispatchEvent(new Event("change", { bubbles: true }));
}
