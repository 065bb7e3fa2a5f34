import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "#tests/architecture/sources.ts";

export type Product = { url: string; dataDir: string; output: () => string; stop: () => Promise<number | null> };

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

/** Starts the product as a person would: one command, real processes, a folder of its own; ready when /readyz says so. */
export async function startProduct(args: string[], env: Record<string, string> = {}): Promise<Product> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const dataDir = mkdtempSync(join(tmpdir(), "anugerah-product-"));
  const child = spawn(process.execPath, [join(root, "app/cli/anugerah.mjs"), "serve", ...args], {
    cwd: root,
    // The test runner sets a BASE_URL of its own meaning.
    env: { ...process.env, NODE_ENV: "production", PORT: String(port), BASE_URL: url, DATA_DIR: dataDir, LOG_LEVEL: "warn", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  await waitUntilReady(child, url, () => output);
  const stop = async () => {
    if (child.exitCode === null) {
      child.kill("SIGTERM");
      await once(child, "exit");
    }
    rmSync(dataDir, { recursive: true, force: true });
    return child.exitCode;
  };
  return { url, dataDir, output: () => output, stop };
}

async function waitUntilReady(child: ChildProcess, url: string, output: () => string): Promise<void> {
  for (let tries = 0; tries < 900; tries += 1) {
    if (child.exitCode !== null) throw new Error(`the product stopped at its start:\n${output()}`);
    const ready = await fetch(`${url}/readyz`).then((answer) => answer.ok, () => false);
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  child.kill("SIGKILL");
  throw new Error(`the product did not become ready:\n${output()}`);
}
