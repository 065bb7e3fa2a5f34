import type { ParseArgsConfig } from "node:util";
import { z } from "zod";
import type { Io } from "#app/cli/io.ts";
import { UsageError } from "#app/cli/refusals.ts";
import type { MessageKey, Translate } from "#app/i18n/translator.ts";
import type { Json } from "#app/lib/canonical.ts";
import { faultOf } from "#app/lib/forms.server.ts";

type Options = NonNullable<ParseArgsConfig["options"]>;

/** Exit codes of every command. */
export const exitCodes = { ok: 0, refused: 1, usage: 2 } as const;

export type Call = {
  io: Io;
  t: Translate;
  /** Prints the result: the object with `--json`, the words otherwise. */
  print: (result: Json, words: string) => void;
};

/** An option that is a whole number from `least` to `most`, written in digits. */
export const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .refine((text) => /^\d{1,15}$/.test(text), "notWhole")
    .transform(Number)
    .pipe(z.number().min(least).max(most));

export type RawInput = Record<string, string | boolean | string[] | undefined>;

export type Command = {
  options: Options;
  /** Names of what stands after the command without dashes, in order; all are required. */
  operands: readonly string[];
  run: (raw: RawInput, call: Call) => Promise<number>;
};

/** A command whose options are read by a strict schema: what does not fit is a usage error that names the option. */
export function defineCommand<T extends z.ZodType>(spec: {
  options: Options;
  operands?: readonly string[];
  input: T;
  run: (input: z.output<T>, call: Call) => Promise<number> | number;
}): Command {
  const operands = spec.operands ?? [];
  return {
    options: spec.options,
    operands,
    run: async (raw, call) => spec.run(readInput(spec.input, { raw, operands, t: call.t }), call),
  };
}

function readInput<T extends z.ZodType>(schema: T, given: { raw: RawInput; operands: readonly string[]; t: Translate }): z.output<T> {
  const parsed = schema.safeParse(given.raw);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  if (!issue) throw parsed.error;
  const { path, code, params } = faultOf(issue);
  // An option that may be repeated is at fault with one of its values.
  const [name = path] = path.split(".");
  const option = given.operands.includes(name) ? name.toUpperCase() : `--${name}`;
  if (given.raw[name] === undefined) throw new UsageError("cli.errors.missing", { option });
  throw new UsageError("cli.errors.invalid", { option, fault: given.t(`form.${code}` as MessageKey, params) });
}
