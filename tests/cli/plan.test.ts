import { describe, expect, it } from "vitest";
import { rehearsalOf } from "#app/cli/season/edition.ts";
import { type PlannedDraft, planDrafts } from "#app/cli/season/plan.ts";
import { inventAnswers } from "#app/cli/season/texts.ts";
import type { Agency, AgencyId } from "#app/features/agencies/types.ts";
import { presets } from "#app/features/competitions/presets/registry.ts";
import { askedFields, stateOf } from "#app/features/proposals/form/rules.ts";
import { quotaOf } from "#app/features/proposals/eligibility/rules.ts";
import { seededRandom } from "#app/lib/random.ts";
import { countWords } from "#app/lib/words.ts";

const agencies = Array.from({ length: 60 }, (_, index): Agency => ({
  id: `agc_${index}` as AgencyId,
  code: String(index),
  name: `Pemerintah Kabupaten ${index}`,
  kind: "kabupaten",
  provinceCode: "33",
  parentId: null,
  zone: "Asia/Jakarta",
  source: "",
}));

const definitions = presets.map((preset) => [preset.key, rehearsalOf(preset, { year: 2026, opensOn: "2026-03-02" })] as const);
const [, kipp] = definitions[0] as (typeof definitions)[number];

const planOf = (registered: number, seed: number, definition = kipp): PlannedDraft[] =>
  planDrafts(definition, { agencies, registered, random: seededRandom(seed) });

describe("the plan of a season", () => {
  it("is the same for the same seed and another for another", () => {
    expect(planOf(200, 1)).toEqual(planOf(200, 1));
    expect(planOf(200, 2)).not.toEqual(planOf(200, 1));
  });

  it("holds exactly the drafts asked for, 70 % of them submitted, 1.5 % or enough by invitation", () => {
    const plan = planOf(600, 1);
    const count = (test: (draft: PlannedDraft) => boolean): number => plan.filter(test).length;
    expect([plan.length, count(({ fate }) => fate === "submitted")]).toEqual([600, 420]);
    expect(count(({ groupKey }) => groupKey === "khusus")).toBe(30);
    expect(planDrafts(kipp, { agencies: manyAgencies, registered: 3156, random: seededRandom(1) }).filter(({ groupKey }) => groupKey === "khusus").length).toBe(47);
  });

  it("gives no agency more submissions than its quota and no title twice", () => {
    const plan = planOf(700, 3);
    const [group] = kipp.groups;
    const quota = group ? quotaOf(group) : null;
    const perAgency = agencies.map(
      ({ code }) => plan.filter((draft) => draft.agency.code === code && draft.groupKey === group?.key && draft.fate === "submitted").length,
    );
    expect(Math.max(...perAgency)).toBeLessThanOrEqual(quota ?? 0);
    expect(new Set(plan.map(({ title }) => title)).size).toBe(700);
  });

  it("says plainly when the quotas cannot hold so many", () => {
    expect(() => planOf(1_000, 1)).toThrow("more submissions than quotas allow in group umum");
  });
});

const manyAgencies = Array.from({ length: 10 }, (_, copy) => agencies.map((agency) => ({ ...agency, code: `${copy}.${agency.code}` }))).flat();

describe.each(definitions)("invented answers to the form of %s", (_key, definition) => {
  it("answer every question asked of every group, within its limits", () => {
    for (const group of definition.groups) {
      const answers = inventAnswers(definition, group.key, seededRandom(5));
      const faulty = askedFields(definition, group.key, answers)
        .filter(({ kind }) => kind !== "file" && kind !== "statement")
        .filter((field) => {
          const value = answers[field.key] ?? "";
          return stateOf(field, { value, words: countWords(value), hasFile: false }) !== "complete";
        });
      expect(faulty.map(({ key }) => key)).toEqual([]);
    }
  });
});
