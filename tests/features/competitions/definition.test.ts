import { describe, expect, it } from "vitest";
import { definitionInput } from "#app/features/competitions/definition/inputs.ts";
import { fillGap, gaps, validateDefinition } from "#app/features/competitions/definition/rules.ts";
import type { FaultName } from "#app/features/competitions/definition/faults/types.ts";
import type { AwardList, Criterion, Definition, FormField, InterviewRules, Rubric, Stage } from "#app/features/competitions/definition/types.ts";
import { kipp2022 } from "#app/features/competitions/presets/kipp-2022.ts";
import { rehearsalDefinition } from "#app/features/competitions/presets/rehearsal-values.ts";
import { sp4nLapor2020 } from "#app/features/competitions/presets/sp4n-lapor-2020.ts";
import { definition as english } from "#app/i18n/en/definition.ts";
import { definition as indonesian } from "#app/i18n/id/definition.ts";

const at = { year: 2026, registrationOpensAt: Date.UTC(2026, 2, 16) };
const sound = rehearsalDefinition(kipp2022, at);

const faultsOf = (change: Partial<Definition>, base: Definition = sound): string[] =>
  validateDefinition({ ...base, ...change }).map(({ path, code }) => `${path} ${code.replace("definition.faults.", "")}`);

function changed<T>(items: readonly T[], index: number, change: Partial<T>): T[] {
  return items.map((item, place) => (place === index ? { ...item, ...change } : item));
}

const withField = (index: number, change: Partial<FormField>): Partial<Definition> => ({
  fields: changed(sound.fields, index, change),
});
const withRubric = (index: number, change: Partial<Rubric>): Partial<Definition> => ({
  rubrics: changed(sound.rubrics, index, change),
});
const withCriterion = (index: number, change: Partial<Criterion>): Partial<Definition> =>
  withRubric(0, { criteria: changed(sound.rubrics[0]?.criteria ?? [], index, change) });
const withList = (index: number, change: Partial<AwardList>): Partial<Definition> => ({
  lists: changed(sound.lists, index, change),
});
const withStage = (index: number, change: Partial<Stage>): Partial<Definition> => ({
  stages: changed(sound.stages, index, change),
});
const withInterview = (change: Partial<InterviewRules>): Partial<Definition> => ({
  interview: { ...(sound.interview as InterviewRules), ...change },
});
const opensAt = (index: number): number => sound.stages[index]?.opensAt ?? 0;
const closesAt = (index: number): number => sound.stages[index]?.closesAt ?? 0;
const firstField = sound.fields[0] as FormField;
const firstStage = sound.stages[0] as Stage;
const firstRubric = sound.rubrics[0] as Rubric;

describe("validateDefinition", () => {
  it("finds nothing in a sound definition", () => {
    expect(validateDefinition(sound)).toEqual([]);
  });

  it.each<[string, Partial<Definition>, string[]]>([
    ["a key used twice", { groups: [...sound.groups, ...sound.groups.slice(0, 1)] }, ["groups.2.key keyTwice"]],
    [
      "an option used twice",
      withField(0, { options: [...firstField.options, ...firstField.options.slice(0, 1)] }),
      ["fields.0.options.2.key keyTwice"],
    ],
    ["no category", { categories: [] }, ["categories none"]],
    ["an unknown kind of agency", { agencyKinds: ["kota", "desa"] }, ["agencyKinds.1 agencyKindUnknown"]],
    ["a zone that does not exist", { zone: "Asia/Jogja" }, ["zone zoneUnknown"]],
    [
      "a goal beyond the 17",
      { categories: changed(sound.categories, 1, { sdgs: [17, 18] }) },
      ["categories.1.sdgs sdgUnknown"],
    ],
    ["an objection window of no day", { objections: { windowDays: 0, decisionDays: 5 } }, ["objections.windowDays windowDaysZero"]],
    ["a question for a group that is not there", withField(3, { groups: ["umum", "pelajar"] }), ["fields.3.groups groupUnknown"]],
    [
      "a choice without a choice",
      withField(4, { options: [{ key: "tpb-1", name: { id: "1", en: "1" } }] }),
      ["fields.4.options optionsTooFew"],
    ],
    ["bounds that cross", withField(1, { min: 2014, max: 2014 }), ["fields.1.max boundsCrossed"]],
    ["a file of no size", withField(3, { maxBytes: 0 }), ["fields.3.maxBytes sizeZero"]],
    [
      "a condition on an option that is not there",
      withField(1, { when: { field: "pernah-finalis", option: "mungkin" } }),
      ["fields.1.when whenUnknown"],
    ],
    [
      "a condition on a later question",
      withField(0, { when: { field: "tpb", option: "tpb-1" } }),
      ["fields.0.when whenUnknown"],
    ],
  ])("refuses %s", (_, change, expected) => {
    expect(faultsOf(change)).toEqual(expected);
  });

  it.each<[string, Partial<Definition>, string[]]>([
    [
      "a sheet of a stage that is not there",
      withRubric(1, { stage: "seminar" }),
      [
        "rubrics.1.stage rubricStageUnknown",
        "stages.4 rubricMissing",
        "lists.2.composition.1.stage compositionUnknown",
        "lists.3.composition.1.stage compositionUnknown",
      ],
    ],
    [
      "a sheet of a stage that is not marked",
      { rubrics: [...sound.rubrics, { ...firstRubric, stage: "screening" }] },
      ["rubrics.2.stage rubricStageKind"],
    ],
    ["two sheets of one stage", { rubrics: [...sound.rubrics, firstRubric] }, ["rubrics.2.stage rubricTwice"]],
    ["a sheet without readers", withRubric(0, { readers: 0 }), ["rubrics.0.readers readersNone"]],
    [
      "weights that fall short of the whole",
      withCriterion(0, { weightBp: 499 }),
      ["rubrics.0.criteria weightsSum"],
    ],
    [
      "known weights that leave nothing for the unknown one",
      withRubric(0, { criteria: [...firstRubric.criteria, { ...(firstRubric.criteria[0] as Criterion), key: "lain", weightBp: null }] }),
      ["rubrics.0.criteria weightsSum"],
    ],
    [
      "a weight of zero",
      withRubric(0, { criteria: changed(changed(firstRubric.criteria, 0, { weightBp: 0 }), 1, { weightBp: 2_500 }) }),
      ["rubrics.0.criteria.0.weightBp weightZero"],
    ],
    [
      "levels with a hole",
      withCriterion(1, { levels: changed(firstRubric.criteria[1]?.levels ?? [], 2, { from: 6_001 }) }),
      ["rubrics.0.criteria.1.levels levelsBroken"],
    ],
    [
      "levels that end below the highest mark",
      withCriterion(1, { levels: firstRubric.criteria[1]?.levels.slice(0, 4) ?? [] }),
      ["rubrics.0.criteria.1.levels levelsBroken"],
    ],
    ["a claim nobody asks for", withCriterion(2, { claimField: "signifikansi" }), ["rubrics.0.criteria.2.claimField claimUnknown"]],
  ])("refuses %s", (_, change, expected) => {
    expect(faultsOf(change)).toEqual(expected);
  });

  it("refuses a sheet on which nobody can score", () => {
    const criteria = firstRubric.criteria.map((criterion) => ({ ...criterion, levels: [] }));
    expect(faultsOf(withRubric(0, { maxMark: 0, criteria }))).toEqual(["rubrics.0.maxMark maxMarkZero"]);
  });

  it.each<[string, Partial<Definition>, string[]]>([
    [
      "a list of a stage where none is determined",
      withList(1, { stage: "desk" }),
      ["lists.1.stage listStageUnknown", "lists.1.composition.0.stage compositionLater"],
    ],
    ["a list for nobody", withList(1, { groups: [] }), ["lists.1.groups none", "lists.3.groups listGroupsWider"]],
    ["a list of a group that is not there", withList(0, { groups: ["umum", "pelajar"] }), ["lists.0.groups groupUnknown"]],
    ["a list of no places", withList(3, { size: 0 }), ["lists.3.size sizeZero"]],
    ["a list from one that is not there", withList(2, { from: "top100" }), ["lists.2.from listFromUnknown"]],
    ["a list from itself", withList(2, { from: "top45" }), ["lists.2.from listFromUnknown"]],
    ["a list from one of the same stage", withList(3, { from: "top45", groups: ["umum"] }), ["lists.3.from listFromLater"]],
    ["a list wider than its origin", withList(2, { groups: ["umum", "khusus"] }), ["lists.2.groups listGroupsWider"]],
    ["a list larger than its origin", withList(3, { size: 16 }), ["lists.3.size listTooLarge"]],
    ["a list without marks", withList(0, { composition: [] }), ["lists.0.composition compositionNone"]],
    [
      "a stage counted twice",
      withList(2, { composition: [{ stage: "desk", weightBp: 5_000 }, { stage: "desk", weightBp: 5_000 }] }),
      ["lists.2.composition.1.stage compositionUnknown"],
    ],
    [
      "a stage counted before it is over",
      withList(0, { composition: [{ stage: "interview", weightBp: 10_000 }] }),
      ["lists.0.composition.0.stage compositionLater"],
    ],
    [
      "stage weights beyond the whole",
      withList(2, { composition: [{ stage: "desk", weightBp: 5_000 }, { stage: "interview", weightBp: 5_001 }] }),
      ["lists.2.composition compositionSum"],
    ],
    ["a pass mark nobody can reach", withList(0, { passMark: 10_001 }), ["lists.0.passMark passMarkTooHigh"]],
    ["a serial code with a slash", withList(0, { serialCode: "T/99" }), ["lists.0.serialCode serialCodeWrong"]],
    ["a serial code used twice", withList(2, { serialCode: "T99" }), ["lists.2.serialCode serialCodeTwice"]],
  ])("refuses %s", (_, change, expected) => {
    expect(faultsOf(change)).toEqual(expected);
  });

  it.each<[string, Partial<Definition>, string[]]>([
    ["an edition without registration", { stages: sound.stages.slice(1), reminders: [] }, ["stages registrationOnce"]],
    [
      "two registrations",
      { stages: [firstStage, { ...firstStage, key: "lagi", opensAt: closesAt(0), closesAt: opensAt(1) }, ...sound.stages.slice(1)] },
      ["stages registrationOnce"],
    ],
    [
      "a registration that is not first",
      { stages: [{ ...(sound.stages[1] as Stage), opensAt: null, closesAt: null }, firstStage, ...sound.stages.slice(2)] },
      ["stages registrationOnce"],
    ],
    ["a window of no length", withStage(0, { closesAt: opensAt(0) }), ["stages.0.closesAt windowEmpty"]],
    ["a stage that opens before the one before it closes", withStage(1, { opensAt: closesAt(0) - 1 }), ["stages.1.opensAt windowOrder"]],
    [
      "a visit that begins before the interviews",
      withStage(5, { opensAt: opensAt(4) - 1 }),
      ["stages.5.opensAt windowOrder"],
    ],
    ["winners before the visits are over", withStage(6, { opensAt: closesAt(5) - 1 }), ["stages.6.opensAt windowOrder"]],
    ["interviews without rules", { interview: null }, ["interview interviewRulesMissing"]],
    ["no minute for an interview", withInterview({ presentationMinutes: 0, questionMinutes: 0 }), ["interview.questionMinutes interviewNoTime"]],
    ["a day without hours", withInterview({ hours: [] }), ["interview.hours none", "interview.perDay perDayTooMany"]],
    ["hours that are none", withInterview({ hours: [["09:00", "12:00"], ["13:00", "25:00"]] }), ["interview.hours.1 hoursWrong"]],
    ["hours that run backwards", withInterview({ hours: [["12:00", "09:00"], ["13:00", "18:00"]] }), ["interview.hours.0 hoursWrong"]],
    ["hours that overlap", withInterview({ hours: [["09:00", "12:00"], ["11:59", "14:20"]] }), ["interview.hours.1 hoursOverlap"]],
    ["more interviews than a day holds", withInterview({ perDay: 14 }), ["interview.perDay perDayTooMany"]],
  ])("refuses %s", (_, change, expected) => {
    expect(faultsOf(change)).toEqual(expected);
  });

  const video = { id: "Cara", en: "Way" };
  const column = { key: "tahun", kind: "number" as const, label: video, required: true };
  const template = { fileName: "surat.docx", contentType: "application/pdf", bytes: 10, sha256: "0".repeat(64) };
  const exclusion = { key: "top45", groups: ["umum"], competitions: ["kipp"], tiers: ["Top 45"], fromYear: 2018, toYear: 2020, times: 1, effect: "refuse" as const, reason: video };
  const quota = { group: "umum", agencyKind: "kota", limit: 5 };
  const requirement = { key: "usia", name: video, help: video, groups: [], fields: [], hint: null };
  const withScreening = (change: Partial<Definition["screening"]>): Partial<Definition> => ({ screening: { ...sound.screening, ...change } });

  it.each<[string, Partial<Definition>, string[]]>([
    ["a question on a page that is not there", withField(3, { section: "bukti" }), ["fields.3.section sectionUnknown"]],
    ["a table without columns", withField(3, { kind: "rows", maxWords: null }), ["fields.3.columns columnsNone"]],
    ["columns of what is no table", withField(3, { columns: [column] }), ["fields.3.columns columnsIdle"]],
    ["a column named twice", withField(3, { kind: "rows", columns: [column, column] }), ["fields.3.columns.1.key keyTwice"]],
    ["more lines at least than at most", withField(3, { kind: "rows", columns: [column], minRows: 3, maxRows: 2 }), ["fields.3.maxRows rowsCrossed"]],
    ["a template of what is no statement", withField(3, { template }), ["fields.3.template templateIdle"]],
    [
      "a template that nobody can fill in",
      withField(3, { kind: "statement", template: { ...template, contentType: "image/png" } }),
      ["fields.3.template templateWrong"],
    ],
    ["an empty template", withField(3, { kind: "statement", template: { ...template, bytes: 0 } }), ["fields.3.template templateWrong"]],
    [
      "a condition on a question of another group",
      { fields: changed(changed(sound.fields, 0, { groups: ["khusus"] }), 1, { groups: ["umum"] }) },
      ["fields.1.when whenOtherGroup"],
    ],
    ["a quota of a group that is not there", { quotas: [{ ...quota, group: "pelajar" }] }, ["quotas.0.group quotaGroupUnknown"]],
    ["a quota of a group by invitation", { quotas: [{ ...quota, group: "khusus" }] }, ["quotas.0.group quotaInvited"]],
    ["a quota of a kind that is not invited", { quotas: [quota], agencyKinds: ["kabupaten"] }, ["quotas.0.agencyKind quotaKindUninvited"]],
    ["a quota given twice", { quotas: [quota, { ...quota, group: null }, quota] }, ["quotas.2 quotaTwice"]],
    ["an exclusion of a group that is not there", { exclusions: [{ ...exclusion, groups: ["pelajar"] }] }, ["exclusions.0.groups groupUnknown"]],
    ["an exclusion whose years are crossed", { exclusions: [{ ...exclusion, fromYear: 2021 }] }, ["exclusions.0.toYear exclusionYears"]],
    ["an exclusion named twice", { exclusions: [exclusion, exclusion] }, ["exclusions.1.key keyTwice"]],
    [
      "a requirement of a group and a question that are not there",
      withScreening({ requirements: [{ ...requirement, groups: ["pelajar"], fields: ["tanya"] }] }),
      ["screening.requirements.0.groups groupUnknown", "screening.requirements.0.fields requirementFieldUnknown"],
    ],
    ["a requirement named twice", withScreening({ requirements: [requirement, requirement] }), ["screening.requirements.1.key keyTwice"]],
    ["a correction of no day", withScreening({ corrections: { times: 1, days: 0 } }), ["screening.corrections.days correctionDaysZero"]],
    ["an appeal that nobody has a day to decide", withScreening({ appealDecisionDays: 0 }), ["screening.appealDecisionDays appealDecisionZero"]],
    ["a reminder of a stage that is not there", { reminders: [{ stage: "final", hoursBefore: 24, to: "writers" }] }, ["reminders.0.stage reminderStageUnknown"]],
    ["a reminder to people without a task in the stage", { reminders: [{ stage: "desk", hoursBefore: 24, to: "writers" }] }, ["reminders.0.to reminderAudience"]],
    ["a reminder at the very end", { reminders: [{ stage: "desk", hoursBefore: 0, to: "assessors" }] }, ["reminders.0.hoursBefore reminderLate"]],
    ["the same reminder twice", { reminders: [...sound.reminders, ...sound.reminders.slice(0, 1)] }, ["reminders.5 reminderTwice"]],
    ["a help contact that cannot be reached", { help: { email: "bantuan@", phone: "", whatsapp: "0812345678" } }, ["help.email helpEmailWrong", "help.whatsapp whatsappWrong"]],
  ])("refuses %s", (_, change, expected) => {
    expect(faultsOf(change)).toEqual(expected);
  });

  it.each<[string, Partial<AwardList>, string[]]>([
    ["a tie rule given twice", { ties: [{ kind: "earlierSubmission" }, { kind: "earlierSubmission" }] }, ["ties.1 tieTwice"]],
    ["a tie asked of a stage that does not count", { ties: [{ kind: "stage", stage: "interview" }] }, ["ties.0 tieStageUncounted"]],
    ["a tie asked of a stage that is not there", { ties: [{ kind: "criterion", stage: "final", criterion: "x" }] }, ["ties.0 tieStageUncounted"]],
    ["a tie asked of a criterion the sheet has not", { ties: [{ kind: "criterion", stage: "desk", criterion: "video" }] }, ["ties.0 tieCriterionUnknown"]],
    ["shares short of the whole", { shares: { by: "agencyKind", parts: [{ key: "kota", weightBp: 9_999 }] } }, ["shares sharesSum"]],
    [
      "shares of a part the list does not hold",
      { shares: { by: "group", parts: [{ key: "umum", weightBp: 5_000 }, { key: "khusus", weightBp: 5_000 }] } },
      ["shares.parts.1.key partUnknown"],
    ],
    [
      "a part that shares twice",
      { shares: { by: "category", parts: ["inklusif", "inklusif"].map((key) => ({ key, weightBp: 5_000 })) } },
      ["shares.parts.1.key partTwice"],
    ],
    ["a minimum of a part the list does not hold", { minima: [{ by: "category", key: "hukum", least: 1 }] }, ["minima.0.key partUnknown"]],
    ["minima of one axis above the places", { minima: ["kota", "kabupaten"].map((key) => ({ by: "agencyKind", key, least: 50 })) }, ["minima minimaAboveSize"]],
  ])("refuses %s", (_, change, expected) => {
    expect(faultsOf(withList(0, change))).toEqual(expected.map((fault) => `lists.0.${fault}`));
  });

  it("takes ties, shares and minima that fit", () => {
    const ties = [{ kind: "criterion", stage: "desk", criterion: "signifikansi" }, { kind: "stage", stage: "desk" }, { kind: "earlierSubmission" }] as const;
    const shares = { by: "agencyKind" as const, parts: [{ key: "kota", weightBp: 2_500 }, { key: "kabupaten", weightBp: 7_500 }] };
    const minima = [{ by: "agencyKind" as const, key: "bumd", least: 50 }, { by: "category" as const, key: "inklusif", least: 99 }];
    expect(faultsOf(withList(0, { ties: [...ties], shares, minima }))).toEqual([]);
  });

  it("refuses interview rules where nobody is interviewed", () => {
    const stages = sound.stages.filter(({ kind }) => kind !== "interview");
    const rubrics = sound.rubrics.filter(({ stage }) => stage !== "interview");
    const lists = sound.lists.map((list) => ({ ...list, composition: [{ stage: "desk", weightBp: 10_000 }] }));
    expect(faultsOf({ stages, rubrics, lists })).toEqual(["interview interviewStageMissing"]);
  });

  it("holds 13 interviews of 20 minutes in a day of 09.00 to 14.20 with an hour's break, and no fewer for the last one's buffer", () => {
    expect(faultsOf(withInterview({ perDay: 13 }))).toEqual([]);
    expect(faultsOf(withInterview({ hours: [["09:00", "09:50"]], bufferMinutes: 10, perDay: 2 }))).toEqual([]);
    expect(faultsOf(withInterview({ hours: [["09:00", "09:49"]], bufferMinutes: 10, perDay: 2 }))).toEqual([
      "interview.perDay perDayTooMany",
    ]);
  });

  it("lets visits run beside interviews", () => {
    expect(faultsOf(withStage(5, { opensAt: opensAt(4), closesAt: closesAt(4) }))).toEqual([]);
  });

  it("counts windows as half-open: the next stage may open at the instant the last one closes", () => {
    expect(faultsOf(withStage(1, { opensAt: closesAt(0) }))).toEqual([]);
  });

  it("takes a claim that the form asks for as a number", () => {
    const base = rehearsalDefinition(sp4nLapor2020, at);
    expect(validateDefinition(base)).toEqual([]);
    const fields = changed(base.fields, 0, { kind: "longText", maxWords: 100 });
    expect(faultsOf({ fields }, base)).toEqual([
      "rubrics.0.criteria.0.claimField claimUnknown",
      "rubrics.1.criteria.0.claimField claimUnknown",
    ]);
  });

  it("says what its message needs", () => {
    const [fault] = validateDefinition({ ...sound, ...withCriterion(0, { weightBp: 499 }) });
    expect(fault?.params).toEqual({ name: sound.stages[2]?.name, percent: 99.99 });
  });
});

describe("fault messages", () => {
  it("exist for every fault that can occur, and for no other", () => {
    const byName: Record<FaultName, string> = indonesian.faults;
    const names: FaultName[] = Object.keys(byName) as (keyof typeof indonesian.faults)[];
    expect(Object.keys(english.faults)).toEqual(names);
  });
});

describe("gaps and fillGap", () => {
  const preset = kipp2022.definition;

  it("names a gap by path, kind and words in both languages", () => {
    const blank = { ...preset, fields: changed(preset.fields, 5, { maxWords: null }) };
    expect(gaps(blank).find(({ path }) => path === "fields.5.maxWords")).toEqual({
      path: "fields.5.maxWords",
      kind: "words",
      label: { id: "Batas kata bagian Signifikansi (0 = tanpa batas)", en: "Word limit of Significance (0 = no limit)" },
    });
  });

  it("closes one gap and touches nothing else", () => {
    const filled = fillGap(preset, "stages.2.opensAt", 1_000);
    expect(gaps(filled)).toEqual(gaps(preset).filter(({ path }) => path !== "stages.2.opensAt"));
    expect(fillGap(filled, "stages.2.opensAt", null)).toEqual(preset);
    expect(filled.fields).toBe(preset.fields);
    expect(preset.stages[2]?.opensAt).toBeNull();
  });

  it("sets nothing but what gaps can name", () => {
    for (const path of ["year", "zone", "lists.0.passMark", "stages.99.opensAt", "fields.0.maxWords", "__proto__.polluted"]) {
      expect(() => fillGap(preset, path, 1)).toThrow(RangeError);
    }
  });

  it("takes whole numbers of zero or more", () => {
    for (const value of [-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => fillGap(preset, "groups.0.quotaPerAgency", value)).toThrow(RangeError);
    }
    expect(fillGap(preset, "groups.0.quotaPerAgency", 0).groups[0]?.quotaPerAgency).toBe(0);
  });
});

describe("definitionInput", () => {
  it("reads what was written", () => {
    expect(definitionInput.parse(JSON.parse(JSON.stringify(sound)))).toEqual(sound);
  });

  it("refuses what it does not know, what is missing and what is not whole", () => {
    const { zone: _zone, ...zoneless } = sound;
    expect(definitionInput.safeParse({ ...sound, tema: "x" }).success).toBe(false);
    expect(definitionInput.safeParse(zoneless).success).toBe(false);
    expect(definitionInput.safeParse({ ...sound, ...withList(0, { size: 98.5 }) }).success).toBe(false);
    expect(definitionInput.safeParse({ ...sound, ...withStage(0, { key: "Pendaftaran Awal" }) }).success).toBe(false);
  });
});
