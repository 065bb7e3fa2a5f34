import { spawn } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Refused } from "#app/cli/refusals.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const built = join(root, "build/server/index.js");

/** Whether the site must be built: it never was, or a source is newer. */
export function needsBuild(): boolean {
  if (!existsSync(built)) return true;
  const at = statSync(built).mtimeMs;
  return ["app", "public", "vite.config.ts", "package-lock.json"].some((path) => newestIn(join(root, path)) > at);
}

function newestIn(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  const inside = readdirSync(path, { withFileTypes: true }).map((entry) => newestIn(join(path, entry.name)));
  return Math.max(0, ...inside);
}

/** Builds the site in a process of its own; refuses with what went wrong when that fails. */
export async function build(): Promise<void> {
  const cli = join(root, "node_modules/@remix-run/dev/dist/cli.js");
  const child = spawn(process.execPath, [cli, "vite:build"], { cwd: root, env: { ...process.env, NODE_ENV: "production" } });
  let output = "";
  const keep = (chunk: Buffer): void => {
    output += chunk.toString();
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (code !== 0) throw new Refused("cli.serve.buildFailed", { output: causeIn(output) });
}

/** Lines shown of a failed build: the bundler says the cause first and lists everything it read after it. */
const shownLines = 12;

function causeIn(output: string): string {
  const lines = output.trim().split("\n");
  const first = lines.findIndex((line) => /error|could not/i.test(line));
  return lines.slice(Math.max(0, first), Math.max(0, first) + shownLines).join("\n");
}
