import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "#tests/support/command.ts";
import { freshFolder } from "#tests/support/folders.ts";

type Read = { entries: { entry: string; rawMean: number }[]; assessors: { assessor: string }[] };
type Statistics = Record<string, { value: number | null; lower95: number | null; upper95: number | null; reason: string | null }>;

async function give(command: "rank" | "reliability", text: string, rules?: string) {
  const folder = freshFolder();
  const [file, ruling, out] = [join(folder, "given.csv"), join(folder, "rules.json"), join(folder, "found.json")];
  writeFileSync(file, text);
  if (rules !== undefined) writeFileSync(ruling, rules);
  const argv = [command, command === "rank" ? "--marks" : "--matrix", file, ...(rules === undefined ? [] : ["--rules", ruling]), "--out", out];
  const ran = await run(argv, { env: { LANG: "en_GB.UTF-8" } });
  return { ...ran, isWritten: existsSync(out), read: <T>(): T => JSON.parse(readFileSync(out, "utf8")) as T };
}

const head = "entry,assessor,mark\n";

describe("a table of marks that cannot be used is refused whole, by line and field", () => {
  it.each([
    ["a missing column", "entry,mark\nP1,80\n", "the head must be entry,assessor,mark"],
    ["a column twice", "entry,assessor,mark,mark\nP1,A,1,2\n", "the head must be entry,assessor,mark"],
    ["semicolons", "entry;assessor;mark\nP1;A;80\n", "the head must be entry,assessor,mark"],
    ["an empty file", "", "the head must be entry,assessor,mark"],
    ["a head alone", head, "There are no marks to rank"],
    ["a decimal comma, quoted", `${head}P1,A,"80,5"\n`, "line 2, mark: "],
    ["a decimal comma, bare", `${head}P1,A,80,5\n`, "line 2, -: must have 3 columns, has 4"],
    ["a mark in powers of ten", `${head}P1,A,80\nP1,B,1e9\n`, "line 3, mark: "],
    ["a mark of ten digits", `${head}P1,A,1000000000\n`, "line 2, mark: "],
    ["no number", `${head}P1,A,NaN\n`, "line 2, mark: "],
    ["an infinite mark", `${head}P1,A,Infinity\n`, "line 2, mark: "],
    ["a missing mark", `${head}P1,A,\n`, "line 2, mark: "],
    ["the same pair twice", `${head}P1,A,80\nP1,B,70\nP1,A,81\n`, "line 4, assessor: A marked P1 more than once"],
    ["an open quotation mark", `${head}"P1,A,80\n`, "line 2: a quotation mark is not closed"],
    ["an entry in two strata", "entry,assessor,mark,stratum\nP1,A,1,K\nP1,B,1,L\n", "P1 stands in more than one stratum"],
  ])("%s", async (_, text, words) => {
    const { code, err, isWritten } = await give("rank", text);
    expect([code, isWritten]).toEqual([1, false]);
    expect(err).toContain(words);
  });

  it("names the first twenty faults and counts the rest", async () => {
    const { err } = await give("rank", `${head}${Array.from({ length: 30 }, (_, i) => `P${i},A,x\n`).join("")}`);
    expect(err.match(/line \d+, mark/g)?.length).toBe(20);
    expect(err).toContain("30 faults");
  });
});

describe("a table of marks from another system is read as it is", () => {
  it.each([
    ["a byte order mark", `\ufeff${head}P1,A,80\nP2,A,70\n`],
    ["Windows line ends", `${head}P1,A,80\nP2,A,70\n`.replaceAll("\n", "\r\n")],
    ["an empty line", `${head}P1,A,80\n\nP2,A,70\n`],
    ["no end of the last line", `${head}P1,A,80\nP2,A,70`],
    ["columns in another order", "mark,entry,assessor\n80,P1,A\n70,P2,A\n"],
  ])("%s", async (_, text) => {
    const { code, read } = await give("rank", text);
    expect([code, read<Read>().entries.map(({ entry, rawMean }) => [entry, rawMean])]).toEqual([0, [["P1", 80], ["P2", 70]]]);
  });

  it("marks with all the digits another program computed", async () => {
    const { code, read } = await give("rank", `${head}P1,A,66.714285714285708\nP2,A,-0.333333333333333314829616256247\n`);
    expect([code, read<Read>().entries.map(({ entry, rawMean }) => [entry, rawMean])]).toEqual([0, [["P1", 66.71428571], ["P2", -0.33333333]]]);
  });

  it("names with commas and quotation marks", async () => {
    const { code, read } = await give("rank", `${head}"Dinas ""Satu"", Kota","Budi, S.T.",80\n`);
    const { entries, assessors } = read<Read>();
    expect([code, entries[0]?.entry, assessors[0]?.assessor]).toEqual([0, 'Dinas "Satu", Kota', "Budi, S.T."]);
  });
});

describe("rules that say less or more than they seem to are refused", () => {
  const clustered = "entry,assessor,mark,cluster\nP1,A,80,kota\nP1,B,82,kota\nP2,A,70,desa\nP2,B,75,desa\n";

  it.each([
    ["shares above the whole", { cuts: [{ size: 1, shares: { kota: 6_000, desa: 6_000 } }] }, "more than 10,000 basis points"],
    ["a criterion twice", { criteria: [{ key: "a", weight: 1 }, { key: "a", weight: 3 }] }, "Criterion a stands in the rules more than once"],
    ["a tie rule that nothing answers to", { ties: ["rawMean", "novelti"] }, "The tie rule novelti is neither"],
    ["somebody left out who gave no mark", { exclude: [{ assessor: "Z", reason: "marked his own agency" }] }, "leave out Z, who gave no mark"],
    ["a key that is not known, by its line", '{\n "quantity": "quality",\n "passmark": 3\n}', "line 3, passmark: there is nothing of this name here"],
    ["a text where a number stands, by its line", '{\n "cuts": [\n  { "size": "x" }\n ]\n}', "line 3, cuts.0.size: "],
    ["no object", "[]", "line 1, -: "],
    ["no JSON", "{bad", "is not JSON"],
  ])("%s", async (_, rules, words) => {
    const { code, err, isWritten } = await give("rank", clustered, typeof rules === "string" ? rules : JSON.stringify(rules));
    expect([code, isWritten]).toEqual([1, false]);
    expect(err).toContain(words);
  });

  it("an entry in two clusters, whichever row comes first", async () => {
    for (const rows of [["P1,A,80,kota", "P1,B,82,desa"], ["P1,B,82,desa", "P1,A,80,kota"]]) {
      const { code, err } = await give("rank", ["entry,assessor,mark,cluster", ...rows, "P2,A,70,desa", "P2,B,75,desa"].join("\n"));
      expect([code, err]).toEqual([1, expect.stringContaining("P1 stands in more than one cluster")]);
    }
  });
});

describe("a call that is no call", () => {
  it.each([
    [["rank"]],
    [["rank", "--marks", "x", "--out", "y", "--seed", "-1"]],
    [["rank", "--marks", "x", "--out", "y", "--draws", "10"]],
    [["rank", "--marks", "x", "--out", "y", "--cut", "0"]],
    [["rank", "--marks", "x", "--out", "y", "--unknown"]],
    [["reliability", "--matrix", "x"]],
  ])("ends with 2: %j", async (argv) => {
    expect((await run(argv)).code).toBe(2);
  });

  it("names the option whose value does not fit, also where it is repeated", async () => {
    const { err } = await run(["rank", "--marks", "x", "--out", "y", "--cut", "9", "--cut", "4,5"], { env: { LANG: "en_GB.UTF-8" } });
    expect(err).toBe("anugerah: --cut: Write a whole number. Add --help to see how it is used.\n");
  });

  it("ends with 1 where the file is not there", async () => {
    expect((await run(["rank", "--marks", "/none/marks.csv", "--out", "/none/out.json"])).code).toBe(1);
  });
});

describe("anugerah reliability of a small or strange table", () => {
  const statistics = ["ICC(1)", "ICC(2,1)", "ICC(2,k)", "ICC(3,k)", "alphaNominal", "alphaOrdinal", "alphaInterval", "kendallW"] as const;

  it.each([
    ["one assessor", "entry,A\nP1,1\nP2,2\nP3,3\n"],
    ["one entry", "entry,A,B,C\nP1,1,2,3\n"],
    ["one mark", "entry,A\nP1,1\n"],
    ["two entries", "entry,A,B\nP1,80,70\nP2,60,65\n"],
    ["every mark the same", "entry,A,B\nP1,7,7\nP2,7,7\nP3,7,7\n"],
    ["assessors who agree in everything", "entry,A,B,C\nP1,7,7,7\nP2,5,5,5\nP3,3,3,3\n"],
    ["assessors who differ and entries that do not", "entry,A,B,C\nP1,3,4,5\nP2,3,4,5\nP3,3,4,5\n"],
    ["one read each", "entry,A,B,C\nP1,1,,\nP2,,2,\nP3,,,3\n"],
    ["two pieces", "entry,A,B,C,D\nP1,1,2,,\nP2,3,5,,\nP3,,,3,4\nP4,,,6,6\n"],
    ["no mark at all", "entry,A,B\nP1,,\nP2,,\n"],
  ])("gives each statistic within its interval or a reason for what is missing: %s", async (_, text) => {
    const { code, read } = await give("reliability", text);
    const found = read<Statistics>();
    expect(code).toBe(0);
    for (const name of statistics) {
      const { value, lower95, upper95, reason } = found[name] ?? { value: null, lower95: null, upper95: null, reason: null };
      expect([name, reason === null]).toEqual([name, value !== null && lower95 !== null && upper95 !== null]);
      if (value !== null && lower95 !== null && upper95 !== null) expect(lower95 <= value + 1e-9 && upper95 >= value - 1e-9).toBe(true);
    }
  });

  it.each([
    ["a decimal comma", 'entry,A,B\nP1,"1,5",2\nP2,3,4\n', "line 2, 2: "],
    ["a faulty mark in a first row without names", "P1,NaN,2\nP2,3,4\n", "line 1, 2: "],
    ["powers of ten", "entry,A,B\nP1,1e999,2\nP2,3,4\n", "line 2, 2: "],
    ["a row too short", "entry,A,B\nP1,1,2\nP2,1\n", "line 3, -: must have 3 columns, has 2"],
    ["an empty file", "", "holds no table of marks"],
    ["a head alone", "entry,A,B\n", "holds no table of marks"],
  ])("refuses %s", async (_, text, words) => {
    const { code, err, isWritten } = await give("reliability", text);
    expect([code, isWritten]).toEqual([1, false]);
    expect(err).toContain(words);
  });

  it.each([
    ["as R writes it, rows named by number", '"","V1","V2","V3"\n"1",3,3,2\n"2",3,6,1\n"3",3,4,4\n'],
    ["as R writes it without a corner", "V1,V2,V3\n1,3,3,2\n2,3,6,1\n3,3,4,4\n"],
    ["rows and columns counted from 0", ",0,1,2\n0,3,3,2\n1,3,6,1\n2,3,4,4\n"],
    ["entries named by number", "entry,A,B,C\n17,3,3,2\n4,3,6,1\n9,3,4,4\n"],
    ["assessors only", "A,B,C\n3,3,2\n3,6,1\n3,4,4\n"],
    ["no names at all", "3,3,2\n3,6,1\n3,4,4\n"],
    ["all the digits another program computed", "3.000000000000000,3,2\n3,6,1\n3,4,4.0000000000000000000\n"],
  ])("never takes a name for a mark: %s", async (_, text) => {
    const { code, read } = await give("reliability", text);
    expect([code, read()]).toEqual([0, expect.objectContaining({ entries: 3, assessors: 3 })]);
    expect(read<Statistics>()["ICC(1)"]?.value).toBeCloseTo(-2 / 7, 12);
  });

  it("refuses an entry that comes twice or has no name", async () => {
    const { code, err } = await give("reliability", "entry,A,B\nP1,1,2\nP1,3,4\n,5,6\n");
    expect(code).toBe(1);
    expect(err).toMatch(/line 3, 1: P1 comes twice\n.+line 4, 1: /);
  });

  it("takes assessors named by numbers for names, not for an entry's marks", async () => {
    const { read } = await give("reliability", "entry,1,2,3\nP1,7,8,9\nP2,5,6,7\n");
    expect(read<{ entries: number; assessors: number }>()).toMatchObject({ entries: 2, assessors: 3 });
  });
});
