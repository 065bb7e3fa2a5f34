import { createReadableStreamFromReadable } from "@remix-run/node";
import type { ByteRange, FileStore } from "#app/lib/files.server.ts";

/** A file as it is handed out; `kind` decides whether it may be shown in its own tab or only saved. */
export type HandedFile = { sha256: string; bytes: number; contentType: string; fileName: string };

/** Shown by browsers in a viewer of their own, which runs nothing; everything else is saved. */
const shownInline = new Set(["application/pdf", "image/jpeg", "image/png", "image/webp"]);

/**
 * Streams content of the store: whole, the range asked for (206), not at all when the reader has it (304), or 416 for a range it
 * has not. What somebody uploaded never runs inside this site: sandboxed, not sniffed, and saved unless `inline` is asked for and
 * its kind is harmless. The caller has authorised.
 */
export async function fileResponse(request: Request, files: FileStore, file: HandedFile): Promise<Response> {
  const headers = headersOf(request, file);
  if (request.headers.get("If-None-Match") === headers.ETag) return new Response(null, { status: 304, headers });
  const range = rangeIn(request, file, headers.ETag);
  if (range === "outside") {
    return new Response(null, { status: 416, headers: { ...headers, "Content-Range": `bytes */${file.bytes}` } });
  }
  const body = createReadableStreamFromReadable(await files.stream(file.sha256, range ?? undefined));
  if (range === null) return new Response(body, { headers: { ...headers, "Content-Length": String(file.bytes) } });
  const part = { "Content-Length": String(range.to - range.from + 1), "Content-Range": `bytes ${range.from}-${range.to}/${file.bytes}` };
  return new Response(body, { status: 206, headers: { ...headers, ...part } });
}

function headersOf(request: Request, { sha256, contentType, fileName }: HandedFile) {
  const wantsInline = new URL(request.url).searchParams.has("inline") && shownInline.has(contentType);
  return {
    "Content-Type": contentType,
    "Content-Disposition": disposition(wantsInline ? "inline" : "attachment", fileName),
    ETag: `"${sha256}"`,
    "Accept-Ranges": "bytes",
    // Asked for again each time, so that whoever lost the right to a file loses the file.
    "Cache-Control": "private, no-cache",
    "X-Content-Type-Options": "nosniff",
    // The viewers of browsers for PDF do not start in a sandbox; they run nothing of the page.
    "Content-Security-Policy": `default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:${wantsInline ? "" : "; sandbox"}`,
  };
}

/** The name for old browsers in ASCII, and as it is for all others (RFC 6266, RFC 5987). */
function disposition(how: "inline" | "attachment", fileName: string): string {
  const ending = /\.[a-z0-9]{1,5}$/i.exec(fileName)?.[0] ?? "";
  const exact = encodeURIComponent(fileName).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${how}; filename="berkas${ending}"; filename*=UTF-8''${exact}`;
}

/** One range is answered; several, or none that can be read, get the whole file. */
function rangeIn(request: Request, { bytes }: HandedFile, etag: string): ByteRange | "outside" | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(request.headers.get("Range") ?? "");
  if (!match || (match[1] === "" && match[2] === "")) return null;
  const condition = request.headers.get("If-Range");
  if (condition !== null && condition !== etag) return null;
  const [first, last] = [match[1] ?? "", match[2] ?? ""];
  const from = first === "" ? Math.max(0, bytes - Number(last)) : Number(first);
  const to = first === "" || last === "" ? bytes - 1 : Math.min(bytes - 1, Number(last));
  return from > to || from >= bytes ? "outside" : { from, to };
}
