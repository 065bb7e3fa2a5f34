import type { Definition, Words } from "#app/features/competitions/definition/types.ts";
import { pathOf, titleOf, valueOf } from "#app/features/competitions/editing/places/rules.ts";
import { toForm } from "#app/features/competitions/editing/reading/rules.ts";
import type { Control, ControlOption, Place } from "#app/features/competitions/editing/types.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { formatBytes, formatDeadline, formatInstant, formatMark, formatNumber, formatShare } from "#app/i18n/format.ts";
import type { Locale } from "#app/lib/ctx.ts";
import { inLocale } from "#app/lib/words.ts";

const both = (say: (locale: Locale) => string): Words => ({ id: say("id"), en: say("en") });

/** A stored value as a person reads it, in both languages: in the log, beside another's text, and where it is frozen. */
export const wordsOfValue = (control: Control, stored: unknown, zone: string): Words =>
  both((locale) => said(locale, control, toForm(control.codec, stored), zone) || translators[locale]("editor.nothing"));

function said(locale: Locale, control: Control, value: unknown, zone: string): string {
  switch (control.kind) {
    case "words":
      return inLocale(locale, value as Words);
    case "text":
      return (value ?? "") as string;
    case "number":
      return value === null ? "" : saidNumber(locale, control, value as number, zone);
    case "decimal":
      return value === null ? "" : formatNumber(locale, value as number, 2);
    case "yes":
      return translators[locale](value === true ? "editor.yes" : "editor.no");
    case "choice":
      return value === null ? (control.empty ? inLocale(locale, control.empty) : "") : nameOf(locale, control.options, value as string);
    case "choices":
      return (value as string[]).map((one) => nameOf(locale, control.options, one)).join(", ");
    case "rows":
      return (value as Record<string, unknown>[]).map((row) => lineOf(locale, control.columns, row, zone)).join("; ");
    case "grid":
      return (value as { agencyKind: string; group: string | null; limit: number }[])
        .map(({ agencyKind, group, limit }) => `${nameOf(locale, control.rows, agencyKind)}${group === null ? "" : `, ${nameOf(locale, control.columns, group)}`}: ${limit}`)
        .join("; ");
  }
}

const lineOf = (locale: Locale, columns: readonly Control[], row: Record<string, unknown>, zone: string): string =>
  columns
    .filter((column) => column.kind !== "yes" || row[column.path] === true)
    .map((column) => (column.kind === "yes" ? inLocale(locale, column.label) : said(locale, column, toForm(column.codec, valueOf(row, column.path)), zone)))
    .filter((words) => words !== "")
    .join(" – ");

function nameOf(locale: Locale, options: readonly ControlOption[], value: string): string {
  const option = options.find((one) => one.value === value);
  return option ? inLocale(locale, option.label) : value;
}

function saidNumber(locale: Locale, { unit, path }: Extract<Control, { kind: "number" }>, value: number, zone: string): string {
  if (unit === "instant") return (path.endsWith("closesAt") ? formatDeadline : formatInstant)(locale, value, zone);
  if (unit === "basisPoints") return formatShare(locale, value);
  if (unit === "bytes") return formatBytes(locale, value);
  if (unit === "mark") return formatMark(locale, value);
  if (path.endsWith("Year") || path === "year") return String(value);
  return `${formatNumber(locale, value)} ${translators[locale](`competitions.units.${unit}`)}`.trim();
}

/** What was changed: `Kriteria Manfaat, Penilaian proposal: Bobot`. */
export function whatOf(definition: Definition, place: Place, label: Words): Words {
  const own = titleOf(definition, place);
  const sheet = place.criterion === undefined ? null : titleOf(definition, { part: place.part, item: place.item });
  return both((locale) => {
    const names = [own, sheet].flatMap((words) => (words ? [inLocale(locale, words)] : []));
    const part = translators[locale](place.criterion === undefined ? `editor.parts.${place.part}` : "editor.criterion");
    return `${part}${names.length > 0 ? `, ${names.join(", ")}` : ""}: ${inLocale(locale, label)}`;
  });
}

/** The thing a page edits. */
export const itemOf = (definition: Definition, place: Place): unknown => valueOf(definition, pathOf(place));
