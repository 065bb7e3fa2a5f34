import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { commands } from "#app/cli/commands.ts";
import { root } from "#tests/architecture/sources.ts";
import { run } from "#tests/support/command.ts";

const words = commands.map((entry) => entry.words);

describe("help", () => {
  it("lists every command", async () => {
    const { code, out, err } = await run(["--help"]);
    expect([code, err]).toEqual([0, ""]);
    expect([...out.matchAll(/^ {2}([a-z]+(?: [a-z]+)?) {2,}/gm)].map((match) => match[1])).toEqual(words);
    expect(words).toEqual([
      "serve",
      "worker",
      "migrate",
      "season",
      "rank",
      "reliability",
      "assign",
      "similarity",
      "user create",
      "agency import",
      "db check",
      "audit verify",
      "bundle verify",
      "backup",
      "restore",
    ]);
  });

  it.each(words)("explains %s in both languages with usage, options and exit codes", async (command) => {
    for (const [lang, usage, exits] of [["id", "Pemakaian", "Kode keluar"], ["en", "Usage", "Exit codes"]] as const) {
      const { code, out, err } = await run([...command.split(" "), "--help", "--lang", lang]);
      expect([code, err]).toEqual([0, ""]);
      expect(out.startsWith(`${usage}: anugerah ${command}`)).toBe(true);
      expect(out.includes(exits)).toBe(true);
    }
  });

  it("names every option that a command takes", async () => {
    for (const entry of commands) {
      const { command } = await entry.load();
      const { out } = await run([...entry.words.split(" "), "--help"]);
      const unnamed = Object.keys(command.options).filter((option) => !out.includes(`--${option}`));
      expect([entry.words, unnamed]).toEqual([entry.words, []]);
    }
  });

  it("lists the commands that begin with a word", async () => {
    const { code, out } = await run(["user", "--help"]);
    expect([code, out.includes("user create"), out.includes("restore")]).toEqual([0, true, false]);
  });

  it("follows the environment's language, and --lang before it", async () => {
    const first = async (env: Record<string, string>, ...argv: string[]) => (await run([...argv, "--help"], { env })).out.slice(0, 5);
    expect(await first({ LANG: "en_GB.UTF-8" }, "migrate")).toBe("Usage");
    expect(await first({ LANG: "C.UTF-8" }, "migrate")).toBe("Pemak");
    expect(await first({ LANG: "id_ID.UTF-8", LC_ALL: "en_US" }, "migrate")).toBe("Usage");
    expect(await first({ LANG: "en_GB" }, "migrate", "--lang=id")).toBe("Pemak");
  });

  it("answers from any folder as a program of its own", () => {
    const bin = join(root, "app/cli/anugerah.mjs");
    const { status, stdout, stderr } = spawnSync(bin, ["--help", "--lang", "en"], { cwd: tmpdir(), encoding: "utf8" });
    expect([status, stderr, stdout.includes("audit verify")]).toEqual([0, "", true]);
  });
});
