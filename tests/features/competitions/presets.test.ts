import { describe, expect, it } from "vitest";
import { fillGap, gaps, sourceOf, validateDefinition } from "#app/features/competitions/definition/rules.ts";
import { definitionInput } from "#app/features/competitions/definition/inputs.ts";
import type { Definition, Preset } from "#app/features/competitions/definition/types.ts";
import { kipp2021 } from "#app/features/competitions/presets/kipp-2021.ts";
import { kipp2022 } from "#app/features/competitions/presets/kipp-2022.ts";
import { kipp2025 } from "#app/features/competitions/presets/kipp-2025.ts";
import { kovablikJatim2025 } from "#app/features/competitions/presets/kovablik-jatim-2025.ts";
import { defaultPresetKey, getPreset, presets } from "#app/features/competitions/presets/registry.ts";
import { rehearsalDefinition } from "#app/features/competitions/presets/rehearsal-values.ts";
import { sp4nLapor2020 } from "#app/features/competitions/presets/sp4n-lapor-2020.ts";

const ages = ({ definition }: Preset): (string | number | null)[][] =>
  definition.groups.map(({ key, minimumAgeMonths, quotaPerAgency, byInvitation }) => [
    key,
    minimumAgeMonths,
    quotaPerAgency,
    byInvitation ? "invited" : "open",
  ]);

const cuts = ({ definition }: Preset): (string | number | null)[][] =>
  definition.lists.map(({ key, groups, size, from, serialCode }) => [key, groups.join("+"), size, from, serialCode]);

const limits = ({ definition }: Preset): Record<string, number | null> =>
  Object.fromEntries(definition.fields.filter(({ kind }) => kind === "longText").map(({ key, maxWords }) => [key, maxWords]));

const weights = ({ definition }: Preset, stage: string): (number | null)[] =>
  definition.rubrics.find((rubric) => rubric.stage === stage)?.criteria.map(({ weightBp }) => weightBp) ?? [];

const minutes = ({ definition: { interview } }: Preset): (number | null | undefined)[] => [
  interview?.presentationMinutes,
  interview?.questionMinutes,
];

const kinds = ({ definition }: Preset): string[] => definition.stages.map(({ kind }) => kind);

describe("presets of real years", () => {
  it("offers five, KIPP 2022 first and by default", () => {
    expect(presets.map(({ key }) => key)).toEqual([
      "kipp-2022",
      "kipp-2021",
      "kipp-2025",
      "kovablik-jatim-2025",
      "sp4n-lapor-2020",
    ]);
    expect(getPreset(defaultPresetKey)).toBe(kipp2022);
  });

  it("refuses a preset that does not exist as not found", () => {
    expect(() => getPreset("kipp-2024")).toThrow(expect.objectContaining({ code: "competitions.presetUnknown", kind: "notFound" }));
  });

  it("keeps KIPP 2021: three groups, ages 2, 1 and 2 years, quota 10 + 5, ten categories", () => {
    expect(ages(kipp2021)).toEqual([
      ["umum", 24, 10, "open"],
      ["replikasi", 12, 5, "open"],
      ["khusus", 24, 0, "invited"],
    ]);
    expect(kipp2021.definition.categories.map(({ name }) => name.id)).toEqual([
      "Pengentasan kemiskinan",
      "Pendidikan",
      "Kesehatan",
      "Ketahanan pangan",
      "Pertumbuhan ekonomi dan kesempatan kerja",
      "Pemberdayaan masyarakat",
      "Pelayanan publik responsif gender",
      "Perlindungan dan pelestarian lingkungan hidup",
      "Tata kelola pemerintahan",
      "Penegakan hukum",
    ]);
  });

  it("keeps KIPP 2021: 99 + 15 + 15 interviewed at 20 minutes, then 45 + 5 + 5", () => {
    expect(cuts(kipp2021)).toEqual([
      ["top99", "umum", 99, null, "T99"],
      ["finalis-replikasi", "replikasi", 15, null, "FR"],
      ["finalis-khusus", "khusus", 15, null, "FK"],
      ["top45", "umum", 45, "top99", "T45"],
      ["top5-replikasi", "replikasi", 5, "finalis-replikasi", "T5R"],
      ["top5-khusus", "khusus", 5, "finalis-khusus", "T5K"],
    ]);
    expect(minutes(kipp2021)).toEqual([7, 13]);
    expect(new Set(Object.values(limits(kipp2021)))).toEqual(new Set([null]));
  });

  it("keeps KIPP 2022: two groups, three categories, 7 + 13 minutes, nine a day, 99 + 15, then 45 + 5", () => {
    expect(ages(kipp2022)).toEqual([
      ["umum", null, null, "open"],
      ["khusus", null, 0, "invited"],
    ]);
    expect(kipp2022.definition.categories.map(({ key }) => key)).toEqual(["inklusif", "efektivitas", "ketahanan"]);
    expect(minutes(kipp2022)).toEqual([7, 13]);
    expect(kipp2022.definition.interview?.perDay).toBe(9);
    expect(cuts(kipp2022)).toEqual([
      ["top99", "umum", 99, null, "T99"],
      ["finalis-khusus", "khusus", 15, null, "FK"],
      ["top45", "umum", 45, "top99", "T45"],
      ["top5-khusus", "khusus", 5, "finalis-khusus", "T5K"],
    ]);
  });

  it("keeps the word limits of the 2022 form and the section weights 5/20/25/5/20/20/5", () => {
    expect(limits(kipp2022)).toEqual({
      "ringkasan": 200,
      "ide-inovatif": 600,
      "signifikansi": 600,
      "kontribusi-tpb": 200,
      "adaptabilitas": 400,
      "keberlanjutan": 600,
      "kolaborasi": 200,
      "pembaruan": 200,
      "adaptabilitas-khusus": 200,
      "penguatan-keberlanjutan": 300,
      "evaluasi": 300,
    });
    expect(weights(kipp2022, "desk")).toEqual([500, 2_000, 2_500, 500, 2_000, 2_000, 500]);
    expect(weights(kipp2022, "interview")).toEqual([null, null, null, null, null]);
  });

  it("asks three statement letters as PDF of at most 2 MB in 2022", () => {
    const letters = kipp2022.definition.fields.filter(({ kind }) => kind === "statement");
    expect(letters.map(({ key, required, maxBytes, accept }) => [key, required, maxBytes, accept])).toEqual([
      ["surat-implementasi", true, 2_097_152, ["application/pdf"]],
      ["surat-identitas", true, 2_097_152, ["application/pdf"]],
      ["surat-replikasi", true, 2_097_152, ["application/pdf"]],
    ]);
  });

  it("asks a film, and one line for each earlier final of whoever had one, on pages of their own in 2022", () => {
    const byKey = new Map(kipp2022.definition.fields.map((field) => [field.key, field]));
    expect([byKey.get("video")?.kind, byKey.get("penghargaan-terdahulu")?.kind]).toEqual(["video", "rows"]);
    expect(byKey.get("penghargaan-terdahulu")).toMatchObject({ minRows: 1, when: { field: "pernah-finalis", option: "ya" } });
    expect(kipp2022.definition.sections.map(({ key }) => kipp2022.definition.fields.filter(({ section }) => section === key).map((field) => field.key))).toEqual([
      ["pernah-finalis", "penghargaan-terdahulu"],
      ["tpb", "kontribusi-tpb"],
      ["video", "surat-implementasi", "surat-identitas", "surat-replikasi"],
    ]);
  });

  it("keeps out of the general group of 2021 the winners since 2014 and whoever was twice in the Top 99", () => {
    const rules = kipp2021.definition.exclusions.map(({ tiers, fromYear, toYear, times, effect }) => [tiers.join(), fromYear, toYear, times, effect]);
    expect(rules).toEqual([
      ["Top 45", 2020, 2020, 1, "refuse"],
      ["Top 45", 2019, 2019, 1, "refuse"],
      ["Top 40", 2018, 2018, 1, "refuse"],
      ["Top 40", 2017, 2017, 1, "refuse"],
      ["Top 35", 2016, 2016, 1, "refuse"],
      ["Top 25", 2015, 2015, 1, "refuse"],
      ["Top 9", 2014, 2014, 1, "refuse"],
      ["Top 99", null, null, 2, "refuse"],
    ]);
  });

  it("asks a replication for the innovation it goes back to", () => {
    for (const { definition } of [kipp2021, kipp2025]) {
      expect(definition.fields.filter(({ key }) => key === "inovasi-asal").map(({ groups, required }) => [groups, required])).toEqual([[["replikasi"], true]]);
    }
  });

  it("leads a screener from each requirement to the questions of its own form, and asks no letters where none are handed in", () => {
    const evidence = Object.fromEntries(kipp2022.definition.screening.requirements.map(({ key, fields }) => [key, fields]));
    expect(evidence["letters"]).toEqual(["surat-implementasi", "surat-identitas", "surat-replikasi"]);
    expect(evidence["exclusions"]).toEqual(["pernah-finalis", "penghargaan-terdahulu"]);
    expect(kipp2021.definition.screening.requirements.map(({ hint }) => hint)).not.toContain("statementLetters");
  });

  it("asks the special group of 2022 its own four questions", () => {
    const asked = kipp2022.definition.fields.filter(({ groups }) => groups.join() === "khusus").map(({ key }) => key);
    expect(asked).toEqual(["pembaruan", "adaptabilitas-khusus", "penguatan-keberlanjutan", "evaluasi"]);
  });

  it("keeps KIPP 2025: pass mark 85, scored by the public, not interviewed, sizes unknown", () => {
    expect(ages(kipp2025).map(([key]) => key)).toEqual(["umum", "replikasi"]);
    expect(kipp2025.definition.lists.map(({ key, passMark, size }) => [key, passMark, size])).toEqual([
      ["finalis", 8_500, null],
      ["pemenang", null, null],
    ]);
    expect(kinds(kipp2025)).toEqual([
      "registration",
      "screening",
      "desk",
      "finalists",
      "desk",
      "publicScoring",
      "winners",
      "ceremony",
    ]);
    expect(kipp2025.definition.interview).toBeNull();
  });

  it("keeps KOVABLIK East Java 2025: limits, weights of both sheets, and 45 of 260", () => {
    expect(limits(kovablikJatim2025)).toEqual({
      "ringkasan": 200,
      "latar-belakang": 300,
      "kebaruan": 600,
      "implementasi": 200,
      "signifikansi": 600,
      "adaptabilitas": 300,
      "sumber-daya": 200,
      "keberlanjutan": 500,
    });
    expect(weights(kovablikJatim2025, "desk")).toEqual([1_000, 1_500, 500, 3_000, 2_000, 500, 1_500]);
    expect(weights(kovablikJatim2025, "interview")).toEqual([3_000, 5_000, 1_000, 1_000]);
    expect(cuts(kovablikJatim2025)).toEqual([
      ["top45", "umum+khusus+replikasi", 45, null, "T45"],
      ["terbaik", "umum+khusus+replikasi", null, "top45", "TB"],
    ]);
    expect(kovablikJatim2025.definition.categories).toHaveLength(11);
  });

  it("keeps SP4N-LAPOR! 2020: three families, 6 + 30 + 10 = 46 finalists, 15 winners, claims that are verified", () => {
    const sizeAt = (stage: string): (number | null)[] =>
      sp4nLapor2020.definition.lists.filter((list) => list.stage === stage).map(({ size }) => size);
    expect(sizeAt("finalists")).toEqual([6, 30, 10]);
    expect(sizeAt("winners")).toEqual([2, 10, 3]);
    const claims = sp4nLapor2020.definition.fields.map(({ key, kind, min, max }) => [key, kind, min, max]);
    expect(claims).toEqual([
      ["klaim-sistem", "number", 0, 100],
      ["klaim-pendorong", "number", 0, 100],
      ["klaim-perbaikan", "number", 0, 100],
      ["klaim-dampak", "number", 0, 100],
      ["klaim-keberlanjutan", "number", 0, 100],
    ]);
    const [verification] = sp4nLapor2020.definition.rubrics;
    expect(verification?.criteria.map(({ claimField }) => claimField)).toEqual(claims.map(([key]) => key));
  });
});

describe.each(presets.map((preset) => [preset.key, preset] as const))("%s", (_, preset) => {
  const { definition } = preset;

  it("passes the schema and contradicts itself nowhere", () => {
    expect(definitionInput.parse(definition)).toEqual(definition);
    expect(validateDefinition(definition)).toEqual([]);
  });

  it("sets no window: each edition has dates of its own", () => {
    expect(definition.stages.flatMap(({ opensAt, closesAt }) => [opensAt, closesAt]).filter((at) => at !== null)).toEqual([]);
  });

  it("names the source of every number", () => {
    const numbers = leavesOf(definition).filter(({ value }) => typeof value === "number");
    expect(numbers.filter(({ path }) => sourceOf(preset, path) === null).map(({ path }) => path)).toEqual([]);
  });

  it("has no source that says nothing or speaks of nothing", () => {
    expect(preset.sources.filter(({ text }) => text.trim() === "")).toEqual([]);
    expect(preset.sources.filter(({ url }) => url !== null && !/^https?:\/\/\S+$/.test(url))).toEqual([]);
    const used = new Set(leavesOf(definition).map(({ path }) => sourceOf(preset, path)));
    const shared = new Set(["interview.bufferMinutes", "lists.*.reserve", "rubrics.*.maxMark"]);
    const idle = preset.sources.filter((source) => !used.has(source) && !shared.has(source.path));
    // A source about something unknown stands where its value would be.
    expect(idle.filter(({ path }) => !pathStands(definition, path)).map(({ path }) => path)).toEqual([]);
  });

  it("lists exactly what is unknown as a gap", () => {
    const unknown = leavesOf(definition)
      .filter(({ value }) => value === null)
      .map(({ path }) => path)
      .filter((path) => mustBeKnown(definition, path));
    expect(gaps(definition).map(({ path }) => path).toSorted()).toEqual(unknown.toSorted());
  });

  it("says every text in both languages, without exclamation marks", () => {
    const texts = leavesOf(definition).filter(({ path }) => /\.(id|en)$/.test(path));
    expect(texts.filter(({ value }) => typeof value !== "string" || value.trim() === "")).toEqual([]);
    expect(texts.filter(({ value }) => String(value).replaceAll("LAPOR!", "").includes("!"))).toEqual([]);
  });

  it("becomes a rehearsal without gaps or faults, from local midnight on", () => {
    const rehearsal = rehearsalDefinition(preset, { year: 2026, registrationOpensAt: Date.UTC(2026, 2, 16, 3, 30) });
    expect(gaps(rehearsal)).toEqual([]);
    expect(validateDefinition(rehearsal)).toEqual([]);
    expect(definitionInput.parse(rehearsal)).toEqual(rehearsal);
    expect(rehearsal.year).toBe(2026);
    expect(rehearsal.name.id).toBe(definition.name.id.replace(String(definition.year), "2026"));
    expect(rehearsal.stages[0]).toMatchObject({ opensAt: Date.UTC(2026, 2, 15, 17), closesAt: Date.UTC(2026, 3, 14, 17) });
    expect(rehearsal.stages.flatMap(({ opensAt }) => (opensAt === null ? [] : [opensAt % 86_400_000]))).toEqual(
      rehearsal.stages.map(() => 17 * 3_600_000),
    );
  });
});

describe("rehearsal values", () => {
  const rehearsal = rehearsalDefinition(kipp2022, { year: 2026, registrationOpensAt: Date.UTC(2026, 2, 16) });

  it("lays KIPP 2022 over about seven months", () => {
    const days = rehearsal.stages.map(({ key, opensAt, closesAt }) => [key, ((closesAt ?? 0) - (opensAt ?? 0)) / 86_400_000]);
    expect(days).toEqual([
      ["registration", 30],
      ["screening", 12],
      ["desk", 29],
      ["finalists", 12],
      ["interview", 21],
      ["visit", 7],
      ["winners", 14],
      ["ceremony", 1],
    ]);
    const [first, last] = [rehearsal.stages[0]?.opensAt ?? 0, rehearsal.stages.at(-1)?.closesAt ?? 0];
    expect((last - first) / 86_400_000).toBe(198);
  });

  it("keeps what the year knows and fills the rest with stated values", () => {
    expect(weights({ ...kipp2022, definition: rehearsal }, "desk")).toEqual([500, 2_000, 2_500, 500, 2_000, 2_000, 500]);
    expect(weights({ ...kipp2022, definition: rehearsal }, "interview")).toEqual([2_000, 2_000, 2_000, 2_000, 2_000]);
    expect(rehearsal.lists.map(({ key, composition }) => [key, composition.map(({ weightBp }) => weightBp)])).toEqual([
      ["top99", [10_000]],
      ["finalis-khusus", [10_000]],
      ["top45", [5_000, 5_000]],
      ["top5-khusus", [5_000, 5_000]],
    ]);
    expect(rehearsal.rubrics.map(({ readers }) => readers)).toEqual([2, 2]);
    expect(rehearsal.groups.map(({ minimumAgeMonths, quotaPerAgency }) => [minimumAgeMonths, quotaPerAgency])).toEqual([
      [12, 10],
      [12, 0],
    ]);
    expect(rehearsal.objections).toEqual({ windowDays: 5, decisionDays: 5 });
  });

  it("leaves the preset as it was", () => {
    expect(kipp2022.definition.year).toBe(2022);
    expect(kipp2022.definition.stages[0]?.opensAt).toBeNull();
  });
});

describe("sourceOf", () => {
  it("prefers the longest pattern, then the one that names the item", () => {
    const at = (path: string): string | undefined => sourceOf(kipp2021, path)?.path;
    expect(at("groups.1.minimumAgeMonths")).toBe("groups.*.minimumAgeMonths");
    expect(at("groups.1.byInvitation")).toBe("groups");
    expect(at("lists.0.size")).toBe("lists.top99.size");
    expect(at("rubrics.0.criteria.2.levels.1.from")).toBe("rubrics.*.criteria.*.levels");
    expect(at("zone")).toBeUndefined();
  });

  it("still knows the source of a value that was filled", () => {
    const filled = fillGap(kipp2022.definition, "objections.decisionDays", 5);
    expect(sourceOf({ ...kipp2022, definition: filled }, "objections.decisionDays")).toBeNull();
    expect(sourceOf({ ...kipp2022, definition: filled }, "objections.windowDays")?.kind).toBe("inference");
  });
});

type Found = { path: string; value: unknown };

function leavesOf(node: unknown, path = ""): Found[] {
  if (typeof node !== "object" || node === null) return [{ path, value: node }];
  return Object.entries(node).flatMap(([key, value]) => leavesOf(value, path ? `${path}.${key}` : key));
}

/** Whether the definition has a place for a pattern, be its value known or not. */
function pathStands(definition: Definition, pattern: string): boolean {
  const [part, item] = pattern.split(".");
  const node = (definition as unknown as Record<string, unknown>)[part ?? ""];
  if (!Array.isArray(node) || item === undefined || item === "*") return node !== undefined && node !== null;
  return (node as { key?: string; stage?: string }[]).some(({ key, stage }) => key === item || stage === item);
}

/**
 * Absence that means something by itself is no gap: no pass mark, no bound, no condition, no claim, no earlier list, no interview,
 * no page of the form, no template, no shares, a quota over all groups, an exclusion of every year.
 */
function mustBeKnown(definition: Definition, path: string): boolean {
  if (/\.(passMark|min|max|when|claimField|from|section|template|shares|hint|divergence)$/.test(path) || path === "interview") return false;
  const [part, index, name] = path.split(".");
  if (part === "quotas" || part === "exclusions") return false;
  if (part !== "fields") return true;
  const field = definition.fields[Number(index)];
  if (name === "maxWords") return field?.kind === "longText" || field?.kind === "shortText";
  return field?.kind === "file" || field?.kind === "statement" || field?.evidence === true;
}

