import type { Locale } from "#app/lib/ctx.ts";

/** The language of words on the terminal: `--lang`, else the environment's locale; Indonesian when neither says English. */
export function languageOf(argv: readonly string[], env: NodeJS.ProcessEnv): Locale {
  const at = argv.indexOf("--lang");
  const asked = at < 0 ? argv.find((word) => word.startsWith("--lang="))?.slice(7) : argv[at + 1];
  if (asked === "id" || asked === "en") return asked;
  const environment = env.LC_ALL || env.LC_MESSAGES || env.LANG || "";
  return /^en(?:[_.@-]|$)/i.test(environment) ? "en" : "id";
}
