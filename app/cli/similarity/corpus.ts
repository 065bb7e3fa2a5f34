import { closeSync, openSync, readSync, statSync } from "node:fs";
import { z } from "zod";
import type { MessageKey, MessageParams } from "#app/i18n/translator.ts";
import { faultOf } from "#app/lib/forms.server.ts";

export const documentLine = z.strictObject({
  id: z.string().min(1).max(200),
  agency: z.string().max(500),
  year: z.number().int().min(1900).max(2200),
  title: z.string().max(2_000),
  text: z.string(),
});
export type CorpusDocument = z.output<typeof documentLine>;

/** Where a document stands in its file, so that the texts of pairs can be read again instead of being held in memory. */
export type Place = { file: number; at: number; bytes: number };

const blockBytes = 1 << 22;
/** A longer line is no proposal; reading it would take the memory of all the others. */
const longestLine = 1 << 26;
const newline = 10;
const decoder = new TextDecoder("utf-8", { fatal: true });

export type LineFault = { line: number; field: string; key: MessageKey; params: MessageParams };

/**
 * Reads a file of JSON lines one document at a time, whatever its size. A line that is no document is told to `refuse` with its
 * number (from 1) and field; blank lines are passed over. `advance` is told the bytes as they are read.
 */
export function readCorpus(
  file: number,
  given: { take: (document: CorpusDocument, place: Place, line: number) => void; refuse: (fault: LineFault) => void; advance: (bytes: number) => void },
): void {
  let line = 0;
  for (const { bytes, at } of linesOf(file, given.advance)) {
    line += 1;
    const read = readLine(line === 1 ? withoutMark(bytes) : bytes, line);
    if (read === undefined) continue;
    if ("faults" in read) read.faults.forEach(given.refuse);
    else given.take(read.document, { file, at, bytes: bytes.length }, line);
  }
}

const withoutMark = (bytes: Buffer): Buffer => (bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])) ? bytes.subarray(3) : bytes);

function readLine(bytes: Buffer, line: number): { document: CorpusDocument } | { faults: LineFault[] } | undefined {
  const fault = (key: MessageKey) => ({ faults: [{ line, field: "-", key, params: {} }] });
  if (bytes.length > longestLine) return fault("cli.similarity.longLine");
  let json: unknown;
  try {
    const text = decoder.decode(bytes);
    if (text.trim() === "") return undefined;
    json = JSON.parse(text);
  } catch (error) {
    return fault(error instanceof SyntaxError ? "cli.similarity.notJson" : "cli.similarity.notUtf8");
  }
  const parsed = documentLine.safeParse(json);
  if (parsed.success) return { document: parsed.data };
  return {
    faults: parsed.error.issues.map((issue) => {
      const { path, code, params } = faultOf(issue);
      return { line, field: path || "-", key: `form.${code}` as MessageKey, params };
    }),
  };
}

/** Lines of an open file with where each begins. A line beyond the limit is cut there: its length tells. */
function* linesOf(file: number, advance: (bytes: number) => void): Generator<{ bytes: Buffer; at: number }> {
  const block = Buffer.allocUnsafe(blockBytes);
  let rest: Buffer = Buffer.alloc(0);
  let at = 0;
  let position = 0;
  for (let read = readSync(file, block, 0, blockBytes, position); read > 0; read = readSync(file, block, 0, blockBytes, position)) {
    position += read;
    advance(read);
    let from = 0;
    for (let to = block.indexOf(newline); to >= 0 && to < read; to = block.indexOf(newline, from)) {
      const bytes = rest.length > 0 ? Buffer.concat([rest, block.subarray(from, to)]) : block.subarray(from, to);
      yield { bytes, at };
      rest = Buffer.alloc(0);
      from = to + 1;
      at = position - read + from;
    }
    if (from < read && rest.length <= longestLine) rest = Buffer.concat([rest, block.subarray(from, read)]);
  }
  if (rest.length > 0) yield { bytes: rest, at };
}

/** Reads again what was read before. */
export function readAgain({ file, at, bytes }: Place): CorpusDocument {
  const buffer = Buffer.allocUnsafe(bytes);
  readSync(file, buffer, 0, bytes, at);
  return JSON.parse(decoder.decode(at === 0 ? withoutMark(buffer) : buffer)) as CorpusDocument;
}

export const openCorpus = (path: string): { file: number; bytes: number; close: () => void } => {
  const file = openSync(path, "r");
  return { file, bytes: statSync(path).size, close: () => closeSync(file) };
};
