import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import readXlsx from "read-excel-file/node";
import { seatRoles } from "#app/features/competitions/types.ts";
import { writeMarksBook, writeMarksCsv } from "#app/features/ranking/marks/jobs.server.ts";
import { getMarkScope, hasMarks, readMarks } from "#app/features/ranking/marks/queries.server.ts";
import { markStages } from "#app/features/ranking/marks/rules.ts";
import { getList } from "#app/features/ranking/queries.server.ts";
import { computeList } from "#app/features/ranking/operations.server.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { parseCsv } from "#app/lib/csv.ts";
import { deskRubric, definition, refusalOf } from "#tests/features/ranking/edition.ts";
import { addSeat, bar, makeCalibrated, makeProvisional, makeRanked } from "#tests/features/ranking/scene.ts";
import { freshFolder } from "#tests/support/folders.ts";

/** The database as a file, which a thread opens for itself. */
function fileCopy(db: Ctx["db"]): string {
  const path = join(freshFolder(), "anugerah.db");
  writeFileSync(path, db.$client.serialize());
  return path;
}

/** A draft with what a thread is told to write its marks from; rows are those the person is shown. */
function makeMarked() {
  const scene = makeCalibrated();
  const order = (who: Actor) => {
    const { shown, inputs } = getMarkScope(scene.as(who), scene.listId);
    return { file: fileCopy(scene.world.ctx.db), listId: scene.listId, shown, inputs, locale: "id" as const };
  };
  return { ...scene, order };
}

describe("marks behind a version", () => {
  it("are each sheet's marks, weighted total, leniency and what counted, by the assessor's number", () => {
    const scene = makeMarked();
    const { stages } = readMarks(scene.world.ctx, scene.order(scene.chair));
    expect(stages.map(({ stage, lines }) => [stage, lines.length])).toEqual([["desk", 8]]);
    const of = (entry: number) => (stages[0]?.lines ?? []).filter((line) => line.entry === entry).map(({ marks, total }) => [...marks, total]).sort();
    expect([of(1), of(4)]).toEqual([[[84, 84, 84], [90, 90, 90]], [[55, 55, 55], [60, 60, 60]]]);
    for (const { total, leniency, panel, counted } of stages[0]?.lines ?? []) expect([panel, counted]).toEqual([null, total - (leniency ?? Number.NaN)]);
  });

  it("count as they are where a list ranks raw, and give way to what a small group agreed on", () => {
    const sheet = (assessor: number, mark: number) => ({ entry: 1, assessor, stratum: "a", marks: { kebaruan: mark, manfaat: mark } });
    const stages = [{ stage: "desk", weightBp: 10_000, sheets: [{ ...sheet(1, 6_000), panel: "A" }, sheet(2, 8_000)], agreed: [{ entry: 1, marks: { kebaruan: 7_500, manfaat: 7_500 } }] }];
    const of = (quantity: string) => markStages({ inputs: { rules: { ...definition, rubrics: [deskRubric] }, stages }, quantity, leniencies: [{ stage: "desk", assessor: 1, leniency: -2 }], panels: [{ stage: "desk", panel: "A", leniency: 0.5 }, { stage: "wawancara", panel: "A", leniency: 9 }], shown: new Set([1]) })[0]?.lines.map(({ assessor, counted }) => [assessor, counted]);
    expect([of("raw"), of("calibrated")]).toEqual([
      [[1, null], [2, null], [null, 75]],
      [[1, 61.5], [2, 80], [null, null]],
    ]);
  });

  it("are secretariat's, chair's and auditors', before and after publication", () => {
    for (const make of [() => makeMarked(), () => makeProvisional()]) {
      const scene = make();
      const outcomes = [...seatRoles, "visitor"].map((role) => {
        const who = role === "visitor" ? null : addSeat(scene.world, scene.editionId, `Orang ${role}`, role as (typeof seatRoles)[number]);
        return [role, refusalOf(() => getMarkScope(scene.as(who), scene.listId)), hasMarks(scene.as(who), scene.listId)];
      });
      expect(outcomes.filter(([, refusal]) => refusal === "done")).toEqual(["organiser", "chair", "auditor"].map((role) => [role, "done", true]));
      expect(new Set(outcomes.map(([, refusal]) => refusal))).toEqual(new Set(["done", "ranking.listUnknown"]));
    }
  });

  it("have no line of an entry the reader may not judge", () => {
    const scene = makeMarked();
    bar(scene.world, { editionId: scene.editionId, person: scene.chair, proposalId: scene.entries[1]! });
    const numbers = (who: Actor) => [...new Set(readMarks(scene.world.ctx, scene.order(who)).stages.flatMap(({ lines }) => lines.map(({ entry }) => entry)))];
    const auditor = addSeat(scene.world, scene.editionId, "Auditor", "auditor");
    expect([numbers(scene.chair), numbers(auditor)]).toEqual([[1, 3, 4], [1, 2, 3, 4]]);
  });
});

describe("the workbook of a list", () => {
  it("holds its rows, its marks and its rules with the digest, and says LATIHAN in every row of a rehearsal", async () => {
    const scene = makeMarked();
    const first = { name: "Daftar", columns: [{ title: "Peringkat" }], rows: [[1]] };
    const bytes = Buffer.from(await writeMarksBook({ ...scene.order(scene.chair), first }));
    const sheets = await readXlsx(bytes);
    expect(sheets.map(({ sheet }) => sheet)).toEqual(["Daftar", "Nilai Penilaian", "Aturan dan sidik"]);
    const [, marks, rules] = sheets.map(({ data }) => data);
    expect(marks?.[0]?.slice(0, 4)).toEqual(["Nomor", "Penilai", "kebaruan", "manfaat"]);
    expect([marks?.length, new Set(marks?.slice(1).map((row) => row.at(-1)))]).toEqual([9, new Set(["LATIHAN"])]);
    expect(rules?.map(([, value]) => value)).toContain(getList(scene.world.ctx, scene.listId).digest);
  });

  it("has its marks as CSV too, a line a mark, with nothing a spreadsheet would run", async () => {
    const name = { id: "=HYPERLINK(1)", en: "=HYPERLINK(1)" };
    const rubrics = definition.rubrics.map((rubric) => ({ ...rubric, criteria: rubric.criteria.map((one) => ({ ...one, name })) }));
    const scene = makeRanked({ rubrics });
    const listId = computeList(scene.as(scene.organiser), { editionId: scene.editionId, listKey: "top2" });
    const { shown, inputs } = getMarkScope(scene.as(scene.organiser), listId);
    const bytes = await writeMarksCsv({ file: fileCopy(scene.world.ctx.db), listId, shown, inputs, locale: "en" });
    const [head, ...lines] = parseCsv(Buffer.from(bytes).toString("utf8").replace("\uFEFF", "")).map(({ cells }) => cells);
    expect(head).toEqual(["Number", "Stage", "Assessor", "Criterion", "Mark", "Weighted total", "Leniency of the assessor", "Leniency of the panel", "Counted value", "Note"]);
    expect([lines.length, lines[0]]).toEqual([8, ["2026-0001", "Penilaian (en)", expect.stringMatching(/^Assessor \d+$/), "'=HYPERLINK(1)", "90", "90", "", "", "90", "LATIHAN"]]);
  });
});
