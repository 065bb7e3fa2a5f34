import { expect, it } from "vitest";
import { InvalidInput } from "#app/lib/errors.ts";
import { readSheet } from "#app/lib/spreadsheets.server.ts";
import { zipOf } from "#tests/support/zip.ts";

it("refuses a workbook of which one cell claims a sheet of seventeen billion", async () => {
  const sheet = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row></sheetData></worksheet>";
  const book = "<workbook xmlns:r=\"r\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
  const rels = "<Relationships><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>";
  const parts = { "xl/workbook.xml": book, "xl/_rels/workbook.xml.rels": rels, "xl/worksheets/sheet1.xml": sheet, "xl/styles.xml": "<styleSheet/>" };
  const bytes = zipOf(Object.entries(parts).map(([name, body]) => ({ name, body: Buffer.from(body) })));
  const error: unknown = await readSheet(bytes, { maxRows: 10_000, maxBytes: 5 * 1024 * 1024 }).catch((one: unknown) => one);
  expect(error).toBeInstanceOf(InvalidInput);
  expect((error as InvalidInput).faults.map(({ path, code }) => `${path}:${code}`).join()).toMatch(/^file:sheet(TooHeavy|Damaged|TooManyColumns)$/);
});
