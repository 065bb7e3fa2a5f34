import { setImmediate as breathe } from "node:timers/promises";

/** A file to be saved, sent while it is made; between two lots others have their turn. The caller has authorised. */
export function linesResponse(fileName: string, type: string, lots: Iterable<string>): Response {
  const encoder = new TextEncoder();
  const rest = lots[Symbol.iterator]();
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      await breathe();
      const lot = rest.next();
      if (lot.done) return controller.close();
      controller.enqueue(encoder.encode(lot.value));
    },
    cancel: () => void rest.return?.(),
  });
  return new Response(body, { headers: savedAs(fileName, type) });
}

/** A small file to be saved. The caller has authorised. */
export const textResponse = (fileName: string, type: string, text: string): Response => new Response(text, { headers: savedAs(fileName, type) });

const savedAs = (fileName: string, type: string): Record<string, string> => ({
  "Content-Type": type,
  "Content-Disposition": `attachment; filename="${fileName}"`,
  "Cache-Control": "private, no-store",
});
