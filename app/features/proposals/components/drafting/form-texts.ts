import { changedMiddle } from "#app/features/proposals/drafting/rules.ts";

type TextControl = HTMLTextAreaElement | HTMLInputElement;

const texts = new Set(["text", "url", "textarea"]);

/** The control of a name that one types into; null for choices, days and tables. */
function textControl(form: HTMLFormElement, name: string): TextControl | null {
  const found = form.elements.namedItem(name);
  const isText = found instanceof HTMLTextAreaElement || (found instanceof HTMLInputElement && texts.has(found.type));
  return isText ? found : null;
}

export const currentText = (form: HTMLFormElement, name: string): string | null => textControl(form, name)?.value ?? null;

/** Changes a text only where it differs, so that the caret stays where one types. False where the control holds no plain text. */
export function putText(form: HTMLFormElement, name: string, text: string): boolean {
  const control = textControl(form, name);
  if (!control) return false;
  const { start, end, text: middle } = changedMiddle(control.value, text);
  if (control.value === text) return true;
  // The method tells React nothing, so that counting goes on from the event.
  control.setRangeText(middle, start, end, "preserve");
  control.dispatchEvent(new Event("input", { bubbles: true }));
  return true;
}

export function setHidden(form: HTMLFormElement, name: string, value: string): void {
  const found = form.elements.namedItem(name);
  if (found instanceof HTMLInputElement && found.type === "hidden") found.value = value;
}
