import { describe, expect, it } from "vitest";
import { editionInput, gapsInput, newRuleInput, seatInput } from "#app/features/competitions/inputs.ts";
import { InvalidInput } from "#app/lib/errors.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import type { z } from "zod";

const form = (values: Record<string, string>) => new URLSearchParams(values);

function faultsOf(schema: z.ZodType, values: Record<string, string>): string[][] {
  try {
    parseForm(form(values), schema);
    return [];
  } catch (error) {
    if (error instanceof InvalidInput) return error.faults.map(({ path, code }) => [path, code]);
    throw error;
  }
}

const edition = { from: "preset", presetKey: "kipp-2022", year: "2026", slug: "kipp-2026" };

describe("the form of a new edition", () => {
  it("takes an address in any case and knows a ticked rehearsal", () => {
    expect(parseForm(form({ ...edition, slug: " KIPP-2026 ", rehearsal: "yes" }), editionInput)).toEqual({
      from: "preset",
      presetKey: "kipp-2022",
      year: 2026,
      slug: "kipp-2026",
      rehearsal: "yes",
    });
  });

  it.each([
    [{ year: "" }, ["year", "required"]],
    [{ year: "dua ribu" }, ["year", "notANumber"]],
    [{ year: "2026.5" }, ["year", "notWhole"]],
    [{ year: "1999" }, ["year", "tooSmall"]],
    [{ slug: "kipp 2026" }, ["slug", "notASlug"]],
    [{ slug: "-kipp" }, ["slug", "notASlug"]],
    [{ slug: "ab" }, ["slug", "tooShort"]],
    [{ rehearsal: "maybe" }, ["rehearsal", "notAChoice"]],
    [{ extra: "1" }, ["extra", "unknownField"]],
  ])("refuses %j", (change, fault) => {
    expect(faultsOf(editionInput, { ...edition, ...(change as Record<string, string>) })).toEqual([fault]);
  });
});

describe("the form of gaps", () => {
  it("takes any path and needs the revision it was opened with", () => {
    expect(parseForm(form({ revision: "2", "stages.0.opensAt": "" }), gapsInput)).toEqual({ revision: 2, "stages.0.opensAt": "" });
    expect(faultsOf(gapsInput, { revision: "x" })).toEqual([["revision", "notANumber"]]);
  });
});

describe("the form of a seat", () => {
  it("refuses a role that does not exist and an address that is none", () => {
    const seat = { role: "king", name: "Ani", email: "ani", organisation: "Contoh" };
    expect(faultsOf(seatInput, seat)).toEqual([["role", "notAChoice"], ["email", "notAnEmail"]]);
  });
});

describe("the form of a new thing of a list", () => {
  const sent = (fields: Record<string, string>) => new URLSearchParams(fields);

  it("asks for a kind only where the list has kinds", () => {
    const page = newRuleInput({ named: true, kinds: [] });
    expect(parseForm(sent({ nameId: "Inovasi", nameEn: "" }), page)).toEqual({ nameId: "Inovasi", nameEn: "" });
    expect(() => parseForm(sent({ nameId: "", nameEn: "" }), page)).toThrow(InvalidInput);
    const question = newRuleInput({ named: true, kinds: ["longText"] });
    expect(() => parseForm(sent({ nameId: "Uraian", nameEn: "" }), question)).toThrow(InvalidInput);
    expect(parseForm(sent({ nameId: "Uraian", nameEn: "", kind: "longText" }), question).kind).toBe("longText");
  });
});
