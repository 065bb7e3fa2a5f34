import { createInflate } from "node:zlib";
import type { PdfFault } from "#app/lib/pdf-reading/types.ts";

/** Bytes that all compressed streams of a file may become together, and those of one list of objects. */
const unpackedLimit = 512 * 1024 * 1024;
const objectListLimit = 32 * 1024 * 1024;

const active = /\/(JavaScript|JS|Launch|ImportData|RichMedia|Movie|Sound|Rendition)(?![A-Za-z0-9])/;
const embedded = /\/(EmbeddedFiles?|GoToE|Filespec\s*\/EF)(?![A-Za-z0-9])/;

/** The header stands within the first kilobyte and the trailer near the end (ISO 32000-1, 7.5). */
export function hasPdfFrame(bytes: Uint8Array): boolean {
  const file = asBuffer(bytes);
  const head = file.subarray(0, 1_024).indexOf("%PDF-");
  return head >= 0 && file.subarray(-2_048).includes("%%EOF");
}

/**
 * Looks through the objects of a file, those packed into object streams too, for what runs or carries other files, and unpacks
 * every stream without keeping it, to find one that would not fit into memory. null when nothing is wrong.
 */
export async function scanPdf(bytes: Uint8Array): Promise<PdfFault | null> {
  const file = asBuffer(bytes);
  let unpacked = 0;
  let read = 0;
  for (const stream of streamsOf(file)) {
    const fault = faultIn(file.subarray(read, stream.from).toString("latin1"));
    if (fault) return fault;
    read = stream.to;
    if (!stream.packed) continue;
    const content = await unpack(file.subarray(stream.from, stream.to), unpackedLimit - unpacked, stream.holdsObjects);
    unpacked += content.length;
    if (unpacked >= unpackedLimit || content.cut) return "tooHeavy";
    const inner = stream.holdsObjects ? faultIn(content.text) : null;
    if (inner) return inner;
  }
  return faultIn(file.subarray(read).toString("latin1"));
}

/** Names may be written with their letters in hexadecimal: /J#53 is /JS. */
function faultIn(source: string): PdfFault | null {
  const text = source.includes("#") ? source.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))) : source;
  if (active.test(text)) return "active";
  return embedded.test(text) ? "embedded" : null;
}

type Found = { from: number; to: number; packed: boolean; holdsObjects: boolean };

/** Every `stream … endstream`, with what its dictionary says of it. */
function* streamsOf(file: Buffer): Generator<Found> {
  let at = 0;
  for (;;) {
    const word = file.indexOf("stream", at);
    if (word < 0) return;
    const end = file.indexOf("endstream", word + 6);
    if (end < 0) return;
    at = end + 9;
    const next = file[word + 6];
    if (next !== 0x0a && next !== 0x0d) {
      at = word + 6;
      continue;
    }
    const start = word + (next === 0x0d && file[word + 7] === 0x0a ? 8 : 7);
    const dictionary = file.subarray(Math.max(0, word - 2_048), word).toString("latin1");
    const own = dictionary.slice(dictionary.lastIndexOf(" obj") + 1);
    yield { from: start, to: end, packed: /\/Fl(ateDecode)?(?![a-z])/.test(own), holdsObjects: /\/ObjStm/.test(own) };
  }
}

type Unpacked = { length: number; text: string; cut: boolean };

/** Unpacks and counts; keeps the text of object streams only. A damaged stream ends where it breaks. */
function unpack(packed: Buffer, limit: number, keep: boolean): Promise<Unpacked> {
  return new Promise((resolve) => {
    const inflate = createInflate();
    const kept: Buffer[] = [];
    let length = 0;
    const finish = (cut: boolean): void => {
      inflate.destroy();
      resolve({ length, text: Buffer.concat(kept).toString("latin1"), cut });
    };
    inflate.on("data", (chunk: Buffer) => {
      length += chunk.length;
      if (length >= limit || (keep && length >= objectListLimit)) return finish(true);
      if (keep) kept.push(chunk);
    });
    inflate.on("error", () => finish(false));
    inflate.on("end", () => finish(false));
    inflate.end(packed);
  });
}

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
