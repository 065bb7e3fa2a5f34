import { parseArgs } from "node:util";
import { type Call, type Command, exitCodes, type RawInput } from "#app/cli/command.ts";
import { type CommandEntry, commands } from "#app/cli/commands.ts";
import { groupHelp, helpOf, overview } from "#app/cli/help.ts";
import type { Io } from "#app/cli/io.ts";
import { languageOf } from "#app/cli/language.ts";
import { Refused, sentenceOf, UsageError } from "#app/cli/refusals.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import type { Translate } from "#app/i18n/translator.ts";
import type { Locale } from "#app/lib/ctx.ts";

const commonOptions = {
  help: { type: "boolean", short: "h" },
  json: { type: "boolean" },
  lang: { type: "string" },
} as const;

/** Runs `anugerah <argv>` and returns its exit code: 0 done, 1 refused or failed, 2 called wrongly. Never throws. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  const locale = languageOf(argv, io.env);
  try {
    return await dispatch(argv, { io, t: translators[locale] });
  } catch (error) {
    return report(error, { io, locale });
  }
}

async function dispatch(argv: readonly string[], { io, t }: { io: Io; t: Translate }): Promise<number> {
  const entry = findCommand(argv);
  if (!entry) return withoutCommand(argv, { io, t });
  const rest = argv.slice(entry.words.split(" ").length);
  if (asksHelp(rest)) {
    io.out(helpOf(entry, t));
    return exitCodes.ok;
  }
  const { command } = await entry.load();
  const { json, ...raw } = readArguments(command, rest);
  return command.run(raw, callOf({ io, t, json: json === true }));
}

/** Options before the first word belong to no command: `anugerah --lang en season --help` is not taken. */
const findCommand = (argv: readonly string[]): CommandEntry | undefined =>
  commands.find((entry) => entry.words === argv.slice(0, entry.words.split(" ").length).join(" "));

function withoutCommand(argv: readonly string[], { io, t }: { io: Io; t: Translate }): number {
  const [word] = argv;
  const group = commands.filter((entry) => entry.words.startsWith(`${word} `));
  const text = group.length > 0 ? groupHelp(group, t) : overview(t);
  const named = word !== undefined && !word.startsWith("-");
  if (named && group.length === 0) throw new UsageError("cli.errors.unknownCommand", { command: word });
  if (asksHelp(argv)) io.out(text);
  else io.err(text);
  return asksHelp(argv) ? exitCodes.ok : exitCodes.usage;
}

const asksHelp = (argv: readonly string[]): boolean => {
  const end = argv.indexOf("--");
  const options = end < 0 ? argv : argv.slice(0, end);
  return options.includes("--help") || options.includes("-h");
};

function readArguments(command: Command, argv: readonly string[]): RawInput {
  const { values, positionals } = parseStrictly(command, argv);
  const { lang, help: _help, ...given } = values as RawInput;
  if (lang !== undefined && lang !== "id" && lang !== "en") throw new UsageError("cli.errors.language");
  if (positionals.length > command.operands.length) {
    throw new UsageError("cli.errors.tooMany", { word: positionals[command.operands.length] ?? "" });
  }
  const operands = Object.fromEntries(command.operands.map((name, index) => [name, positionals[index]]));
  return { ...given, ...operands };
}

function parseStrictly(command: Command, argv: readonly string[]) {
  try {
    const options = { ...command.options, ...commonOptions };
    return parseArgs({ args: [...argv], options, strict: true, allowPositionals: true });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const option = /'(-[^' =<]*)/.exec(message)?.[1] ?? argv.join(" ");
    if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") throw new UsageError("cli.errors.unknownOption", { option });
    if (code === "ERR_PARSE_ARGS_INVALID_OPTION_VALUE") throw new UsageError("cli.errors.optionValue", { option });
    throw error;
  }
}

const callOf = ({ io, t, json }: { io: Io; t: Translate; json: boolean }): Call => ({
  io,
  t,
  print: (result, words) => io.out(json ? `${JSON.stringify(result, null, 2)}\n` : words === "" ? "" : `${words}\n`),
});

function report(error: unknown, { io, locale }: { io: Io; locale: Locale }): number {
  const wrongCall = error instanceof UsageError && !(error instanceof Refused);
  const hint = wrongCall ? ` ${translators[locale]("cli.errors.seeHelp")}` : "";
  io.err(`anugerah: ${sentenceOf(error, locale)}${hint}\n`);
  if (io.env.LOG_LEVEL === "debug" && error instanceof Error) io.err(`${error.stack}\n`);
  return wrongCall ? exitCodes.usage : exitCodes.refused;
}
