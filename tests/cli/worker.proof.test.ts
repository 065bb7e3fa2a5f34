import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { findSetting, heartbeatKey } from "#app/jobs/queries.server.ts";
import { openDatabase } from "#db/client.server.ts";
import { root } from "#tests/architecture/sources.ts";
import { run } from "#tests/support/command.ts";
import { freshFolder } from "#tests/support/folders.ts";

let data: string;

beforeAll(async () => {
  data = freshFolder();
  await run(["migrate", "--data", data]);
});

/** Nothing of the test runner's environment, whose own BASE_URL is no address. */
const env = { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: "test", LOG_LEVEL: "silent" } as const;

const spawnWorker = (): ChildProcess =>
  spawn(process.execPath, [join(root, "app/cli/anugerah.mjs"), "worker", "--data", data], {
    env,
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });

/** A worker as `serve` runs it, once it has given its first sign of life. */
async function startedWorker(): Promise<ChildProcess> {
  const db = openDatabase(join(data, "anugerah.db"));
  db.$client.exec("delete from settings");
  const worker = spawnWorker();
  for (let tries = 0; tries < 300 && findSetting({ db }, heartbeatKey) === undefined; tries += 1) await pause(50);
  db.$client.close();
  return worker;
}

describe("the worker process", () => {
  it("ends with 0 when it is asked to stop", async () => {
    const worker = await startedWorker();
    worker.kill("SIGTERM");
    expect(await once(worker, "exit")).toEqual([0, null]);
  });

  it("ends by itself when whoever started it is gone", async () => {
    const worker = await startedWorker();
    worker.disconnect();
    expect(await once(worker, "exit")).toEqual([0, null]);
  });

  it("ends by itself when whoever started it went while it was starting", async () => {
    const worker = spawnWorker();
    worker.disconnect();
    expect(await once(worker, "exit")).toEqual([0, null]);
  });
});
