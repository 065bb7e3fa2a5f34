import { setImmediate as breathe } from "node:timers/promises";
import { csvLine } from "#app/lib/csv.ts";

type Cells = readonly (string | number | null)[];

/** Rows of a table, some at a time: while a lot is made nobody else is answered, so each takes a few milliseconds at most. */
export type Lots = Iterable<readonly Cells[]>;

/** Rows that are made from things, so many at a time. */
export function* inLots<T>(things: readonly T[], rowsOf: (lot: readonly T[]) => readonly Cells[], size = 200): Generator<readonly Cells[]> {
  for (let from = 0; from < things.length; from += size) yield rowsOf(things.slice(from, from + size));
}

/** A CSV file to be saved, sent while it is made; between two lots others have their turn. The caller has authorised. */
export function csvResponse(fileName: string, heads: readonly string[], lots: Lots): Response {
  const encoder = new TextEncoder();
  const rest = lots[Symbol.iterator]();
  const body = new ReadableStream<Uint8Array>({
    // The mark of byte order tells a spreadsheet that the file is UTF-8.
    start: (controller) => controller.enqueue(encoder.encode(`\uFEFF${csvLine(heads)}`)),
    pull: async (controller) => {
      await breathe();
      const lot = rest.next();
      if (lot.done) return controller.close();
      controller.enqueue(encoder.encode(lot.value.map((cells) => csvLine(cells.map((cell) => cell ?? ""))).join("")));
    },
    cancel: () => void rest.return?.(),
  });
  return new Response(body, { headers: tableHeaders(fileName, "text/csv; charset=utf-8") });
}

/** All rows, with a turn for others after every lot. */
export async function gathered(lots: Lots): Promise<Cells[]> {
  const rows: Cells[] = [];
  for (const lot of lots) {
    rows.push(...lot);
    await breathe();
  }
  return rows;
}

export const tableHeaders = (fileName: string, contentType: string): Record<string, string> => ({
  "Content-Type": contentType,
  "Content-Disposition": `attachment; filename="${fileName}"`,
  "Cache-Control": "private, no-store",
  "X-Content-Type-Options": "nosniff",
});
