import cluster from "node:cluster";
import { z } from "zod";
import { build, needsBuild } from "#app/cli/build.ts";
import { type Call, defineCommand, exitCodes, wholeNumber } from "#app/cli/command.ts";
import { configOf, openAnyHouse } from "#app/cli/house.ts";
import { prepareData, prepareDemo } from "#app/cli/prepare.ts";
import { makeProgress } from "#app/cli/progress.ts";
import { askedToStop } from "#app/cli/signals.ts";
import { systemCtx } from "#app/cli/system-ctx.ts";
import { runWebProcesses } from "#app/cli/web-processes.ts";
import { runWorker } from "#app/cli/worker-process.ts";
import { listAccounts } from "#app/features/accounts/queries.server.ts";
import { formatNumber } from "#app/i18n/format.ts";
import type { Translate } from "#app/i18n/translator.ts";
import type { Config } from "#app/lib/config.server.ts";
import { demoAccounts, demoPassword } from "#db/seeds/demo-accounts.ts";

export const command = defineCommand({
  options: { demo: { type: "boolean" }, data: { type: "string" }, port: { type: "string" } },
  input: z.strictObject({
    demo: z.boolean().default(false),
    data: z.string().min(1).optional(),
    port: wholeNumber(0, 65_535).optional(),
  }),
  run: async (input, call) => {
    const startedAt = performance.now();
    const change = settingsOf(input, call.io.env);
    const config = configOf(call.io, change);
    if (cluster.isWorker) return await serveAsOneOfSeveral(config);
    await buildIfNeeded(call);
    if (config.demo) await prepareDemo(config, call);
    else prepareData(config, call);
    await serveUntilAsked({ config, env: { ...call.io.env, ...change }, startedAt }, call);
    return exitCodes.ok;
  },
});

type Input = { demo: boolean; data?: string | undefined; port?: number | undefined };

/** What the options say in the words of the environment, for this process and its worker alike. */
function settingsOf({ demo, data, port }: Input, env: NodeJS.ProcessEnv): Record<string, string> {
  const folder = data ?? (demo && !env.DATA_DIR ? "data/demo" : undefined);
  return {
    ...(folder === undefined ? {} : { DATA_DIR: folder }),
    ...(port === undefined ? {} : { PORT: String(port) }),
    // A demo is watched by a person, who wants to read its accounts and not its requests.
    ...(demo ? { DEMO: "1", LOG_LEVEL: env.LOG_LEVEL ?? "warn" } : {}),
  };
}

async function buildIfNeeded({ io, t }: Call): Promise<void> {
  if (!needsBuild()) {
    io.err(`${t("cli.serve.built")}\n`);
    return;
  }
  const stage = makeProgress(io, t).begin(t("cli.serve.building"), 1);
  await build();
  stage.advance();
  stage.finish();
}

type Serving = { config: Config; env: NodeJS.ProcessEnv; startedAt: number };

/** What a process of the site does: the one that started it has built the site and prepared the data. */
async function serveAsOneOfSeveral(config: Config): Promise<number> {
  const { startServer } = await import("#app/server.ts");
  const server = await startServer(config);
  // Only now: who waits for a signal lets the line to the parent rest, and the port is asked for over that line.
  await askedToStop();
  await server.close();
  return exitCodes.ok;
}

async function serveUntilAsked({ config, env, startedAt }: Serving, call: Call): Promise<void> {
  const { io, t, print } = call;
  const asked = askedToStop();
  const site = await serveSite({ config, env }, call);
  const died = (code: number | null): void => io.err(`${t("cli.serve.workerStopped", { code: String(code ?? "?") })}\n`);
  const worker = runWorker({ env, lang: t.locale, died });
  const seconds = formatNumber(t.locale, (performance.now() - startedAt) / 1000, 1);
  const ready = t("cli.serve.ready", { url: site.url, seconds });
  print({ url: site.url, demo: config.demo }, [...notesFor(config, t), ready].join("\n\n"));
  await asked;
  io.err(`${t("cli.serve.stopping")}\n`);
  await Promise.all([site.close(), worker.stop()]);
}

/** The site from this process, or from as many as the settings say. */
async function serveSite({ config, env }: Pick<Serving, "config" | "env">, { io, t }: Call): Promise<{ url: string; close: () => Promise<void> }> {
  if (config.webProcesses > 1) {
    const died = (code: number | null): void => io.err(`${t("cli.serve.siteStopped", { code: String(code ?? "?") })}\n`);
    const { port, stop } = await runWebProcesses({ count: config.webProcesses, env, died });
    return { url: `http://${config.host}:${port}`, close: stop };
  }
  // Imported late: it loads the whole site, which was perhaps only just built.
  const { startServer } = await import("#app/server.ts");
  return await startServer(config);
}

function notesFor(config: Config, t: Translate): string[] {
  if (config.demo) return [accountsTable(t)];
  const house = openAnyHouse(config);
  try {
    const [first] = listAccounts(systemCtx(house, t.locale), { search: "", limit: 1, offset: 0 });
    return first ? [] : [t("cli.serve.noUser")];
  } finally {
    house.close();
  }
}

function accountsTable(t: Translate): string {
  const width = Math.max(...demoAccounts.map(({ email }) => email.length));
  const lines = demoAccounts.map(({ email, name }) => `  ${email.padEnd(width)}  ${name}`);
  return [t("cli.serve.accounts", { password: demoPassword }), ...lines].join("\n");
}
