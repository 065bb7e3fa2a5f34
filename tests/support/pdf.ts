import { createHash } from "node:crypto";
import { deflateSync } from "node:zlib";

/** A PDF of the given objects, the first its catalogue; `trailer` is added to its trailer. */
export function pdfOf(objects: readonly (string | Buffer)[], trailer = ""): Buffer {
  const parts: Buffer[] = [Buffer.from("%PDF-1.7\n", "latin1")];
  let length = parts[0]?.length ?? 0;
  const offsets = objects.map((object, index) => {
    const offset = length;
    const part = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), typeof object === "string" ? Buffer.from(object, "latin1") : object, Buffer.from("\nendobj\n")]);
    parts.push(part);
    length += part.length;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  parts.push(Buffer.from(`xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${length}\n%%EOF\n`, "latin1"));
  return Buffer.concat(parts);
}

const catalogue = "<< /Type /Catalog /Pages 2 0 R >>";
const page = (inside = "/MediaBox [0 0 200 200]"): string => `<< /Type /Page /Parent 2 0 R ${inside} >>`;

/** The smallest PDF that opens: one empty page. */
export const smallPdf = (words = "latihan"): Buffer =>
  pdfOf([catalogue, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page(`/MediaBox [0 0 200 200] /Note (${words})`)]);

/** So many empty pages of a size in points. */
export function pagedPdf(count: number, size = 200): Buffer {
  const kids = Array.from({ length: count }, (_, index) => `${index + 3} 0 R`).join(" ");
  return pdfOf([catalogue, `<< /Type /Pages /Kids [${kids}] /Count ${count} >>`, ...Array.from({ length: count }, () => page(`/MediaBox [0 0 ${size} ${size}]`))]);
}

/** One page with a line of text. */
export function textPdf(words: string): Buffer {
  const content = `BT /F1 14 Tf 20 100 Td (${words}) Tj ET`;
  return pdfOf([
    catalogue,
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    page("/MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >>"),
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ]);
}

/** A script that runs when the file is opened; `name` is how its action is written. */
export const scriptedPdf = (name = "/JavaScript"): Buffer =>
  pdfOf([
    `<< /Type /Catalog /Pages 2 0 R /OpenAction << /S ${name} /JS (app.alert(1)) >> >>`,
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    page(),
  ]);

/** The same action hidden in a packed list of objects. */
export function hiddenLaunchPdf(): Buffer {
  const inner = "7 0 << /S /Launch /F (calc.exe) >>";
  const packed = deflateSync(Buffer.from(inner));
  const head = Buffer.from(`<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`);
  const list = Buffer.concat([head, packed, Buffer.from("\nendstream")]);
  return pdfOf([catalogue, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page(), list]);
}

/** Another file carried inside. */
export const carryingPdf = (): Buffer =>
  pdfOf([
    "<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [(a.exe) 4 0 R] >> >> >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    page(),
    "<< /Type /Filespec /F (a.exe) /EF << /F 5 0 R >> >>",
    "<< /Type /EmbeddedFile /Length 2 >>\nstream\nMZ\nendstream",
  ]);

/** A page whose content becomes `megabytes` of spaces when it is unpacked. */
export function bombPdf(megabytes: number): Buffer {
  const packed = deflateSync(Buffer.alloc(megabytes * 1024 * 1024, 0x20));
  const head = Buffer.from(`<< /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`);
  const content = Buffer.concat([head, packed, Buffer.from("\nendstream")]);
  return pdfOf([catalogue, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page("/MediaBox [0 0 200 200] /Contents 4 0 R"), content]);
}

/** Drawings that draw drawings: ten a level, so that a few hundred bytes ask for 10^levels strokes. */
export function laughingPdf(levels: number): Buffer {
  const drawing = (level: number): string => {
    const content = level === levels ? "0 0 m 10 10 l S" : "/X Do ".repeat(10);
    const below = level === levels ? "" : `/Resources << /XObject << /X ${5 + level} 0 R >> >>`;
    return `<< /Type /XObject /Subtype /Form /BBox [0 0 200 200] ${below} /Length ${content.length} >>\nstream\n${content}\nendstream`;
  };
  const forms = Array.from({ length: levels }, (_, index) => drawing(index + 1));
  return pdfOf([
    catalogue,
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    page("/MediaBox [0 0 200 200] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >>"),
    "<< /Length 5 >>\nstream\n/X Do\nendstream",
    ...forms,
  ]);
}

const padding = Buffer.from("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a", "hex");

/**
 * An encrypted PDF (standard handler, RC4, 40 bits; ISO 32000-1, 7.6.3). With `opensForAll` only the owner has a password, as
 * programs make it that forbid printing; otherwise it opens for nobody.
 */
export function encryptedPdf(opensForAll = false): Buffer {
  const owner = Buffer.alloc(32, 7);
  const id = Buffer.alloc(16, 1);
  const permissions = Buffer.from([0xc0, 0xff, 0xff, 0xff]);
  const key = createHash("md5").update(Buffer.concat([padding, owner, permissions, id])).digest().subarray(0, 5);
  const user = opensForAll ? rc4(key, padding) : Buffer.alloc(32, 9);
  const encrypt = `<< /Filter /Standard /V 1 /R 2 /O <${owner.toString("hex")}> /U <${user.toString("hex")}> /P ${permissions.readInt32LE()} >>`;
  const objects = [catalogue, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page(), encrypt];
  return pdfOf(objects, `/Encrypt 4 0 R /ID [<${id.toString("hex")}> <${id.toString("hex")}>]`);
}

function rc4(key: Buffer, data: Buffer): Buffer {
  const state = Array.from({ length: 256 }, (_, index) => index);
  const swap = (a: number, b: number): void => {
    [state[a], state[b]] = [state[b] as number, state[a] as number];
  };
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + (state[i] as number) + (key[i % key.length] as number)) & 255;
    swap(i, j);
  }
  let [i, j] = [0, 0];
  return data.map((byte) => {
    i = (i + 1) & 255;
    j = (j + (state[i] as number)) & 255;
    swap(i, j);
    return byte ^ (state[((state[i] as number) + (state[j] as number)) & 255] as number);
  }) as Buffer;
}
