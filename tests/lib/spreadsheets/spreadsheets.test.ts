import { describe, expect, it } from "vitest";
import { InvalidInput } from "#app/lib/errors.ts";
import { readSheet, writeXlsx } from "#app/lib/spreadsheets.server.ts";
import { zipOf } from "#tests/support/zip.ts";

const limits = { maxRows: 10_000, maxBytes: 5 * 1024 * 1024 };
const read = (text: string | Uint8Array, change = {}) =>
  readSheet(typeof text === "string" ? Buffer.from(text) : text, { ...limits, ...change });

async function faultOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(() => undefined, (one: unknown) => one);
  if (!(error instanceof InvalidInput)) throw new Error(`not refused: ${String(error)}`);
  return error.faults.map(({ path, code }) => `${path}:${code}`).join();
}

describe("reading CSV", () => {
  it("takes comma, semicolon and tab, with or without a byte order mark", async () => {
    const expected = { header: ["nama", "surel"], rows: [["Ani", "ani@x.id"]], lines: [2] };
    expect(await read("nama,surel\r\nAni,ani@x.id\r\n")).toEqual(expected);
    expect(await read("\uFEFFnama;surel\nAni;ani@x.id")).toEqual(expected);
    expect(await read("nama\tsurel\nAni\tani@x.id")).toEqual(expected);
    expect(await read("sep=;\nnama;surel\nAni;ani@x.id")).toEqual({ ...expected, lines: [3] });
  });

  it("reads Windows-1252 where it is no UTF-8", async () => {
    expect((await read(Buffer.from("nama,kota\nJosé,Kupang", "latin1"))).rows).toEqual([["José", "Kupang"]]);
  });

  it("keeps the numbers that the spreadsheet shows though empty rows are left out", async () => {
    const sheet = await read("nama,surel\n\n,,\nAni,\"a\nb\"\n\nBudi,b");
    expect(sheet.rows).toEqual([["Ani", "a\nb"], ["Budi", "b"]]);
    expect(sheet.lines).toEqual([4, 6]);
  });

  it("refuses what is empty, too long, too large, too wide or no table", async () => {
    expect(await faultOf(read(""))).toBe("file:sheetEmpty");
    expect(await faultOf(read("nama,surel\n"))).toBe("file:sheetEmpty");
    expect(await faultOf(read("a\n1\n2\n3", { maxRows: 2 }))).toBe("file:sheetTooManyRows");
    expect(await faultOf(read("a,b\n1,2", { maxBytes: 4 }))).toBe("file:sheetTooLarge");
    expect(await faultOf(read(`a\n${Array.from({ length: 120 }, () => "1").join()}`))).toBe("file:sheetTooManyColumns");
    expect(await faultOf(read("%PDF-1.7\n1 0 obj"))).toBe("file:sheetNotASheet");
    expect(await faultOf(read(Buffer.from([1, 0, 2, 0, 3, 0])))).toBe("file:sheetNotASheet");
    expect(await faultOf(read(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1])))).toBe("file:sheetOldExcel");
  });
});

describe("workbooks", () => {
  it("come back as they were written, and a formula stays text", async () => {
    const bytes = await writeXlsx([{ title: "nama" }, { title: "n" }], [["=1+1", 4], ["Ani", null]]);
    expect(await read(bytes)).toEqual({ header: ["nama", "n"], rows: [["=1+1", "4"], ["Ani", ""]], lines: [2, 3] });
  });

  it("are refused when they would grow beyond measure", async () => {
    const big = Buffer.alloc(90 * 1024 * 1024);
    const bomb = zipOf([{ name: "xl/workbook.xml", body: big }]);
    expect(bomb.length).toBeLessThan(200_000);
    expect(await faultOf(read(bomb))).toBe("file:sheetTooHeavy");
  });

  it("are refused when a part is larger than it claims", async () => {
    const lie = zipOf([{ name: "xl/workbook.xml", body: Buffer.alloc(50 * 1024 * 1024), claims: 400 }]);
    expect(await faultOf(read(lie))).toBe("file:sheetDamaged");
  });

  it("are refused when they are another kind of archive, or cut off", async () => {
    expect(await faultOf(read(zipOf([{ name: "word/document.xml", body: Buffer.from("<a/>") }])))).toBe("file:sheetNotASheet");
    const whole = await writeXlsx([{ title: "a" }], [["1"]]);
    expect(await faultOf(read(whole.subarray(0, whole.length - 200)))).toBe("file:sheetDamaged");
  });

  it("of ten thousand rows are read without holding the server up", async () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => [`Orang ${index}`, `orang${index}@contoh.go.id`, "evaluator", "Biro"]);
    const bytes = await writeXlsx([{ title: "nama" }, { title: "surel" }, { title: "peran" }, { title: "unit" }], rows);
    let beats = 0;
    const beat = setInterval(() => (beats += 1), 1);
    const sheet = await read(bytes);
    clearInterval(beat);
    expect(sheet.rows).toHaveLength(10_000);
    // Read in one piece, the server would not come to its other work once.
    expect(beats).toBeGreaterThan(1);
  }, 30_000);
});
