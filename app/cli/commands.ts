import type { Command } from "#app/cli/command.ts";
import type { MessageKey } from "#app/i18n/translator.ts";

export type CommandEntry = {
  words: string;
  summary: MessageKey;
  help: MessageKey;
  /** Loaded only when the command runs, so that `--help` answers at once. */
  load: () => Promise<{ command: Command }>;
};

/** Every command in the order `--help` lists them. */
export const commands: readonly CommandEntry[] = [
  {
    words: "serve",
    summary: "cli.serve.summary",
    help: "cli.serve.help",
    load: () => import("#app/cli/serve.ts"),
  },
  {
    words: "worker",
    summary: "cli.worker.summary",
    help: "cli.worker.help",
    load: () => import("#app/cli/worker.ts"),
  },
  {
    words: "migrate",
    summary: "cli.migrate.summary",
    help: "cli.migrate.help",
    load: () => import("#app/cli/migrate.ts"),
  },
  {
    words: "season",
    summary: "cli.season.summary",
    help: "cli.season.help",
    load: () => import("#app/cli/season.ts"),
  },
  {
    words: "rank",
    summary: "cli.rank.summary",
    help: "cli.rank.help",
    load: () => import("#app/cli/rank.ts"),
  },
  {
    words: "reliability",
    summary: "cli.reliability.summary",
    help: "cli.reliability.help",
    load: () => import("#app/cli/reliability.ts"),
  },
  {
    words: "assign",
    summary: "cli.assign.summary",
    help: "cli.assign.help",
    load: () => import("#app/cli/assign.ts"),
  },
  {
    words: "similarity",
    summary: "cli.similarity.summary",
    help: "cli.similarity.help",
    load: () => import("#app/cli/similarity.ts"),
  },
  {
    words: "user create",
    summary: "cli.userCreate.summary",
    help: "cli.userCreate.help",
    load: () => import("#app/cli/user-create.ts"),
  },
  {
    words: "agency import",
    summary: "cli.agencyImport.summary",
    help: "cli.agencyImport.help",
    load: () => import("#app/cli/agency-import.ts"),
  },
  {
    words: "db check",
    summary: "cli.dbCheck.summary",
    help: "cli.dbCheck.help",
    load: () => import("#app/cli/db-check.ts"),
  },
  {
    words: "audit verify",
    summary: "cli.auditVerify.summary",
    help: "cli.auditVerify.help",
    load: () => import("#app/cli/audit-verify.ts"),
  },
  {
    words: "bundle verify",
    summary: "cli.bundleVerify.summary",
    help: "cli.bundleVerify.help",
    load: () => import("#app/cli/bundle-verify.ts"),
  },
  {
    words: "backup",
    summary: "cli.backup.summary",
    help: "cli.backup.help",
    load: () => import("#app/cli/backup.ts"),
  },
  {
    words: "restore",
    summary: "cli.restore.summary",
    help: "cli.restore.help",
    load: () => import("#app/cli/restore.ts"),
  },
];
