import type { z } from "zod";
import { type ErrorParams, type FieldFault, InvalidInput } from "#app/lib/errors.ts";

type Issue = z.core.$ZodIssue;
export type FormValues = Record<string, string | string[]>;

/** Text values of a form; a name that comes twice is a list. Files are left to parseUpload. */
export function formValues(form: FormData): FormValues {
  const values: FormValues = {};
  for (const key of new Set(form.keys())) {
    const texts = form.getAll(key).filter((value): value is string => typeof value === "string");
    if (texts.length > 0) values[key] = texts.length === 1 ? (texts[0] as string) : texts;
  }
  return values;
}

/**
 * Reads a form by its schema. Throws InvalidInput with every fault and what was typed (passwords excepted), so that the page
 * can show both again.
 */
export function parseForm<T extends z.ZodType>(form: FormData | URLSearchParams, schema: T): z.output<T> {
  const values = form instanceof FormData ? formValues(form) : Object.fromEntries(form);
  const parsed = schema.safeParse(values, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw new InvalidInput(parsed.error.issues.map(faultOf), withoutSecrets(values));
}

export function withoutSecrets(values: FormValues): FormValues {
  return Object.fromEntries(Object.entries(values).filter(([key]) => !/password/i.test(key)));
}

/** One zod issue as a message key below `form.` with its numbers. */
export function faultOf(issue: Issue): FieldFault {
  const path = issue.path.map(String).join(".");
  const [code, params] = codeOf(issue);
  return { path: issue.code === "unrecognized_keys" ? (issue.keys[0] ?? path) : path, code, params };
}

const formatFaults: Record<string, string> = { email: "notAnEmail", url: "notAUrl", date: "notADate" };

function codeOf(issue: Issue): [string, ErrorParams] {
  switch (issue.code) {
    case "invalid_type":
      if (issue.input === undefined) return ["required", {}];
      if (issue.expected === "int") return ["notWhole", {}];
      return [issue.expected === "number" ? "notANumber" : "invalid", {}];
    case "too_small":
      return tooSmall(issue);
    case "too_big":
      return [issue.origin === "string" ? "tooLong" : "tooBig", { maximum: Number(issue.maximum) }];
    case "invalid_format":
      return [formatFaults[issue.format] ?? "invalid", {}];
    case "invalid_value":
    case "invalid_union":
      return ["notAChoice", {}];
    case "unrecognized_keys":
      return ["unknownField", {}];
    default:
      return [/^[a-zA-Z]+$/.test(issue.message) ? issue.message : "invalid", {}];
  }
}

function tooSmall(issue: Extract<Issue, { code: "too_small" }>): [string, ErrorParams] {
  const minimum = Number(issue.minimum);
  if (issue.origin === "string" || issue.origin === "array") return minimum <= 1 ? ["required", {}] : ["tooShort", { minimum }];
  return ["tooSmall", { minimum }];
}

/** The one file of a form field; InvalidInput `fileMissing` when nothing was chosen. */
export function requireFile(form: FormData, name: string): File {
  const value = form.get(name);
  if (value instanceof File && value.size > 0) return value;
  throw new InvalidInput([{ path: name, code: "fileMissing", params: {} }], formValues(form));
}
