import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { proofs } from "#tests/architecture/proofs.ts";
import { root, sourcesBelow } from "#tests/architecture/sources.ts";

const features = join(root, "tests/features");

const textOf = (file: string): string => readFileSync(join(features, file), "utf8");

/** Titles of a file as they are written, templates included. */
const titlesOf = (file: string): string[] => [...textOf(file).matchAll(/\bit\(\s*(["`])(.*?)\1,/gs)].map(([, , title = ""]) => title);

/** Texts of every test of the rooms but the tables of permissions, which know who may and not what holds. */
const texts = readdirSync(features, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.test\.tsx?$/.test(file) && !file.endsWith("permissions.test.ts"))
  .map(textOf);

const roomsOfIntake = /^app\/features\/(proposals|screening)\//;
const refusal = /(?:DomainError|notFound)\(\s*"((?:proposals|screening|similarity)\.\w+)"/g;
const fault = /code: (?:[^,{}]* \? )?"((?:proposals)\.\w+)"(?: : "((?:proposals)\.\w+)")?/g;

describe("the rules of intake and screening", () => {
  for (const [subject, rows] of Object.entries(proofs)) {
    it(`of ${subject} are each proved by a test that stands`, () => {
      expect(rows.filter(([, file, title]) => !titlesOf(file).includes(title))).toEqual([]);
    });
  }

  it("are proved one test a rule, and no rule is listed twice", () => {
    const sentences = Object.values(proofs).flatMap((rows) => rows.map(([rule]) => rule));
    expect(sentences.filter((rule, index) => sentences.indexOf(rule) !== index)).toEqual([]);
  });

  it("refuse with no code that no test meets", () => {
    const codes = sourcesBelow("app/features")
      .filter(({ path }) => roomsOfIntake.test(path))
      .flatMap(({ text }) => [...text.matchAll(refusal), ...text.matchAll(fault)].flatMap(([, ...found]) => found.filter(Boolean)));
    expect(codes.length).toBeGreaterThan(60);
    const met = (code: string): boolean => texts.some((text) => text.includes(`"${code}`) || text.includes(` ${code}"`));
    expect([...new Set(codes)].filter((code) => !met(code))).toEqual([]);
  });
});
