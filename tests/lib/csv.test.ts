import { describe, expect, it } from "vitest";
import { csvLine, CsvQuoteError, parseCsv } from "#app/lib/csv.ts";

describe("CSV", () => {
  it("reads quotes, commas, line ends and empty cells by RFC 4180, with the line of each record", () => {
    const text = "\uFEFFa,b,c\r\n1,\"x, \"\"y\"\"\r\nz\",\r\n\r\n,2,\n3";
    expect(parseCsv(text)).toEqual([
      { line: 1, cells: ["a", "b", "c"] },
      { line: 2, cells: ["1", "x, \"y\"\r\nz", ""] },
      { line: 5, cells: ["", "2", ""] },
      { line: 6, cells: ["3"] },
    ]);
  });

  it("reads a last line without an end, and nothing from nothing", () => {
    expect(parseCsv("a,b")).toEqual([{ line: 1, cells: ["a", "b"] }]);
    expect(parseCsv("")).toEqual([]);
    expect(parseCsv("a,")).toEqual([{ line: 1, cells: ["a", ""] }]);
  });

  it("names the line of a quotation mark that is not closed", () => {
    expect(() => parseCsv("a\n\"b\nc")).toThrow(new CsvQuoteError(2));
  });

  it("writes what it reads back", () => {
    const rows = [["1", "a, b", "say \"so\"", "two\nlines", ""]];
    expect(parseCsv(rows.map(csvLine).join("")).map(({ cells }) => cells)).toEqual(rows);
  });
});
