import type { Gap } from "#app/features/competitions/definition/rules.ts";
import type { Words } from "#app/features/competitions/definition/types.ts";

/** The pages of the editor, in the order of its list. */
export const parts = [
  "basics",
  "help",
  "groups",
  "quotas",
  "categories",
  "stages",
  "sections",
  "fields",
  "rubrics",
  "lists",
  "exclusions",
  "screening",
  "requirements",
  "bodies",
  "conflicts",
  "reading",
  "reminders",
  "interview",
  "objections",
] as const;

export type Part = (typeof parts)[number];

/** Parts that are lists of things, each with a page of its own. Criteria stand below the sheet they belong to. */
export const collections = ["groups", "categories", "stages", "sections", "fields", "rubrics", "lists", "exclusions", "requirements"] as const satisfies readonly Part[];
export type Collection = (typeof collections)[number] | "criteria";

/** Which page: a part, one thing of it, and for a criterion the sheet it stands on. */
export type Place = { part: Part; item?: string; criterion?: string };

export type ControlOption = { value: string; label: Words; group?: Words };

/** How a stored value stands in the form, where that is not the value itself. */
export type Codec = "pair" | "tie" | "minimum" | "shares" | "hours" | "levels" | "codes" | "numbers";

type Shared = {
  /** Dotted path below the thing that is edited; the name of its field in the form. */
  path: string;
  label: Words;
  hint?: Words;
  codec?: Codec;
  /** Shown only for these kinds of question or stage. */
  onlyFor?: readonly string[];
  /** Shown besides where the yes or no of this path says yes. */
  orIf?: string;
  /** One of the shares of a page that are summed while they are typed. */
  adds?: boolean;
};

/** One value a person edits. Plain data: the page draws it, the operation reads it. */
export type Control = Shared &
  (
    | { kind: "words"; lines: 1 | 3; required: boolean }
    | { kind: "text"; most: number; required: boolean }
    /** A whole number in the unit of a gap; empty is unknown, none, or a fault, as `empty` says. */
    | { kind: "number"; unit: Gap["kind"]; empty: "null" | "fault" }
    | { kind: "decimal" }
    | { kind: "yes" }
    | { kind: "choice"; options: ControlOption[]; empty?: Words }
    | { kind: "choices"; options: ControlOption[] }
    /** Lines of a small table. `keyed` names the text from which a new line gets its key. */
    | { kind: "rows"; columns: Control[]; keyed?: string; most: number; sum?: string }
    /** A limit for each kind of agency and group; the first column stands for all groups together. */
    | { kind: "grid"; rows: ControlOption[]; columns: ControlOption[] }
  );

/** What the form offers from other rooms. */
export type Facts = { competitions: string[]; tiers: string[]; agencies: { code: string; name: string }[] };

/** One value that was changed, in words of both languages, so that the log stays readable whatever is renamed later. */
export type Change = { path: string; what: Words; before: Words; after: Words };
