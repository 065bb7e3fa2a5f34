import { describe, expect, it } from "vitest";
import { csvResponse, gathered, inLots } from "#app/lib/http/table-response.server.ts";

const numbers = Array.from({ length: 5 }, (_, index) => index + 1);
const lots = () => inLots(numbers, (lot) => lot.map((number) => [number, number === 3 ? null : "=1+1"]), 2);

describe("a table that is sent while it is made", () => {
  it("holds its heads and every row once, marked as UTF-8, with formulas disarmed and empty cells empty", async () => {
    const answer = csvResponse("draf.csv", ["Nomor", "Judul"], lots());
    expect(Buffer.from(await answer.arrayBuffer()).toString()).toBe("\uFEFFNomor,Judul\r\n1,'=1+1\r\n2,'=1+1\r\n3,\r\n4,'=1+1\r\n5,'=1+1\r\n");
    expect([answer.headers.get("Content-Disposition"), answer.headers.get("Cache-Control")]).toEqual(['attachment; filename="draf.csv"', "private, no-store"]);
  });

  it("gives others their turn between two lots, in CSV and gathered for a workbook alike", async () => {
    for (const read of [() => csvResponse("draf.csv", ["Nomor", "Judul"], lots()).text(), () => gathered(lots())]) {
      let [turns, isDone] = [0, false];
      const other = (): void => void setImmediate(() => {
        turns += 1;
        if (!isDone) other();
      });
      other();
      await read();
      isDone = true;
      expect(turns).toBeGreaterThanOrEqual(3);
    }
  });

  it("makes no lot that nobody reads any more", async () => {
    let made = 0;
    const answer = csvResponse("draf.csv", ["Nomor"], inLots(numbers, (lot) => lot.map((number) => [(made += 1) && number]), 1));
    const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
    await reader.read();
    await reader.read();
    await reader.cancel();
    expect(made).toBeLessThan(4);
  });
});
