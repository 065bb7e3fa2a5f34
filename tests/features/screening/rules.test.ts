import { describe, expect, it } from "vitest";
import type { Definition } from "#app/features/competitions/definition/types.ts";
import type { SubmittedContent } from "#app/features/proposals/types.ts";
import { caseStates } from "#db/schema/screening.ts";
import type { CaseState, CaseStep, ChecklistItem } from "#app/features/screening/types.ts";
import { readingOf } from "#app/features/screening/reading/rules.ts";
import { checkKeysFor, checklistFor } from "#app/features/screening/checklist/rules.ts";
import * as rules from "#app/features/screening/rules.ts";
import type { Id } from "#app/lib/ids.ts";
import { definition as form, question, refusalOf } from "#tests/features/proposals/scene.ts";
import { allPassed, judged, oneFailed } from "#tests/features/screening/scene.ts";

const definition: Definition = { ...form, ...judged };

const letter = { id: "att_1" as Id<"attachment">, fieldKey: "surat", fileName: "Surat.pdf", bytes: 300, sha256: "00" };

const content: SubmittedContent = {
  version: 1,
  sha256: "00",
  submittedAt: 0,
  title: "Apotek Singgah",
  groupKey: "umum",
  categoryKey: "layanan",
  startedOn: "2024-04-16",
  unit: "Dinas Kesehatan",
  innovator: "Tim Apotek",
  answers: { ringkasan: { value: "obat sampai di pulau", words: 4 }, aplikasi: { value: "tidak", words: 0 } },
  attachments: [letter],
};

const hintOnly = ({ key, state, hint, params }: ChecklistItem) => ({ key, state, hint, params });

const hintsOf = (change: Partial<SubmittedContent>, sameTitle: string[] = []) =>
  Object.fromEntries(checklistFor(definition, { ...content, ...change }, { sameTitle }).map((item) => [item.key, hintOnly(item)]));

describe("the checklist", () => {
  it("finds a whole entry in order and leaves the category to a person", () => {
    expect(checklistFor(definition, content).map(hintOnly)).toEqual([
      { key: "age", state: "ok", hint: "ageEnough", params: { months: 24, minimum: 24 } },
      { key: "completeness", state: "ok", hint: "complete", params: {} },
      { key: "statementLetters", state: "ok", hint: "lettersThere", params: { count: 1 } },
      { key: "title", state: "ok", hint: "titleUnique", params: {} },
      { key: "category", state: "look", hint: "categoryLook", params: { category: definition.categories[0]?.name } },
    ]);
  });

  it("points at an innovation a day too young on the last day of registration", () => {
    expect(hintsOf({ startedOn: "2024-04-17" }).age).toEqual({
      key: "age",
      state: "attention",
      hint: "ageShort",
      params: { months: 23, minimum: 24 },
    });
  });

  it("says nothing of an age the edition does not ask", () => {
    const groups = definition.groups.map((group) => ({ ...group, minimumAgeMonths: null }));
    expect(checklistFor({ ...definition, groups }, content).map(hintOnly)[0]).toEqual({ key: "age", state: "look", hint: "ageUnknown", params: {} });
  });

  it("counts what is missing, over the limit or unreadable", () => {
    const answers = { ringkasan: { value: "satu dua tiga empat lima enam", words: 6 } };
    expect(hintsOf({ answers }).completeness).toEqual({ key: "completeness", state: "attention", hint: "incomplete", params: { count: 2 } });
  });

  it("counts the statement letters that are missing", () => {
    expect(hintsOf({ attachments: [] }).statementLetters).toEqual({
      key: "statementLetters",
      state: "attention",
      hint: "lettersMissing",
      params: { count: 1 },
    });
  });

  it("names the entries that bear the same title", () => {
    expect(hintsOf({}, ["2026-0002", "2026-0007"]).title).toEqual({
      key: "title",
      state: "attention",
      hint: "titleRepeated",
      params: { numbers: "2026-0002, 2026-0007" },
    });
  });

  it("asks for statement letters only where the form demands files", () => {
    const fields = definition.fields.filter((field) => field.kind !== "file");
    expect(checkKeysFor({ ...definition, fields }, "umum")).toEqual(["age", "completeness", "title", "category"]);
    expect(checkKeysFor({ ...definition, fields: [...fields, question("x", { kind: "file", required: false })] }, "umum")).toEqual([
      "age",
      "completeness",
      "title",
      "category",
    ]);
  });
});

describe("a decision", () => {
  const keys = checkKeysFor(definition, "umum");
  const reason = "Judul sama dengan proposal lain.";

  it.each([
    ["a pass with every check passed", { outcome: "passed", checks: allPassed(), reason: "" }, "done"],
    ["a failure with a failed check and a reason", { outcome: "failed", checks: oneFailed(), reason }, "done"],
    ["a check left open", { outcome: "passed", checks: allPassed().slice(1), reason: "" }, "screening.checksMissing"],
    ["a pass with a failed check", { outcome: "passed", checks: oneFailed(), reason: "" }, "screening.passedWithFault"],
    ["a failure with every check passed", { outcome: "failed", checks: allPassed(), reason }, "screening.failedWithoutFault"],
    ["a failure without a reason", { outcome: "failed", checks: oneFailed(), reason: " ".repeat(30) }, "screening.reasonMissing"],
    ["a failure with a reason of 19 letters", { outcome: "failed", checks: oneFailed(), reason: "a".repeat(19) }, "screening.reasonMissing"],
    ["a failure with a reason of 20 letters", { outcome: "failed", checks: oneFailed(), reason: "a".repeat(20) }, "done"],
  ] as const)("%s", (_, decision, answer) => {
    expect(refusalOf(() => rules.checkDecision(keys, decision))).toBe(answer);
  });
});

describe("the queue", () => {
  it("places every case for whoever looks", () => {
    const places = caseStates.map((state) => [rules.queueStateOf(state, null), rules.queueStateOf(state, "me"), rules.queueStateOf(state, "other")]);
    const decided = ["decided", "decided", "decided"];
    expect(Object.fromEntries(caseStates.map((state, index) => [state, places[index]]))).toEqual({
      open: ["free", "mine", "taken"],
      proposed: ["second", "mine", "taken"],
      disputed: ["second", "mine", "taken"],
      returned: ["returned", "returned", "returned"],
      passed: decided,
      failed: decided,
      admitted: decided,
      rejected: decided,
      appealed: ["appealed", "appealed", "appealed"],
      upheld: decided,
      dismissed: decided,
    });
  });

  it("is refused by an edition without a stage of screening", () => {
    expect(refusalOf(() => rules.screeningStage({ ...definition, stages: [] }))).toBe("screening.noStage");
  });
});

describe("reading", () => {
  it("shows what was asked, in the order of the form, with files and the names of choices", () => {
    const view = readingOf(definition, content).map(({ key, text, choices, words, limit, files }) => ({ key, text, choices, words, limit, files }));
    const { fieldKey: _field, sha256: _sha, ...file } = letter;
    expect(view).toEqual([
      { key: "ringkasan", text: "obat sampai di pulau", choices: [], words: 4, limit: 5, files: [] },
      { key: "aplikasi", text: "", choices: [{ id: "Tidak", en: "Tidak" }], words: 0, limit: null, files: [] },
      { key: "surat", text: "", choices: [], words: 0, limit: null, files: [file] },
    ]);
  });
});

describe("the status machine of a case", () => {
  const steps: CaseStep[] = [
    ...["pass", "fail", "propose", "confirm", "disagree", "settlePass", "settleFail"],
    ...["return", "resume", "undo", "announce", "appeal", "uphold", "dismiss"],
  ] as CaseStep[];
  const table: Record<CaseState, Partial<Record<CaseStep, CaseState>>> = {
    open: { pass: "passed", fail: "failed", propose: "proposed", return: "returned" },
    proposed: { confirm: "failed", disagree: "disputed", undo: "open" },
    disputed: { settlePass: "passed", settleFail: "failed", undo: "open" },
    returned: { resume: "open" },
    passed: { announce: "admitted", undo: "open" },
    failed: { announce: "rejected", undo: "open" },
    admitted: {},
    rejected: { appeal: "appealed" },
    appealed: { uphold: "upheld", dismiss: "dismissed" },
    upheld: {},
    dismissed: {},
  };
  for (const state of caseStates) {
    for (const step of steps) {
      const expected = table[state][step] ?? "screening.stepNotPossible";
      it(`${step} from ${state} gives ${expected}`, () => {
        let next = "";
        const refusal = refusalOf(() => (next = rules.nextState(state, step)));
        expect(refusal === "done" ? next : refusal).toBe(expected);
        expect(rules.canStep(state, step)).toBe(table[state][step] !== undefined);
      });
    }
  }

  it("lets the first decide alone, or asks a second where the edition says so", () => {
    const said = (second: boolean) =>
      (["open", "proposed", "disputed"] as const).flatMap((state) =>
        (["passed", "failed"] as const).map((outcome) => rules.stepOf(state, outcome, { secondScreener: second }).step),
      );
    expect(said(false)).toEqual(["pass", "fail", "disagree", "confirm", "settlePass", "settleFail"]);
    expect(said(true)).toEqual(["pass", "propose", "disagree", "confirm", "settlePass", "settleFail"]);
    expect(refusalOf(() => rules.stepOf("returned", "passed", { secondScreener: true }))).toBe("screening.withAgency");
    expect(refusalOf(() => rules.stepOf("passed", "failed", { secondScreener: true }))).toBe("screening.alreadyDecided");
  });
});
