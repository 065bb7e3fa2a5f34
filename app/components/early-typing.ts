import { type Control, isControl, putControl, tellControl } from "#app/components/put-control.ts";

/** Where a control stands, for finding it again in a page that was drawn anew. Boxes of one name are told apart by their value. */
type Spot = { form: string; name: string; choice: string | null; nth: number };
type Early = { spot: Spot; state: { value: string } | { checked: boolean } };

/** What a person did to the page before its scripts had taken it over; null once they have. */
let early: Map<Control, Early> | null = null;

/**
 * Called before the page is taken over. What was typed into it by then, and what is typed until it is done, is remembered: React
 * puts a text area back to what the server wrote, and a page that it cannot take over it draws anew.
 */
export function watchEarlyTyping(): void {
  early = new Map();
  for (const one of document.querySelectorAll("input, textarea, select")) if (isControl(one) && isTouched(one)) remember(one);
  addEventListener("input", note, true);
  addEventListener("change", note, true);
}

/** Called once the page has been taken over: every form is told what was done to it earlier, as if it were done now. */
export function tellEarlyTyping(): void {
  const done = early ?? new Map<Control, Early>();
  early = null;
  removeEventListener("input", note, true);
  removeEventListener("change", note, true);
  for (const [control, was] of done) {
    if (control.isConnected) tell(control);
    else bringBack(was);
  }
}

function note({ target }: Event): void {
  if (isControl(target)) remember(target);
}

function remember(control: Control): void {
  // React writes over a text area only while its text in the page is still the server's.
  if (control instanceof HTMLTextAreaElement) control.defaultValue = control.value;
  const state = isChoice(control) ? { checked: control.checked } : { value: control.value };
  early?.set(control, { spot: spotOf(control), state });
}

const isChoice = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && (control.type === "radio" || control.type === "checkbox");

const untyped = new Set(["hidden", "submit", "button", "reset", "image"]);

/** Whether it differs from what the server wrote. Hidden values and buttons are nobody's typing. */
function isTouched(control: Control): boolean {
  if (control instanceof HTMLSelectElement) return control.value !== firstChoice(control);
  if (isChoice(control)) return control.checked !== control.defaultChecked;
  return !untyped.has(control.type) && control.value !== asWritten(control);
}

/** What a list shows that nobody has touched: where the server marked none, the browser takes the first. */
function firstChoice({ options, multiple }: HTMLSelectElement): string {
  const all = [...options];
  const first = all.findLast((one) => one.defaultSelected) ?? (multiple ? undefined : all.find((one) => !one.disabled));
  return first?.value ?? "";
}

/** What a box shows that nobody has touched: some kinds drop what is none of theirs, a day that is no day. */
function asWritten(control: HTMLInputElement | HTMLTextAreaElement): string {
  if (control instanceof HTMLTextAreaElement || control.type === "file") return control.defaultValue;
  const fresh = document.createElement("input");
  fresh.type = control.type;
  fresh.value = control.defaultValue;
  return fresh.value;
}

function spotOf(control: Control): Spot {
  const at = { form: control.form?.id ?? "", name: control.name, choice: isChoice(control) ? control.value : null };
  return { ...at, nth: controlsAt(at).indexOf(control) };
}

const controlsAt = ({ form, name, choice }: Omit<Spot, "nth">): Control[] =>
  [...document.getElementsByName(name)].filter(
    (one): one is Control => isControl(one) && (one.form?.id ?? "") === form && (choice === null || one.value === choice),
  );

/** React notices a choice only where its own record says the opposite: the record is turned, then the box is pressed. */
function tell(control: Control): void {
  if (!isChoice(control)) return tellControl(control);
  if (control.type === "radio" && !control.checked) return;
  control.checked = !control.checked;
  control.click();
}

/** The page was drawn anew: what stands in the same place takes what was typed. No script may put back a file. */
function bringBack({ spot, state }: Early): void {
  const control = controlsAt(spot)[spot.nth];
  if (!control || control.type === "file") return;
  putControl(control, "value" in state && control instanceof HTMLSelectElement ? { selected: [state.value] } : state);
}
