import { describe, expect, it } from "vitest";
import type { ReadingRules } from "#app/features/competitions/definition/judging/types.ts";
import { declareConflict } from "#app/features/conflicts/operations.server.ts";
import { type AgreementInput, recordAgreement, withdrawAgreement } from "#app/features/scoring/agreement/operations.server.ts";
import { agreedMarks, listAgreements } from "#app/features/scoring/agreement/queries.server.ts";
import { callsAnother, diverges } from "#app/features/scoring/divergence/rules.ts";
import { getAgreementPage, listReadEntries } from "#app/features/scoring/divergence/queries.server.ts";
import { reopenSheet } from "#app/features/scoring/operations.server.ts";
import { listLockedSheets } from "#app/features/scoring/queries.server.ts";
import type { Actor } from "#app/lib/ctx.ts";
import { agreedValues } from "#db/schema/scoring.ts";
import { refusalOf } from "#tests/features/proposals/scene.ts";
import { desk, type HandedOut, handOut, lock } from "#tests/features/scoring/handed-out.ts";
import { deskCloses, deskOpens } from "#tests/features/screening/scene.ts";

const rules = (agreedValue: ReadingRules["agreedValue"]) => ({ reading: { othersMarks: "never" as const, divergence: 1_500, thirdReader: "atOnce" as const, agreedValue } });
const reason = "Bukti dampak dibahas bersama.";
const today = new Date(deskOpens).toISOString().slice(0, 10);

function meeting(at: HandedOut, change: Partial<AgreementInput> = {}): AgreementInput {
  const present = at.scene.evaluators.map(({ userId }) => userId);
  return { ...desk(at.scene), proposalId: at.entries[0] as AgreementInput["proposalId"], marks: { ringkasan: 8_000, dampak: 9_000 }, reason, present, heldOn: today, ...change };
}

/** Both sheets of the first entry locked with these marks. */
function read(agreedValue: ReadingRules["agreedValue"], marks: [number, number] = [6_000, 9_000]): HandedOut {
  const at = handOut(rules(agreedValue));
  at.readings.forEach((reading, index) => lock(at, reading, marks[index] as number));
  return at;
}

const chair = (at: HandedOut, now = deskOpens) => at.scene.as(at.scene.chair, now);

describe("a small group", () => {
  it("agrees once every independent mark is locked, and both values are kept", () => {
    const at = read("counts");
    const before = listLockedSheets(at.scene.world.ctx, desk(at.scene));
    recordAgreement(chair(at), meeting(at));
    expect(listLockedSheets(at.scene.world.ctx, desk(at.scene))).toEqual(before);
    const [agreed] = listAgreements(at.scene.world.ctx, desk(at.scene));
    expect({ value: agreed?.value, current: agreed?.isCurrent, sources: agreed?.sources.map(({ total }) => total).sort() }).toEqual({ value: 8_750, current: true, sources: [60_000_000, 90_000_000] });
    const [row] = listReadEntries(chair(at), desk(at.scene));
    expect({ lowest: row?.lowest, highest: row?.highest, difference: row?.difference, diverges: row?.diverges, agreed: row?.agreed }).toEqual({ lowest: 6_000, highest: 9_000, difference: 3_000, diverges: true, agreed: 8_750 });
  });

  it("counts only where the edition says so, and only while the independent marks are those it met on", () => {
    const counted = (agreedValue: ReadingRules["agreedValue"]) => {
      const at = read(agreedValue);
      recordAgreement(chair(at), meeting(at));
      const values = () => [...agreedMarks(at.scene.world.ctx, desk(at.scene)).values()];
      const first = values();
      at.scene.world.ctx.db.$client.exec("update marks set mark = 1 where criterion_key = 'dampak' and sheet_id = (select id from score_sheets limit 1)");
      return [first, values()];
    };
    expect([counted("beside"), counted("counts")]).toEqual([
      [[], []],
      [[{ ringkasan: 8_000, dampak: 9_000 }], []],
    ]);
  });

  it("freezes the independent marks until its value is taken back; a new value replaces the old, which stays", () => {
    const at = read("beside");
    recordAgreement(chair(at), meeting(at));
    const agreementId = recordAgreement(chair(at), meeting(at, { marks: { ringkasan: 7_000, dampak: 7_000 } }));
    const [sheet] = at.scene.world.ctx.db.$client.prepare("select id from score_sheets order by id").all() as { id: never }[];
    const reopen = () => refusalOf(() => reopenSheet(chair(at), { sheetId: (sheet as { id: never }).id, reason }));
    expect(reopen()).toBe("scoring.agreed");
    withdrawAgreement(chair(at), { agreementId, reason });
    expect(reopen()).toBe("done");
    expect(at.scene.world.ctx.db.select().from(agreedValues).all().map(({ value, replacedAt }) => [value, replacedAt !== null]).sort()).toEqual([[7_000, true], [8_750, true]]);
    expect(refusalOf(() => withdrawAgreement(chair(at), { agreementId, reason }))).toBe("scoring.agreementUnknown");
  });

  it.each([
    ["scoring.agreementAlone", (at: HandedOut) => ({ present: [at.scene.chair.userId, at.scene.chair.userId] })],
    ["scoring.agreementStranger", (at: HandedOut) => ({ present: [at.scene.chair.userId, at.scene.writer.userId] })],
    ["scoring.agreementToCome", () => ({ heldOn: "2099-01-01" })],
    ["scoring.markMissing", () => ({ marks: { ringkasan: 8_000 } })],
    ["scoring.markOutOfRange", () => ({ marks: { ringkasan: 10_001, dampak: 1 } })],
    ["scoring.criterionUnknown", () => ({ marks: { lain: 1, ringkasan: 1, dampak: 1 } })],
  ] as const)("is refused as %s", (code, change) => {
    const at = read("counts");
    expect(refusalOf(() => recordAgreement(chair(at), meeting(at, (change as (at: HandedOut) => Partial<AgreementInput>)(at))))).toBe(code);
    expect(at.scene.world.ctx.db.select().from(agreedValues).all()).toEqual([]);
  });

  it("is refused before every mark is locked, where the edition foresees none, and outside the window", () => {
    const early = handOut(rules("counts"));
    lock(early, early.readings[0] as (typeof early.readings)[number], 8_000);
    const late = read("counts");
    const none = read("none");
    expect([
      refusalOf(() => recordAgreement(chair(early), meeting(early))),
      refusalOf(() => recordAgreement(chair(none), meeting(none))),
      refusalOf(() => recordAgreement(chair(late, deskCloses), meeting(late))),
    ]).toEqual(["scoring.agreementEarly", "scoring.agreementNotUsed", "competitions.windowClosed"]);
  });

  it("holds nobody in conflict with the entry, who is shown nothing of it either", () => {
    const at = read("counts");
    const juror = at.scene.juror;
    declareConflict(at.scene.as(juror), { proposalId: at.entries[0] as never, reason });
    expect(refusalOf(() => recordAgreement(chair(at), meeting(at, { present: [juror.userId, at.scene.chair.userId] })))).toBe("scoring.agreementInConflict");
    const agreementId = recordAgreement(chair(at), meeting(at));
    declareConflict(at.scene.as(at.scene.chair), { proposalId: at.entries[0] as never, reason });
    expect(refusalOf(() => recordAgreement(chair(at), meeting(at)))).toBe("scoring.agreementUnknown");
    expect(refusalOf(() => withdrawAgreement(chair(at), { agreementId, reason }))).toBe("scoring.agreementUnknown");
    expect(listReadEntries(chair(at), desk(at.scene))).toEqual([]);
    expect(refusalOf(() => getAgreementPage(chair(at), { ...desk(at.scene), proposalId: at.entries[0] as never }))).toBe("scoring.agreementUnknown");
  });

  it("has its marks read by the chair and auditors alone", () => {
    const at = read("counts");
    const ask = (actor: Actor | null) => refusalOf(() => listReadEntries(at.scene.as(actor, deskOpens), desk(at.scene)));
    expect([at.scene.chair, at.scene.organiser, at.scene.juror, at.scene.evaluators[0] as Actor, null].map(ask)).toEqual(["done", ...Array<string>(4).fill("competitions.editionUnknown")]);
  });
});

describe("divergence", () => {
  it("is a difference beyond the threshold, never at it, and never of one sheet", () => {
    const totals = (points: number[]) => points.map((one) => one * 1_000_000);
    expect([diverges(totals([60, 75]), 1_500), diverges(totals([60, 75.01]), 1_500), diverges(totals([60]), 1), diverges(totals([0, 100]), null)]).toEqual([false, true, false, false]);
  });

  it("calls one more reader when the last sheet is locked, and no further one by itself", () => {
    const entry = { totals: [60_000_000, 90_000_000], standing: 2, readers: 2, threshold: 1_500 };
    expect([callsAnother(entry), callsAnother({ ...entry, standing: 3 }), callsAnother({ ...entry, totals: [1, 2, 90_000_000], standing: 3 })]).toEqual([true, false, false]);
  });
});
