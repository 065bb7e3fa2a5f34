import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { run } from "#tests/support/command.ts";
import { freshFolder } from "#tests/support/folders.ts";

const english = { env: { LANG: "en_GB.UTF-8" } };

describe("wrong calls", () => {
  it.each([
    [[], "Usage: anugerah <command> [options]"],
    [["user"], "user create"],
  ])("answers %j with what there is, on standard error, and exit 2", async (argv, words) => {
    const { code, out, err } = await run(argv, english);
    expect([code, out, err.includes(words)]).toEqual([2, "", true]);
  });

  it.each([
    [["dance"], "there is no command \"dance\"."],
    [["migrate", "--faster"], "there is no option --faster."],
    [["migrate", "--data"], "option --data needs a value, or takes none."],
    [["migrate", "now"], "\"now\" is one word too many."],
    [["migrate", "--lang", "fr"], "--lang takes id or en."],
    [["agency", "import"], "FILE must be given."],
    [["season", "--out", "x"], "--registered must be given."],
    [["season", "--registered", "many", "--out", "x"], "--registered: Write a whole number."],
    [["season", "--registered", "3", "--out", "x"], "--registered: At least 20."],
    [["user", "create", "--email", "nobody", "--name", "N"], "--email: Write a complete e-mail addres"],
    [["user", "create", "--email", "a@b.go.id", "--name", "N", "--role", "king"], "--role: Choose one of the options."],
    [["backup"], "--to must be given."],
  ])("refuses %j in one sentence with exit 2", async (argv, sentence) => {
    const { code, out, err } = await run(argv, english);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toBe(`anugerah: ${err.slice("anugerah: ".length).trimEnd()}\n`);
    expect(err.slice("anugerah: ".length, "anugerah: ".length + sentence.length)).toBe(sentence);
    expect(err.trimEnd().endsWith("Add --help to see how it is used.")).toBe(true);
  });

  it("says them in Indonesian by default", async () => {
    const { code, err } = await run(["menari"]);
    expect([code, err]).toEqual([2, "anugerah: perintah \"menari\" tidak dikenal. Tambahkan --help untuk melihat pemakaiannya.\n"]);
  });
});

describe("refusals", () => {
  it.each([["audit", "verify"], ["db", "check"], ["backup", "--to", "/nowhere"]])(
    "exits 1 without a database: %s %s",
    async (...argv) => {
      const data = freshFolder();
      const { code, err } = await run([...argv, "--data", data], english);
      expect([code, err]).toEqual([
        1,
        `anugerah: there is no database at ${data}/anugerah.db yet; run "anugerah migrate" or "npm start" first.\n`,
      ]);
    },
  );

  it("names a faulty variable of the environment", async () => {
    const { code, err } = await run(["migrate"], { env: { LANG: "en_GB", PORT: "many" } });
    expect([code, err.startsWith("anugerah: the environment is not valid: PORT: ")]).toEqual([1, true]);
  });

  it("refuses a file that is no database", async () => {
    const { code, err } = await run(["audit", "verify", "--db", import.meta.filename], english);
    expect([code, err]).toEqual([1, `anugerah: ${import.meta.filename} is not a database that can be opened.\n`]);
  });

  it("refuses a preset with a stage that nobody in a seat marks, before anything is made", async () => {
    const out = freshFolder();
    const { code, err } = await run(["season", "--registered", "60", "--out", out, "--preset", "kipp-2025"], english);
    expect([code, err.startsWith("anugerah: preset kipp-2025 scores the stage "), readdirSync(out)]).toEqual([1, true, []]);
  });

  it("refuses an unknown preset and names those there are", async () => {
    const { code, err } = await run(["season", "--registered", "60", "--out", freshFolder(), "--preset", "kipp-1999"], english);
    expect(code).toBe(1);
    expect(err.startsWith("anugerah: there is no preset kipp-1999; there are: kipp-2022")).toBe(true);
  });
});
