import type { CutAxis, Level, Minimum, Quota, Shares, TieRule } from "#app/features/competitions/definition/types.ts";
import { makeKey } from "#app/features/competitions/editing/keys/rules.ts";
import { valueOf, withValueAt } from "#app/features/competitions/editing/places/rules.ts";
import type { Codec, Control } from "#app/features/competitions/editing/types.ts";
import { readGapValue } from "#app/features/competitions/rules.ts";
import type { FieldFault } from "#app/lib/errors.ts";

type Typed = Readonly<Record<string, string | string[]>>;
type Row = Record<string, unknown>;
type Reading = { value: unknown; faults: FieldFault[] };

const textLongest = 2_000;

const first = (typed: Typed, name: string): string => {
  const value = typed[name] ?? "";
  return (typeof value === "string" ? value : (value[0] ?? "")).trim();
};

const several = (typed: Typed, name: string): string[] => {
  const value = typed[name] ?? [];
  return (typeof value === "string" ? [value] : value).filter((one) => one !== "");
};

const fault = (path: string, code: string, params: FieldFault["params"] = {}): FieldFault => ({ path, code, params });

/** How a stored value stands in the form. */
export function toForm(codec: Codec | undefined, value: unknown): unknown {
  switch (codec) {
    case "pair": {
      const pair = value as { field: string; option: string } | null;
      return pair ? `${pair.field}/${pair.option}` : null;
    }
    case "tie":
      return (value as TieRule[]).map((rule) => ({ rule: rule.kind === "criterion" ? `criterion/${rule.stage}/${rule.criterion}` : rule.kind === "stage" ? `stage/${rule.stage}` : rule.kind }));
    case "minimum":
      return (value as Minimum[]).map(({ by, key, least }) => ({ part: `${by}/${key}`, least }));
    case "shares": {
      const shares = value as Shares | null;
      return shares?.parts.map(({ key, weightBp }) => ({ part: `${shares.by}/${key}`, weightBp })) ?? [];
    }
    case "hours":
      return (value as [string, string][]).map(([from, to]) => ({ from, to }));
    case "codes":
      return (value as string[]).map((code) => ({ code }));
    case "numbers":
      return (value as number[]).map(String);
    default:
      return value;
  }
}

/** What the form holds as it is stored: the inverse of toForm. Levels begin where the one before them ends. */
export function fromForm(codec: Codec | undefined, value: unknown): unknown {
  switch (codec) {
    case "pair": {
      const [field, option] = ((value ?? "") as string).split("/");
      return field && option ? { field, option } : null;
    }
    case "tie":
      return (value as { rule: string }[]).map(({ rule }) => tieOf(rule));
    case "minimum":
      return (value as { part: string; least: number }[]).map(({ part, least }) => ({ ...partOf(part), least }));
    case "shares": {
      const rows = value as { part: string; weightBp: number }[];
      const [head] = rows;
      return head ? { by: partOf(head.part).by, parts: rows.map(({ part, weightBp }) => ({ key: partOf(part).key, weightBp })) } : null;
    }
    case "hours":
      return (value as { from: string; to: string }[]).map(({ from, to }) => [from, to]);
    case "levels":
      return (value as Level[]).map((level, index, levels) => ({ from: index === 0 ? 0 : (levels[index - 1]?.to ?? 0) + 1, to: level.to, name: level.name }));
    case "codes":
      return (value as { code: string }[]).map(({ code }) => code);
    case "numbers":
      return (value as string[]).map(Number).sort((a, b) => a - b);
    default:
      return value;
  }
}

function tieOf(rule: string): TieRule {
  const [kind, stage = "", criterion = ""] = rule.split("/");
  if (kind === "criterion") return { kind, stage, criterion };
  return kind === "stage" ? { kind, stage } : { kind: "earlierSubmission" };
}

const partOf = (part: string): { by: CutAxis; key: string } => {
  const [by = "", key = ""] = part.split("/");
  return { by: by as CutAxis, key };
};

/** Reads one control of a sent form; faults stand beside the fields' names. `before` is what is stored now. */
export function readControl(control: Control, typed: Typed, at: { zone: string; before: unknown }): Reading {
  const read = readPlain(control, typed, at, control.path);
  if (read.faults.length > 0) return read;
  return { value: fromForm(control.codec, read.value), faults: sharesMixed(control, read.value) };
}

function sharesMixed({ codec, path }: Control, value: unknown): FieldFault[] {
  if (codec !== "shares") return [];
  const sorts = new Set((value as { part: string }[]).map(({ part }) => partOf(part).by));
  return sorts.size > 1 ? [fault(`${path}.0.part`, "editor.faults.sharesMixed")] : [];
}

function readPlain(control: Control, typed: Typed, at: { zone: string; before: unknown }, name: string): Reading {
  switch (control.kind) {
    case "words":
      return readWords(control, typed, name);
    case "text":
      return readText(control, first(typed, name), name);
    case "number":
      return readNumber(control, first(typed, name), { zone: at.zone, name });
    case "decimal":
      return readDecimal(first(typed, name), name);
    case "yes":
      return { value: first(typed, name) === "yes", faults: [] };
    case "choice":
      return readChoice(control, first(typed, name), name);
    case "choices":
      return readChoices(control, several(typed, name), name);
    case "rows":
      return readRows(control, typed, at, name);
    case "grid":
      return readGrid(control, typed, name);
  }
}

function readWords({ required }: Extract<Control, { kind: "words" }>, typed: Typed, name: string): Reading {
  const value = { id: first(typed, `${name}.id`).replaceAll("\r\n", "\n"), en: first(typed, `${name}.en`).replaceAll("\r\n", "\n") };
  const faults = (["id", "en"] as const).flatMap((locale) => (value[locale].length > textLongest ? [fault(`${name}.${locale}`, "tooLong", { maximum: textLongest })] : []));
  return { value, faults: required && value.id === "" ? [fault(`${name}.id`, "required"), ...faults] : faults };
}

function readText({ most, required }: Extract<Control, { kind: "text" }>, value: string, name: string): Reading {
  if (required && value === "") return { value, faults: [fault(name, "required")] };
  return { value, faults: value.length > most ? [fault(name, "tooLong", { maximum: most })] : [] };
}

function readNumber({ unit, empty }: Extract<Control, { kind: "number" }>, value: string, { zone, name }: { zone: string; name: string }): Reading {
  const read = readGapValue(unit, value, zone);
  if ("fault" in read) return { value: null, faults: [fault(name, read.fault, read.params)] };
  return { value: read.value, faults: read.value === null && empty === "fault" ? [fault(name, "required")] : [] };
}

function readDecimal(value: string, name: string): Reading {
  const number = value === "" ? null : Number(value.replace(",", "."));
  return { value: number, faults: number !== null && !Number.isFinite(number) ? [fault(name, "notANumber")] : [] };
}

function readChoice({ options, empty }: Extract<Control, { kind: "choice" }>, value: string, name: string): Reading {
  if (value === "" && empty) return { value: null, faults: [] };
  return { value, faults: options.some((option) => option.value === value) ? [] : [fault(name, "notAChoice")] };
}

function readChoices({ options }: Extract<Control, { kind: "choices" }>, values: string[], name: string): Reading {
  const unknown = values.some((value) => !options.some((option) => option.value === value));
  return { value: values, faults: unknown ? [fault(name, "notAChoice")] : [] };
}

/** The numbers of the lines a form holds, in their order on the page. */
const linesOf = (typed: Typed, name: string): number[] => [...new Set(several(typed, `${name}.order`).map(Number))].filter((line) => Number.isInteger(line) && line >= 0);

/** Whether nothing was typed in a line: its tick boxes and choices that cannot be empty do not count. */
const isBlank = (columns: readonly Control[], typed: Typed, line: string): boolean =>
  columns.every((column) => {
    const name = `${line}.${column.path}`;
    if (column.kind === "words") return first(typed, `${name}.id`) === "" && first(typed, `${name}.en`) === "";
    if (column.kind === "yes" || (column.kind === "choice" && !column.empty)) return true;
    return first(typed, name) === "";
  });

function readRows(control: Extract<Control, { kind: "rows" }>, typed: Typed, at: { zone: string; before: unknown }, name: string): Reading {
  const lines = linesOf(typed, name).filter((line) => !isBlank(control.columns, typed, `${name}.${line}`));
  if (lines.length > control.most) return { value: [], faults: [fault(`${name}.0`, "tooBig", { maximum: control.most })] };
  const faults: FieldFault[] = [];
  const rows = lines.map((line) => {
    const read = control.columns.map((column) => ({ column, ...readColumn(column, typed, at, `${name}.${line}.${column.path}`) }));
    faults.push(...read.flatMap((one) => one.faults));
    return read.reduce<Row>((row, { column, value }) => withValueAt(row, column.path, value), {});
  });
  const keys = lines.map((line) => first(typed, `${name}.${line}.key`));
  return { value: control.keyed === undefined ? rows : withKeys(rows, keys, { from: control.keyed, before: at.before }), faults };
}

/** An empty choice in a line that is otherwise filled is a fault. */
function readColumn(column: Control, typed: Typed, at: { zone: string; before: unknown }, name: string): Reading {
  const read = readPlain(column, typed, at, name);
  return column.kind === "choice" && read.value === null ? { value: null, faults: [fault(name, "required")] } : read;
}

/** Known lines keep their key whatever they are called now; new ones get one from their name. */
function withKeys(rows: readonly Row[], keys: readonly string[], at: { from: string; before: unknown }): Row[] {
  const known = (Array.isArray(at.before) ? (at.before as { key: string }[]) : []).map(({ key }) => key);
  const taken = new Set<string>();
  return rows.map((row, index) => {
    const kept = keys[index] ?? "";
    const own = known.includes(kept) && !taken.has(kept);
    const key = own ? kept : makeKey((row[at.from] as { id: string }).id, [...known, ...taken]);
    taken.add(key);
    return { key, ...row };
  });
}

function readGrid({ rows, columns }: Extract<Control, { kind: "grid" }>, typed: Typed, name: string): Reading {
  const faults: FieldFault[] = [];
  const cells = rows.flatMap(({ value: kind }) => [null, ...columns.map(({ value }) => value)].map((group) => ({ kind, group, at: cellName(name, kind, group) })));
  const value = cells.flatMap(({ kind, group, at }): Quota[] => {
    const read = readGapValue("integer", first(typed, at), "");
    if ("fault" in read) faults.push(fault(at, read.fault, read.params));
    return "fault" in read || read.value === null ? [] : [{ group, agencyKind: kind, limit: read.value }];
  });
  return { value, faults };
}

/** The name of one box of the grid. */
export const cellName = (name: string, kind: string, group: string | null): string => `${name}.${kind}.${group ?? "*"}`;

/** What is stored at a control. */
export const storedAt = (item: unknown, control: Control): unknown => valueOf(item, control.path);
