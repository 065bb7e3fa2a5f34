import { describe, expect, it } from "vitest";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { listOf } from "#app/features/competitions/rules.ts";
import { type CsvEdition, listCells, listHeads } from "#app/features/ranking/components/list-csv.ts";
import { MinutesDocument } from "#app/features/ranking/components/minutes-document.tsx";
import { getMinutesEvidence } from "#app/features/ranking/evidence/queries.server.ts";
import { getListDocument, type ListPageRow } from "#app/features/ranking/tables/queries.server.ts";
import type { Translate } from "#app/i18n/translator.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { csvLine, parseCsv } from "#app/lib/csv.ts";
import { pdfText } from "#app/lib/pdf-reading/read.server.ts";
import { renderPdf } from "#app/lib/pdf.server.tsx";
import type { ListId } from "#app/features/ranking/types.ts";
import { makePanelled } from "#tests/features/ranking/panel-scene.ts";
import { makeProvisional, type Scene } from "#tests/features/ranking/scene.ts";

const listCsv = (t: Translate, edition: CsvEdition, rows: readonly ListPageRow[]): string =>
  [listHeads(t, edition), ...rows.map((row) => listCells(t, edition, row))].map(csvLine).join("");

describe("the table of a list", () => {
  const scene = makeProvisional();
  const { rows } = getListDocument(scene.as(scene.chair), scene.listId);
  const real = { year: 2026, rehearsal: false };

  it("says in every row that it comes from a rehearsal", () => {
    const [header, ...lines] = parseCsv(listCsv(translators.id, { ...real, rehearsal: true }, rows)).map(({ cells }) => cells.at(-1));
    expect([header, ...new Set(lines)]).toEqual(["Keterangan", "LATIHAN"]);
  });

  it("names its columns in the reader's language and prints marks as the language prints them", () => {
    const records = (["id", "en"] as const).map((locale) => parseCsv(listCsv(translators[locale], real, rows)).map(({ cells }) => cells));
    expect(records.map((lines) => lines.slice(0, 2))).toEqual([
      [
        ["Peringkat", "Nomor", "Inovasi", "Instansi", "Jenis", "Nilai", "Keadaan"],
        ["1", "2026-0001", "Inovasi 1 (data latihan)", "Kabupaten Satu", "Kabupaten", "90,00", "Masuk"],
      ],
      [
        ["Rank", "Number", "Innovation", "Agency", "Kind", "Score", "State"],
        ["1", "2026-0001", "Inovasi 1 (data latihan)", "Kabupaten Satu", "Regency", "90.00", "Listed"],
      ],
    ]);
  });

  it("keeps a title that looks like a formula from being run by a spreadsheet", () => {
    const armed = rows.slice(0, 1).map((row) => ({ ...row, title: "=1+1", agencyName: "@kota" }));
    const [, line] = parseCsv(listCsv(translators.id, real, armed));
    expect(line?.cells.slice(2, 4)).toEqual(["'=1+1", "'@kota"]);
  });
});

/** The minutes of a list as a PDF. */
function print(scene: Scene, listId: ListId): Promise<Uint8Array> {
  const ctx = scene.as(scene.chair);
  const { list, rows } = getListDocument(ctx, listId);
  const edition = getEdition(ctx, scene.editionId);
  return renderPdf(
    <MinutesDocument
      t={translators.id}
      edition={edition}
      award={listOf(edition.definition, list.listKey)}
      list={list}
      rows={rows}
      signedByName="Ketua"
      approvedByName="Penanda Tangan"
      withheld={0}
      moves={[]}
      signers={[{ name: "Ketua", isChair: true, presence: "signed", reason: "", at: ctx.now }, { name: "Juri", isChair: false, presence: "absent", reason: "Sakit", at: null }]}
      abstained={[]}
      scan={null}
      evidence={getMinutesEvidence(ctx, list.id)}
      printedAt={ctx.now}
    />,
  );
}

it("prints the minutes of a list as a PDF, the same bytes for the same list", async () => {
  const scene = makeProvisional();
  const [first, second] = [await print(scene, scene.listId), await print(scene, scene.listId)];
  expect(Buffer.from(first.subarray(0, 5)).toString()).toBe("%PDF-");
  expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
});

it("prints in the minutes what each panel gave above the others, and on what saying so rests", async () => {
  const scene = makePanelled();
  const text = (await pdfText(await print(scene, scene.listId))).replace(/\s+/g, " ");
  expect(text).toContain("Kelonggaran panel");
  expect(text).toContain("bila proposal dibagi ke panel tanpa memandang mutunya");
});
