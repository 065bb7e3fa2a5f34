import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Instance } from "#app/features/assignment/solver/types.ts";
import { inventedInstance } from "#tests/features/assignment/solver/invented.ts";
import { run } from "#tests/support/command.ts";
import { freshFolder } from "#tests/support/folders.ts";

type Result = {
  assignments: [string, string][];
  objective: number;
  status: string;
  gap: number;
  checks: Record<string, unknown>;
  reasons: Record<string, Record<string, string>>;
};

async function assign(instance: unknown, options: string[] = []) {
  const folder = freshFolder();
  const [path, out] = [join(folder, "instance.json"), join(folder, "assignment.json")];
  writeFileSync(path, typeof instance === "string" ? instance : JSON.stringify(instance, null, 1));
  const ran = await run(["assign", "--in", path, "--out", out, ...options], { env: { LANG: "en_GB.UTF-8" } });
  return { ...ran, written: existsSync(out), bytes: () => readFileSync(out, "utf8"), read: () => JSON.parse(readFileSync(out, "utf8")) as Result };
}

const year = inventedInstance({ entries: 80, assessors: 16, readers: 3 });

describe("anugerah assign", () => {
  it("writes pairs, proof, checks and a reason for every pair", async () => {
    const { code, read } = await assign(year);
    const { assignments, status, gap, checks, reasons } = read();
    expect([code, status, gap, assignments.length]).toEqual([0, "optimal", 0, 240]);
    expect(Object.keys(checks)).toEqual(["conflicts", "loads", "expertShare", "sharedOrganisation", "worstEntry", "components", "contrastVarianceRatio"]);
    expect([checks.conflicts, checks.expertShare, checks.sharedOrganisation, checks.components]).toEqual([0, 1, 0, 1]);
    expect(assignments.filter(([entry, person]) => !reasons[entry]?.[person]?.endsWith(".")).length).toBe(0);
    expect(Object.values(reasons).reduce((sum, readers) => sum + Object.keys(readers).length, 0)).toBe(240);
  });

  it("writes the same bytes whatever the order of rows, and others for another seed", async () => {
    const turned = { ...year, entries: [...year.entries].reverse(), assessors: [...year.assessors].reverse() };
    const [one, two, other] = [await assign(year), await assign(turned), await assign(year, ["--seed", "2"])];
    expect(two.bytes()).toBe(one.bytes());
    expect(other.read().assignments).not.toEqual(one.read().assignments);
  });

  it("speaks the language asked for", async () => {
    const { read } = await assign(year, ["--lang", "id"]);
    expect(Object.values(Object.values(read().reasons)[0] ?? {})[0]).toMatch(/^(ahli dalam|mampu menilai) /);
  });

  it("ends with 1, names entries that lack readers and why, and writes nothing", async () => {
    const entry = year.entries[0]?.id as string;
    const conflicts: Instance["conflicts"] = year.assessors.slice(0, 14).map(({ id }) => [id, entry]);
    const { code, err, out, written } = await assign({ ...year, conflicts }, ["--json"]);
    expect([code, written]).toEqual([1, false]);
    expect(err).toContain(`Proposal ${entry} needs 3 readers, but only 2 people may read it. Conflict of interest: E0, E1, E10`);
    expect((JSON.parse(out) as { infeasible: { rule: string; entries: string[] }[] }).infeasible.map(({ rule, entries }) => [rule, entries])).toEqual([["readers", [entry]]]);
  });

  it("says what remains for some when all others read what they may", async () => {
    const people = ["A", "B"].map((id) => ({ id }));
    const { err } = await assign({ readers: 2, load: { min: 0, max: 1 }, entries: [{ id: "P1" }, { id: "P2" }], assessors: people });
    expect(err).toContain("Even if everybody else who may reads them, proposals P1, P2 still need 2 readings from A, who can take 1.");
  });

  it("names the first twenty faults by line and field", async () => {
    const faulty = {
      ...year,
      assessors: [...year.assessors, { ...year.assessors[0], load: { min: 3, max: 1 } }],
      conflicts: Array.from({ length: 25 }, (_, at) => ["E0", `gone ${at}`]),
    };
    const { code, err } = await assign(faulty);
    const lines = JSON.stringify(faulty, null, 1).split("\n");
    const at = lines.findIndex((line) => line.includes("gone 0"));
    expect(code).toBe(1);
    expect(err).toContain("27 faults");
    expect(err).toContain(`line ${at - 1}, conflicts.0: gone 0 is not in the instance`);
    expect(err.split("\n").filter((line) => /^ {2}line \d+,/.test(line)).length).toBe(20);
  });

  it("refuses unknown fields, wrong types and what is no JSON", async () => {
    const strict = await assign({ ...year, readers: "3", colour: 1 });
    expect([strict.code, strict.err.includes("readers"), strict.err.includes("colour")]).toEqual([1, true, true]);
    expect((await assign("{")).code).toBe(1);
    expect((await run(["assign", "--in", "x.json"])).code).toBe(2);
  });
});
