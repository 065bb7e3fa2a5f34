import { setImmediate as breathe } from "node:timers/promises";
import { csvLine } from "#app/lib/csv.ts";

type Cells = readonly (string | number | null)[];

/** Tells a spreadsheet that the file is UTF-8. */
const byteOrderMark = "\uFEFF";

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
    start: (controller) => controller.enqueue(encoder.encode(`${byteOrderMark}${csvLine(heads)}`)),
    pull: async (controller) => {
      await breathe();
      const lot = rest.next();
      if (lot.done) return controller.close();
      controller.enqueue(encoder.encode(linesOf(lot.value).join("")));
    },
    cancel: () => void rest.return?.(),
  });
  return new Response(body, { headers: tableHeaders(fileName, "text/csv; charset=utf-8") });
}

/** The same file as a whole, of a table that is small or made where nobody waits. */
export const csvBytes = (heads: readonly string[], lots: Lots): Uint8Array =>
  new TextEncoder().encode([byteOrderMark, csvLine(heads), ...[...lots].flatMap(linesOf)].join(""));

const linesOf = (lot: readonly Cells[]): string[] => lot.map((cells) => csvLine(cells.map((cell) => cell ?? "")));

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
