import type { Words } from "#app/features/competitions/definition/types.ts";
import type { Control, ControlOption } from "#app/features/competitions/editing/types.ts";

export const w = (id: string, en: string): Words => ({ id, en });

export const fixed = (value: string, id: string, en: string): ControlOption => ({ value, label: w(id, en) });

/** Things of the edition to choose from. */
export const keyed = (items: readonly { key: string; name: Words }[]): ControlOption[] => items.map(({ key, name }) => ({ value: key, label: name }));

type Rest<K extends Control["kind"]> = Partial<Omit<Extract<Control, { kind: K }>, "kind" | "path" | "label">>;

export const words = (path: string, label: Words, rest: Rest<"words"> = {}): Control => ({ kind: "words", lines: 1, required: true, path, label, ...rest });

/** A longer text that may be left out. */
export const note = (path: string, label: Words, rest: Rest<"words"> = {}): Control => words(path, label, { lines: 3, required: false, ...rest });

export const text = (path: string, label: Words, rest: Rest<"text"> = {}): Control => ({ kind: "text", most: 200, required: false, path, label, ...rest });

type Unit = Extract<Control, { kind: "number" }>["unit"];

export const number = (path: string, unit: Unit, label: Words, rest: Rest<"number"> = {}): Control => ({ kind: "number", empty: "null", path, label, ...rest, unit });

export const yes = (path: string, label: Words, rest: Rest<"yes"> = {}): Control => ({ kind: "yes", path, label, ...rest });

export const choice = (path: string, label: Words, options: ControlOption[], rest: Rest<"choice"> = {}): Control => ({ kind: "choice", path, label, ...rest, options });

export const choices = (path: string, label: Words, options: ControlOption[], rest: Rest<"choices"> = {}): Control => ({ kind: "choices", path, label, ...rest, options });

export const rows = (path: string, label: Words, columns: Control[], rest: Rest<"rows"> = {}): Control => ({ kind: "rows", most: 40, path, label, ...rest, columns });
