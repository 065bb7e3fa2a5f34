import { describe, expect, it } from "vitest";
import { cellName, rowsOf, rowsMark, shownRows } from "#app/features/proposals/form/rows/rules.ts";
import {
  answerWords,
  askedFields,
  readAnswers,
  readSectionForm,
  sectionKeyOf,
  sectionsOf,
  sectionState,
  stateOf,
} from "#app/features/proposals/form/rules.ts";
import { chosen, isDay, isWebAddress, numberOf, videoOf } from "#app/features/proposals/form/values/rules.ts";
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

  it("puts named pages where their first question stands, with their words, and leaves out those of which nothing is asked", () => {
    const named = ["bukti", "sepi"].map((key) => ({ key, name: { id: key, en: key }, help: { id: `tentang ${key}`, en: "" } }));
    const fields = [
      question("ringkasan"),
      question("foto", { kind: "file", section: "bukti" }),
      question("dampak"),
      question("angka", { kind: "number", section: "bukti" }),
      question("nomor", { kind: "number" }),
    ];
    expect(sectionsOf(fields, named).map(({ key, label, help, alone, fields: of }) => [key, label?.id, help?.id, alone, of.map((field) => field.key)])).toEqual([
      ["ringkasan", "ringkasan", undefined, true, ["ringkasan"]],
      ["s_bukti", "bukti", "tentang bukti", false, ["foto", "angka"]],
      ["dampak", "dampak", undefined, true, ["dampak"]],
      ["details", undefined, undefined, false, ["nomor"]],
    ]);
  });

  it("asks a follow-up only of the groups its question is asked of", () => {
    const fields = [
      question("pernah", { kind: "choice", groups: ["umum"], options: [{ key: "ya", name: { id: "Ya", en: "Yes" } }] }),
      question("judul-lama", { when: { field: "pernah", option: "ya" } }),
    ];
    const rules = { ...definition, fields };
    expect(askedFields(rules, "umum", { pernah: "ya" }).map(({ key }) => key)).toEqual(["pernah", "judul-lama"]);
    expect(askedFields(rules, "khusus", { pernah: "ya" })).toEqual([]);
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
    const video = question("a", { kind: "video" });
    expect(["https://youtu.be/x", "http://youtu.be/x", "youtu.be/x", "https://orang:sandi@contoh.id/x", "javascript:alert(1)"].map((text) => stateOf(video, given(text)))).toEqual([
      ...["complete", "invalid", "invalid", "invalid", "invalid"],
    ]);
    const options = [{ key: "ya", name: { id: "Ya", en: "Yes" } }];
    const choice = question("a", { kind: "choice", options });
    expect(["ya", "mungkin"].map((text) => stateOf(choice, given(text)))).toEqual(["complete", "invalid"]);
    const several = question("a", { kind: "multiChoice", options });
    expect(['["ya"]', "[]", '["ya","x"]'].map((text) => stateOf(several, given(text)))).toEqual(["complete", "missing", "invalid"]);
  });

  it("asks a file of a statement letter, too", () => {
    const letter = question("a", { kind: "statement" });
    expect([stateOf(letter, given("", 0, true)), stateOf(letter, given("ada", 1, false))]).toEqual(["complete", "missing"]);
    expect(sectionKeyOf(letter)).toBe("files");
  });

  it("knows where a film is watched, by its host alone", () => {
    const places = ["https://www.youtube.com/watch?v=1", "https://youtu.be/1", "https://drive.google.com/x", "https://vimeo.com/1", "https://youtube.com.contoh.id/1"];
    expect(places.map((text) => videoOf(text)?.place)).toEqual(["youtube", "youtube", "drive", "vimeo", "other"]);
    expect(videoOf(" https://contoh.go.id/film ")).toEqual({ href: "https://contoh.go.id/film", host: "contoh.go.id", place: "other" });
  });

  it("takes for an address of the web what has a whole host name", () => {
    expect(["https://contoh.go.id", "http://x.id/a?b=c", "https://x", "ftp://x.id", "https://x.id/a b", "https://.id"].map(isWebAddress)).toEqual([
      ...[true, true, false, false, false, false],
    ]);
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

describe("rows", () => {
  const columns = [
    { key: "tahun", kind: "number" as const, label: { id: "Tahun", en: "Year" }, required: true },
    { key: "judul", kind: "shortText" as const, label: { id: "Judul", en: "" }, required: true },
    { key: "bukti", kind: "url" as const, label: { id: "Bukti", en: "Proof" }, required: false },
  ];
  const rows = question("penghargaan", { kind: "rows", columns, minRows: 1, maxRows: 2 });
  const line = (tahun: string, judul = "Antar", bukti = "") => ({ tahun, judul, bukti });
  const stateAs = (lines: unknown, change = {}) => stateOf({ ...rows, ...change }, given(JSON.stringify(lines)));

  it("are complete from the least to the most lines, each with its required cells, and invalid beyond", () => {
    expect(stateAs([line("2019")])).toBe("complete");
    expect(stateAs([line("2019"), line("2020")])).toBe("complete");
    expect(stateAs([line("2019"), line("2020"), line("2021")])).toBe("invalid");
    expect(stateAs([line("2019")], { minRows: 2 })).toBe("invalid");
    expect(stateAs([line("2019", "")])).toBe("invalid");
  });

  it("read each cell as its column asks", () => {
    expect(stateAs([line("kemarin")])).toBe("invalid");
    expect(stateAs([line("2019", "Antar", "contoh")])).toBe("invalid");
    expect(stateAs([line("2019", "Antar", "https://contoh.go.id/sk")])).toBe("complete");
    expect(stateAs([line("2019", "x".repeat(301))])).toBe("invalid");
  });

  it("are missing when required and empty, and need no least number when nobody must answer", () => {
    expect(stateAs([])).toBe("missing");
    expect(stateAs([], { required: false, minRows: 2 })).toBe("empty");
  });

  it("are nonsense when they are no list of lines", () => {
    for (const text of ["teks", "{}", "[1]", '[["a"]]', '[{"tahun":2019}]', "[null]"]) expect(stateOf(rows, given(text))).toBe("invalid");
    expect(rowsOf("teks")).toBeNull();
  });

  it("are kept in one form: cleaned, by column, without empty cells and lines, and without columns nobody asked for", () => {
    const rules = { ...definition, fields: [rows] };
    const typed = JSON.stringify([{}, { judul: " An\u200btar ", tahun: "2019", lain: "x" }, line("", " ")]);
    expect(readAnswers(rules, "umum", { penghargaan: typed })).toEqual([["penghargaan", '[{"tahun":"2019","judul":"Antar"}]']]);
    expect(readAnswers(rules, "umum", { penghargaan: "[{}]" })).toEqual([["penghargaan", ""]]);
  });

  it("are read from the cells of a form, in the order of their lines, and from no other question's", () => {
    const sent = [
      ["base:a", "0"],
      [rowsMark("a"), "yes"],
      [cellName("a", 10, "tahun"), "2021"],
      [cellName("a", 2, "tahun"), "2019"],
      [cellName("a", 2, "judul"), "Antar"],
      [cellName("ab", 1, "tahun"), "1990"],
    ] as const;
    expect(readSectionForm(sent).answers).toEqual({ a: '[{"tahun":"2019","judul":"Antar"},{"tahun":"2021"}]' });
  });

  it("say themselves one a line, in both languages", () => {
    expect(answerWords(rows, JSON.stringify([line("2019"), { tahun: "2020" }]))).toEqual({
      id: "Tahun: 2019; Judul: Antar\nTahun: 2020",
      en: "Year: 2019; Judul: Antar\nYear: 2020",
    });
  });

  it("offer the least lines and two more at first, then one more, never beyond the most", () => {
    expect(shownRows({ minRows: 1, maxRows: 0 }, [])).toHaveLength(3);
    expect(shownRows({ minRows: 1, maxRows: 2 }, [])).toHaveLength(2);
    expect(shownRows({ minRows: 0, maxRows: 0 }, [{ a: "1" }, { a: "2" }])).toHaveLength(3);
    expect(shownRows({ minRows: 0, maxRows: 2 }, [{ a: "1" }, { a: "2" }])).toHaveLength(2);
  });
});

describe("typed answers", () => {
  it("keeps no sign that nobody sees", () => {
    expect(readAnswers(definition, "umum", { ringkasan: "obat\u200b \u202esampai" })).toEqual([["ringkasan", "obat sampai"]]);
  });

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
