import { describe, expect, it } from "vitest";
import {
  answerWords,
  askedFields,
  chosen,
  isDay,
  numberOf,
  readAnswers,
  readSectionForm,
  sectionKeyOf,
  sectionsOf,
  sectionState,
  stateOf,
} from "#app/features/proposals/form/rules.ts";
import { definition, question, refusalOf } from "#tests/features/proposals/scene.ts";

const given = (value: string, words = 1, hasFile = false) => ({ value, words, hasFile });

describe("questions asked", () => {
  const keys = (group: string, values: Record<string, string>) => askedFields(definition, group, values).map(({ key }) => key);

  it("leaves out other groups' questions and follow-ups whose option is not chosen", () => {
    expect(keys("umum", {})).toEqual(["ringkasan", "aplikasi", "surat"]);
    expect(keys("umum", { aplikasi: "ya" })).toEqual(["ringkasan", "aplikasi", "spbe", "surat"]);
    expect(keys("khusus", { aplikasi: "tidak" })).toEqual(["ringkasan", "aplikasi", "pembaruan", "surat"]);
  });

  it("leaves out a follow-up of a follow-up that is not asked", () => {
    const deep = { ...definition, fields: [...definition.fields, question("alamat", { when: { field: "spbe", option: "x" } })] };
    expect(askedFields(deep, "umum", { aplikasi: "tidak", spbe: "x" }).map(({ key }) => key)).not.toContain("alamat");
  });

  it("gives every long text its own section, short questions one, files one", () => {
    const fields = askedFields(definition, "khusus", { aplikasi: "ya" });
    expect(sectionsOf(fields).map(({ key, fields: of }) => [key, of.map((field) => field.key)])).toEqual([
      ["ringkasan", ["ringkasan"]],
      ["pembaruan", ["pembaruan"]],
      ["details", ["aplikasi", "spbe"]],
      ["files", ["surat"]],
    ]);
  });

  it("sets apart a question that bears the name of a section of its own", () => {
    expect(sectionKeyOf(question("files"))).toBe("q-files");
  });
});

describe("state of an answer", () => {
  it("holds word limits hard: the limit is complete, one more is over", () => {
    expect(stateOf(question("a"), given("x", 5))).toBe("complete");
    expect(stateOf(question("a"), given("x", 6))).toBe("over");
    expect(stateOf(question("a", { maxWords: 0 }), given("x", 9_000))).toBe("complete");
    expect(stateOf(question("a", { maxWords: null }), given("x", 9_000))).toBe("complete");
  });

  it("takes signs without a word for no answer", () => {
    expect(stateOf(question("a"), given("...", 0))).toBe("missing");
    expect(stateOf(question("a", { required: false }), given("", 0))).toBe("empty");
  });

  it("asks a file of a file question only", () => {
    const file = question("a", { kind: "file" });
    expect(stateOf(file, given("", 0, true))).toBe("complete");
    expect(stateOf(file, given("", 0, false))).toBe("missing");
    expect(stateOf(question("a"), given("", 0, true))).toBe("missing");
  });

  it("reads numbers within their bounds, days that exist, addresses and offered options", () => {
    const number = question("a", { kind: "number", min: 0, max: 100 });
    expect(["84", "84,5", "100", "100,1", "-1", "delapan"].map((text) => stateOf(number, given(text)))).toEqual([
      ...["complete", "complete", "complete"],
      ...["invalid", "invalid", "invalid"],
    ]);
    const day = question("a", { kind: "date" });
    expect(["2026-02-28", "2026-02-29"].map((text) => stateOf(day, given(text)))).toEqual(["complete", "invalid"]);
    const url = question("a", { kind: "url" });
    expect(["https://youtu.be/x", "youtu.be/x", "https://x"].map((text) => stateOf(url, given(text)))).toEqual([
      ...["complete", "invalid", "invalid"],
    ]);
    const options = [{ key: "ya", name: { id: "Ya", en: "Yes" } }];
    const choice = question("a", { kind: "choice", options });
    expect(["ya", "mungkin"].map((text) => stateOf(choice, given(text)))).toEqual(["complete", "invalid"]);
    const several = question("a", { kind: "multiChoice", options });
    expect(['["ya"]', "[]", '["ya","x"]'].map((text) => stateOf(several, given(text)))).toEqual(["complete", "missing", "invalid"]);
  });

  it("reads one choice, several, and nonsense as none", () => {
    expect(chosen("ya")).toEqual(["ya"]);
    expect(chosen('["a","b"]')).toEqual(["a", "b"]);
    expect(chosen("[oops")).toEqual([]);
    expect(chosen(undefined)).toEqual([]);
  });

  it("reads numbers with comma or point", () => {
    expect(["84", "84,5", "84.5", "1.000.000", "", "1e3"].map(numberOf)).toEqual([84, 84.5, 84.5, null, null, null]);
  });

  it("knows days that do not exist", () => {
    expect(["2024-02-29", "2026-13-01", "2026-1-1"].map(isDay)).toEqual([true, false, false]);
  });
});

describe("typed answers", () => {
  it("keeps one kind of line end", () => {
    expect(readAnswers(definition, "umum", { ringkasan: "a\r\nb" })).toEqual([["ringkasan", "a\nb"]]);
  });

  it("refuses questions of another group, files as text, and texts without end", () => {
    expect(refusalOf(() => readAnswers(definition, "umum", { pembaruan: "x" }))).toBe("pembaruan unknownField");
    expect(refusalOf(() => readAnswers(definition, "umum", { surat: "x" }))).toBe("surat unknownField");
    expect(refusalOf(() => readAnswers(definition, "umum", { ringkasan: "x".repeat(60_001) }))).toBe("ringkasan tooLong");
  });
});

describe("a section's form", () => {
  it("answers every question it shows, with the revision it shows", () => {
    const sent = [
      ["base:a", "3"],
      ["a", "teks"],
      ["base:b", "0"],
      ["several:b", "yes"],
      ["b", "x"],
      ["b", "y"],
      ["base:c", "1"],
      ["several:c", "yes"],
      ["then", "d"],
    ] as const;
    expect(readSectionForm(sent)).toEqual({ answers: { a: "teks", b: '["x","y"]', c: "[]" }, bases: { a: 3, b: 0, c: 1 } });
  });

  it("is over before it is unreadable, and complete once nothing is missing", () => {
    expect(sectionState(["complete", "over", "invalid"])).toBe("over");
    expect(sectionState(["complete", "invalid", "missing"])).toBe("invalid");
    expect(sectionState(["complete", "missing"])).toBe("partial");
    expect(sectionState(["missing", "empty"])).toBe("missing");
    expect(sectionState(["complete", "empty"])).toBe("complete");
  });

  it("says options by their names", () => {
    const options = [
      { key: "a", name: { id: "Satu", en: "One" } },
      { key: "b", name: { id: "Dua", en: "" } },
    ];
    expect(answerWords(question("f", { kind: "multiChoice", options }), '["a","b"]')).toEqual({ id: "Satu, Dua", en: "One, Dua" });
    expect(answerWords(question("f"), "teks")).toEqual({ id: "teks", en: "teks" });
  });
});
