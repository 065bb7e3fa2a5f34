import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { root } from "#tests/architecture/sources.ts";
import { freshFolder } from "#tests/support/folders.ts";
import { copyFilled, isJourney } from "#tests/support/journeys.ts";

export type Product = {
  url: string;
  /** Of the process that started the others. */
  pid: () => number;
  dataDir: string;
  output: () => string;
  /** Ends the process at once, as a failing machine would; its data stays. */
  kill: () => Promise<void>;
  /** Starts it again after `kill`, at the same address with the same data. */
  startAgain: () => Promise<void>;
  stop: () => Promise<number | null>;
};

/** A port nobody listens on at the moment of asking. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "localhost");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

/**
 * Starts the product as a person would: one command, real processes, a folder of its own; ready when /readyz says so. The folder
 * is filled already as a first start fills it, unless `DATA_DIR` names another.
 */
export async function startProduct(args: string[], env: Record<string, string> = {}): Promise<Product> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const own = freshFolder();
  const dataDir = env.DATA_DIR ?? own;
  if (dataDir === own) await copyFilled(own, args.includes("--demo"));
  let output = "";
  const launch = async (): Promise<ChildProcess> => {
    const child = spawn(process.execPath, [join(root, "app/cli/anugerah.mjs"), "serve", ...args], {
      cwd: root,
      // The test runner sets a BASE_URL of its own meaning.
      env: { ...process.env, NODE_ENV: "production", PORT: String(port), BASE_URL: url, DATA_DIR: dataDir, LOG_LEVEL: "warn", ...few(), ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
    await waitUntilReady(child, url, () => output);
    return child;
  };
  let child = await launch();
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, "exit");
  };
  return {
    ...{ url, dataDir, output: () => output, pid: () => child.pid ?? 0 },
    kill: () => end("SIGKILL"),
    startAgain: async () => void (child = await launch()),
    stop: async () => {
      await end("SIGTERM");
      rmSync(own, { recursive: true, force: true });
      return child.exitCode;
    },
  };
}

/** Journeys run side by side: one process a site is started in half the time. Those that are to meet several say so. */
const few = (): Record<string, string> => (isJourney() ? { WEB_PROCESSES: "1" } : {});

async function waitUntilReady(child: ChildProcess, url: string, output: () => string): Promise<void> {
  for (let tries = 0; tries < 3_000; tries += 1) {
    if (child.exitCode !== null) throw new Error(`the product stopped at its start:\n${output()}`);
    const ready = await fetch(`${url}/readyz`).then((answer) => answer.ok, () => false);
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  child.kill("SIGKILL");
  throw new Error(`the product did not become ready:\n${output()}`);
}
