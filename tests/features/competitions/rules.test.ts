import { describe, expect, it } from "vitest";
import { gaps, validateDefinition } from "#app/features/competitions/definition/rules.ts";
import {
  categoryOf,
  checkClosure,
  checkOpening,
  checkSeatRemoval,
  currentStage,
  fieldsFor,
  fillableGaps,
  groupOf,
  isOpen,
  listOf,
  nameForYear,
  readGapValue,
  readGapValues,
  registrationStage,
  requireOpen,
  rubricOf,
  stageOf,
  stagesOfKind,
  typedGapValue,
  upcomingStage,
  valueAt,
} from "#app/features/competitions/rules.ts";
import { seatRoles } from "#app/features/competitions/types.ts";
import { DomainError, InvalidInput } from "#app/lib/errors.ts";
import { seatRoles as columnRoles } from "#db/schema/competitions.ts";
import { smallDefinition, typedValues, unfilledDefinition, wib } from "#tests/features/competitions/small-definition.ts";

function refusalOf(work: () => unknown): { code: string; params: unknown } {
  try {
    work();
  } catch (error) {
    if (error instanceof DomainError) return { code: error.code, params: error.params };
    throw error;
  }
  throw new Error("nothing was refused");
}

describe("the small edition of these tests", () => {
  it("can be opened as it stands", () => {
    expect([gaps(smallDefinition), validateDefinition(smallDefinition)]).toEqual([[], []]);
  });
});

describe("parts of a definition", () => {
  it("are found by their keys", () => {
    expect(stageOf(smallDefinition, "desk").kind).toBe("desk");
    expect(stagesOfKind(smallDefinition, "desk").map(({ key }) => key)).toEqual(["desk"]);
    expect(registrationStage(smallDefinition).key).toBe("registration");
    expect(rubricOf(smallDefinition, "desk").maxMark).toBe(10_000);
    expect(listOf(smallDefinition, "finalis").serialCode).toBe("F02");
    expect(groupOf(smallDefinition, "umum").name.en).toBe("General");
    expect(categoryOf(smallDefinition, "layanan").key).toBe("layanan");
  });

  it("are refused by name when they do not exist", () => {
    expect(refusalOf(() => stageOf(smallDefinition, "x")).code).toBe("competitions.stageUnknown");
    expect(refusalOf(() => rubricOf(smallDefinition, "screening")).code).toBe("competitions.rubricUnknown");
    expect(refusalOf(() => listOf(smallDefinition, "x")).code).toBe("competitions.listUnknown");
    expect(refusalOf(() => groupOf(smallDefinition, "x")).code).toBe("competitions.groupUnknown");
    expect(refusalOf(() => categoryOf(smallDefinition, "x")).code).toBe("competitions.categoryUnknown");
    expect(refusalOf(() => registrationStage({ ...smallDefinition, stages: [] })).code).toBe("competitions.stageUnknown");
  });

  it("ask a question of its groups only", () => {
    const [asked] = smallDefinition.fields;
    const other = { ...asked!, key: "khusus", groups: ["khusus"] };
    expect(fieldsFor({ ...smallDefinition, fields: [asked!, other] }, "umum").map(({ key }) => key)).toEqual(["ringkasan"]);
    expect(fieldsFor({ ...smallDefinition, fields: [asked!, other] }, "khusus").map(({ key }) => key)).toEqual(["ringkasan", "khusus"]);
  });
});

describe("a window", () => {
  const [opensAt, closesAt] = [wib(3, 1), wib(4, 1)];

  it("holds its first millisecond and not the one after its last", () => {
    const at = [opensAt - 1, opensAt, closesAt - 1, closesAt];
    expect(at.map((now) => isOpen({ opensAt, closesAt }, now))).toEqual([false, true, true, false]);
  });

  it("is never open while an end is unknown", () => {
    expect(isOpen({ opensAt, closesAt: null }, opensAt)).toBe(false);
    expect(isOpen({ opensAt: null, closesAt }, opensAt)).toBe(false);
  });

  it("refuses what comes early with its opening and what comes late with its last minute", () => {
    const stage = smallDefinition.stages[0]!.name;
    expect(refusalOf(() => requireOpen(smallDefinition, "registration", opensAt - 1))).toEqual({
      code: "competitions.windowNotYet",
      params: { stage, time: { at: opensAt, zone: "Asia/Jakarta" } },
    });
    expect(refusalOf(() => requireOpen(smallDefinition, "registration", closesAt))).toEqual({
      code: "competitions.windowClosed",
      params: { stage, time: { at: closesAt - 60_000, zone: "Asia/Jakarta" } },
    });
    expect(() => requireOpen(smallDefinition, "registration", closesAt - 1)).not.toThrow();
  });

  it("refuses while it is not set", () => {
    expect(refusalOf(() => requireOpen(unfilledDefinition, "desk", opensAt)).code).toBe("competitions.windowUnset");
  });
});

describe("the present stage", () => {
  it("changes at midnight of the edition's zone", () => {
    const at = [wib(3, 1) - 1, wib(3, 1), wib(4, 1) - 1, wib(4, 1), wib(6, 1), wib(6, 20), wib(6, 21)];
    expect(at.map((now) => currentStage(smallDefinition, now)?.key ?? null)).toEqual([
      null, "registration", "registration", "screening", null, "ceremony", null,
    ]);
  });

  it("is followed by the first stage that has not begun", () => {
    const at = [wib(3, 1) - 1, wib(3, 1), wib(6, 1), wib(6, 20)];
    expect(at.map((now) => upcomingStage(smallDefinition, now)?.key ?? null)).toEqual(["registration", "screening", "ceremony", null]);
  });
});

describe("opening, closing and leaving", () => {
  it("refuses an opening from the instant registration has ended", () => {
    expect(() => checkOpening(smallDefinition, wib(4, 1) - 1)).not.toThrow();
    expect(refusalOf(() => checkOpening(smallDefinition, wib(4, 1))).code).toBe("competitions.registrationOver");
  });

  it("refuses a closure until the last window has ended, and names it", () => {
    expect(refusalOf(() => checkClosure(smallDefinition, wib(6, 21) - 1))).toEqual({
      code: "competitions.stagesRunning",
      params: { stage: smallDefinition.stages[4]!.name, time: { at: wib(6, 21) - 60_000, zone: "Asia/Jakarta" } },
    });
    expect(() => checkClosure(smallDefinition, wib(6, 21))).not.toThrow();
  });

  it("keeps the last organiser in the seat and lets everybody else go", () => {
    expect(refusalOf(() => checkSeatRemoval({ role: "organiser" }, 1)).code).toBe("competitions.lastOrganiser");
    expect(() => checkSeatRemoval({ role: "organiser" }, 2)).not.toThrow();
    expect(() => checkSeatRemoval({ role: "chair" }, 1)).not.toThrow();
  });

  it("knows the seats that the database knows", () => {
    expect(seatRoles).toEqual(columnRoles);
  });
});

describe("a name for another year", () => {
  it("replaces the year it was made for", () => {
    expect(nameForYear({ id: "KIPP 2022", en: "KIPP 2022" }, 2022, 2026)).toEqual({ id: "KIPP 2026", en: "KIPP 2026" });
  });

  it("gets the year at its end when it had none", () => {
    expect(nameForYear({ id: "Kompetisi", en: "Contest" }, 2022, 2026)).toEqual({ id: "Kompetisi 2026", en: "Contest 2026" });
  });
});

describe("values an organiser fills", () => {
  it("are what the preset leaves open and every window, filled or not", () => {
    const paths = Object.keys(typedValues).toSorted();
    expect(fillableGaps(smallDefinition, unfilledDefinition).map(({ path }) => path).toSorted()).toEqual(paths);
    expect(fillableGaps(smallDefinition, null).map(({ path }) => path).every((path) => path.startsWith("stages."))).toBe(true);
  });

  it("are read in the unit a person types", () => {
    const zone = "Asia/Makassar";
    expect(readGapValue("instant", "2026-04-17T00:00", zone)).toEqual({ value: Date.UTC(2026, 3, 16, 16) });
    expect(readGapValue("basisPoints", "12,5", zone)).toEqual({ value: 1250 });
    expect(readGapValue("basisPoints", "12.55", zone)).toEqual({ value: 1255 });
    expect(readGapValue("mark", "85", zone)).toEqual({ value: 8500 });
    expect(readGapValue("bytes", "2", zone)).toEqual({ value: 2_097_152 });
    expect(readGapValue("words", " 300 ", zone)).toEqual({ value: 300 });
    expect(readGapValue("integer", "", zone)).toEqual({ value: null });
  });

  it("are refused with the word for what is wrong", () => {
    const fault = (kind: Parameters<typeof readGapValue>[0], text: string) => readGapValue(kind, text, "Asia/Jakarta");
    expect(fault("instant", "17 April")).toEqual({ fault: "notADate", params: {} });
    expect(fault("instant", "2026-02-30T00:00")).toEqual({ fault: "notADate", params: {} });
    expect(fault("words", "dua ratus")).toEqual({ fault: "notANumber", params: {} });
    expect(fault("words", "-1")).toEqual({ fault: "notANumber", params: {} });
    expect(fault("words", "1.500")).toEqual({ fault: "notANumber", params: {} });
    expect(fault("words", "2,5")).toEqual({ fault: "notWhole", params: {} });
    expect(fault("basisPoints", "100,01")).toEqual({ fault: "tooBig", params: { maximum: 100 } });
    expect(fault("integer", "1000001")).toEqual({ fault: "tooBig", params: { maximum: 1_000_000 } });
  });

  it("are typed back as they were read", () => {
    const zone = "Asia/Jayapura";
    for (const [kind, typed] of [["instant", "2026-04-17T00:00"], ["basisPoints", "12,50"], ["bytes", "2"], ["days", "5"]] as const) {
      const reading = readGapValue(kind, typed, zone);
      expect(typedGapValue(kind, "value" in reading ? reading.value : null, zone)).toBe(typed);
    }
    expect(typedGapValue("words", null, zone)).toBe("");
  });

  it("come back all at once with what was typed when any is wrong", () => {
    const fillable = fillableGaps(unfilledDefinition, null);
    const values = { "fields.0.maxWords": "banyak", "stages.0.opensAt": "2026-03-01T00:00", "groups.0.name": "x" };
    try {
      readGapValues(fillable, values, "Asia/Jakarta");
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(InvalidInput);
      expect((error as InvalidInput).faults.map(({ path, code }) => [path, code])).toEqual([
        ["fields.0.maxWords", "notANumber"],
        ["groups.0.name", "unknownField"],
      ]);
      expect((error as InvalidInput).values).toEqual(values);
    }
  });

  it("are read from the definition by their path", () => {
    expect(valueAt(smallDefinition, "fields.0.maxWords")).toBe(200);
    expect(valueAt(unfilledDefinition, "stages.0.opensAt")).toBe(null);
    expect(valueAt(smallDefinition, "nothing.here")).toBe(null);
  });
});
