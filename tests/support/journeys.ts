import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { build, needsBuild } from "#app/cli/build.ts";
import type { Call } from "#app/cli/command.ts";
import { configOf } from "#app/cli/house.ts";
import { prepareData, prepareDemo } from "#app/cli/prepare.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { chromiumPath } from "#tests/support/browser.ts";

/** Names the folder of filled data to the processes that run journeys; measurements have none. */
const variable = "JOURNEYS_DATA";

/** Before all journeys, since they run side by side: the site is built, the browser unpacked, a folder for filled data made. */
export default async function prepareJourneys(): Promise<() => void> {
  if (needsBuild()) await build();
  await chromiumPath();
  const folder = mkdtempSync(join(tmpdir(), "anugerah-journeys-"));
  process.env[variable] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}

export const isJourney = (): boolean => process.env[variable] !== undefined;

/** Puts into an empty folder what a first start fills it with; made once for all journeys that ask. */
export async function copyFilled(dataDir: string, demo: boolean): Promise<void> {
  const folder = process.env[variable];
  if (folder === undefined) return;
  const filled = join(folder, demo ? "demo" : "plain");
  if (!existsSync(filled)) await fill(filled, demo);
  cpSync(filled, dataDir, { recursive: true });
}

async function fill(filled: string, demo: boolean): Promise<void> {
  const aside = `${filled}-${process.pid}`;
  const io = { out: () => undefined, err: () => undefined, stdin: Readable.from([]), live: false, env: { NODE_ENV: "test" } } as const;
  const call: Call = { io, t: translators.id, print: () => undefined };
  const config = configOf(io, { DATA_DIR: aside, ...(demo ? { DEMO: "1" } : {}) });
  if (demo) await prepareDemo(config, call);
  else prepareData(config, call);
  try {
    renameSync(aside, filled);
  } catch (error) {
    // Another journey was quicker: its data serve as well.
    if (!existsSync(filled)) throw error;
  }
}
