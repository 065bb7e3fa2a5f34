import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type ResultRow, resultColumns, type SeasonResults } from "#app/cli/season/results.ts";
import { parseCsv } from "#app/lib/csv.ts";
import { openDatabase } from "#db/client.server.ts";
import { run } from "#tests/support/command.ts";
import { playSeason } from "#tests/support/season.ts";

const registered = 24;
let folder: string;
let results: SeasonResults;

const textOf = (name: string, from = folder): string => readFileSync(join(from, name), "utf8");

beforeAll(async () => {
  folder = await playSeason(registered);
  results = JSON.parse(textOf("results.json")) as SeasonResults;
}, 120_000);

const entriesOf = (key: string): ResultRow[] => results.lists.find((list) => list.key === key)?.entries ?? [];

describe("a season", () => {
  it("submits 70 % of the drafts and passes 78 % of those", () => {
    const { registered: drafts, leftAtUnit, leftAtAgency, submitted, passed, failed } = results.counts;
    expect([drafts, submitted, passed]).toEqual([24, 16, 13]);
    expect((leftAtUnit ?? 0) + (leftAtAgency ?? 0) + (submitted ?? 0)).toBe(24);
    expect((passed ?? 0) + (failed ?? 0)).toBe(16);
  });

  it("has every passed entry read twice and every finalist heard by a panel of five", () => {
    expect(results.counts["sheets.desk"]).toBe(26);
    expect(results.counts.interviews).toBe(results.counts.finalists);
    expect(results.counts["sheets.interview"]).toBe((results.counts.finalists ?? 0) * 5);
  });

  it("writes a table for every list, in the columns that --help names", async () => {
    const { out } = await run(["season", "--help"]);
    expect(out.replaceAll(/\s+/g, " ")).toContain(resultColumns.join(", "));
    for (const { key, entries } of results.lists) {
      const [header, ...rows] = parseCsv(textOf(`${key}.csv`)).map(({ cells }) => cells);
      expect(header).toEqual([...resultColumns]);
      expect(rows).toEqual(entries.map((row) => resultColumns.map((column) => String(row[column]))));
    }
  });

  it("ranks without gaps by falling score, and chooses winners among finalists only", () => {
    for (const { entries } of results.lists) {
      expect(entries.map(({ rank }) => rank)).toEqual(entries.map((_, index) => index + 1));
      const scores = entries.map(({ score }) => Number(score));
      expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    }
    const finalists = new Set(entriesOf("top99").map(({ number }) => number));
    expect(entriesOf("top45").filter(({ number }) => !finalists.has(number))).toEqual([]);
  });

  it("marks every title as invented", () => {
    const titles = results.lists.flatMap(({ entries }) => entries.map(({ title }) => title));
    expect(titles.filter((title) => !title.endsWith("(data latihan)"))).toEqual([]);
  });

  it("prints one PDF for every name on a list, under its serial number", () => {
    const files = readdirSync(join(folder, "certificates"));
    const expected = results.lists.reduce((sum, { entries }) => sum + entries.length, 0);
    expect([files.length, results.counts.certificates]).toEqual([expected, expected]);
    expect(files.filter((name) => !/^2022-LAT-[A-Z0-9]+-\d{4}\.pdf$/.test(name))).toEqual([]);
    for (const name of files) {
      const pdf = readFileSync(join(folder, "certificates", name));
      expect([pdf.subarray(0, 5).toString(), pdf.subarray(-1_024).includes("%%EOF")]).toEqual(["%PDF-", true]);
    }
  });

  it("says how long every stage took and how much memory it held", () => {
    const { stages } = JSON.parse(textOf("timings.json")) as { stages: { stage: string; seconds: number; peakMemoryMiB: number }[] };
    expect(stages.map(({ stage }) => stage)).toContain("submission");
    expect(stages.filter(({ seconds, peakMemoryMiB }) => !(seconds >= 0) || !(peakMemoryMiB > 0))).toEqual([]);
  });

  it("leaves a database in which every invariant holds, and a log a clock could have written", async () => {
    const { code, out } = await run(["db", "check", "--data", folder, "--json"]);
    expect([code, (JSON.parse(out) as { ok: boolean }).ok]).toEqual([0, true]);
    const db = openDatabase(join(folder, "anugerah.db"));
    const moments = db.$client.prepare("select at from audit_entries order by seq").pluck().all() as number[];
    const letters = db.$client.prepare("select count(*) from outbox where recipient not like '%@latihan.invalid'").pluck().get();
    db.$client.close();
    expect(moments.filter((at, index) => index > 0 && at < (moments[index - 1] as number))).toEqual([]);
    expect(letters).toBe(0);
  });

  it("refuses a folder that holds a database", async () => {
    const { code, err } = await run(["season", "--registered", "40", "--out", folder]);
    expect([code, err]).toEqual([
      1,
      `anugerah: ${folder}/anugerah.db sudah ada; satu musim memakai folder baru supaya tidak ada yang tertimpa.\n`,
    ]);
  });

  it("gives the same bytes for the same seed", async () => {
    const again = await playSeason(registered);
    for (const name of ["results.json", "top99.csv", "top45.csv"]) expect(textOf(name, again)).toBe(textOf(name));
  }, 120_000);
});
