import { setPriority } from "node:os";
import { z } from "zod";
import { defineCommand, exitCodes } from "#app/cli/command.ts";
import { configOf, openHouse } from "#app/cli/house.ts";
import { askedToStop } from "#app/cli/signals.ts";
import { systemCtx } from "#app/cli/system-ctx.ts";
import { handlers } from "#app/jobs/registry.ts";
import { startWorker } from "#app/jobs/worker.server.ts";
import type { Config } from "#app/lib/config.server.ts";
import { makeLog } from "#app/lib/log.server.ts";
import { type Mailer, openMailer } from "#app/lib/mailer.server.ts";

export const command = defineCommand({
  options: { data: { type: "string" } },
  input: z.strictObject({ data: z.string().min(1).optional() }),
  run: async ({ data }, { io, t }) => {
    const config = configOf(io, { DATA_DIR: data });
    giveWay();
    const house = openHouse(config);
    const mailer = mailerOf(config);
    const asked = askedToStop();
    const worker = startWorker({
      clock: () => systemCtx(house, t.locale),
      realNow: Date.now,
      handlers,
      send: mailer?.send ?? null,
      lettersAMinute: config.mailPerMinute,
      log: makeLog(config.logLevel),
    });
    await asked;
    await worker.stop();
    mailer?.close();
    house.close();
    return exitCodes.ok;
  },
});

/** A third of the share of a process of the site: with less, a worker that holds the lock of the database is held up too long itself. */
const niceness = 5;

/** Where cores are few, whoever waits for a page comes before letters, pictures and comparisons. */
function giveWay(): void {
  try {
    setPriority(niceness);
  } catch {
    // Not every system lets a process lower itself; the work is done all the same.
  }
}

function mailerOf({ smtpUrl, mailFrom, baseUrl }: Config): Mailer | null {
  return smtpUrl === null ? null : openMailer({ url: smtpUrl, from: mailFrom, host: new URL(baseUrl).hostname });
}
