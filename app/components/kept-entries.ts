/** What a form held when it was sent: names with their texts, in the order of the page. */
export type KeptEntries = readonly (readonly [name: string, text: string])[];

/** The parts of a form control that decide what is kept and how it is put back. */
export type KeptControl = { name: string; type: string; value: string; kept: boolean };

export type Refill = { value: string } | { checked: boolean } | { selected: readonly string[] } | null;

const never = new Set(["password", "file", "submit", "button", "image", "reset"]);

/** Passwords, files and buttons are never kept; hidden values (a version, a token) only where the component asks for it. */
export const isKept = (control: Pick<KeptControl, "name" | "type" | "kept">): boolean =>
  control.name !== "" && !never.has(control.type) && (control.type !== "hidden" || control.kept);

/**
 * How each control is refilled from what was kept. A choice that was not kept becomes unchecked; the second box of one name
 * takes the second text.
 */
export function refills(entries: KeptEntries, controls: readonly KeptControl[]): Refill[] {
  const texts = new Map<string, string[]>();
  for (const [name, text] of entries) texts.set(name, [...(texts.get(name) ?? []), text]);
  const used = new Map<string, number>();
  return controls.map((control) => {
    if (!isKept(control)) return null;
    const kept = texts.get(control.name) ?? [];
    if (control.type === "radio" || control.type === "checkbox") return { checked: kept.includes(control.value) };
    if (control.type === "select-multiple") return { selected: kept };
    const nth = used.get(control.name) ?? 0;
    used.set(control.name, nth + 1);
    const text = kept[nth];
    return text === undefined ? null : { value: text };
  });
}
