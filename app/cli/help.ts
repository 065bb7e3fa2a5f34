import { type CommandEntry, commands } from "#app/cli/commands.ts";
import type { Translate } from "#app/i18n/translator.ts";

/** What `anugerah --help` says. */
export const overview = (t: Translate): string =>
  `${t("cli.overview")}\n\n${t("cli.commandsTitle")}\n${listed(commands, t)}\n\n${t("cli.overviewEnd")}\n`;

/** What `anugerah user --help` says: the commands that begin with the word. */
export const groupHelp = (group: readonly CommandEntry[], t: Translate): string =>
  `${t("cli.commandsTitle")}\n${listed(group, t)}\n\n${t("cli.overviewEnd")}\n`;

/** What `anugerah <command> --help` says: usage, options, files, exit codes. */
export const helpOf = (entry: CommandEntry, t: Translate): string => `${t(entry.help)}\n\n${t("cli.commonOptions")}\n`;

function listed(entries: readonly CommandEntry[], t: Translate): string {
  const width = Math.max(...commands.map((entry) => entry.words.length));
  return entries.map((entry) => `  ${entry.words.padEnd(width)}  ${t(entry.summary)}`).join("\n");
}
