import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type UploadHandler, unstable_parseMultipartFormData as parseMultipart } from "@remix-run/node";
import { InvalidInput } from "#app/lib/errors.ts";

/** Bytes of one field that is no file: identifiers and keys. */
const textLimit = 64 * 1024;

export type ReceivedFile = { path: string; fileName: string };
export type ReceivedForm = { form: FormData; files: ReadonlyMap<string, ReceivedFile> };

/**
 * A form whose files go to the disk while they arrive, never into memory as a whole; the server limits the body. Whoever reads the
 * form takes the files away again. Only the fields that are no files stand in `form`. What of a field is sent twice, or came before
 * the line broke, does not stay behind.
 */
export async function receiveForm(request: Request, folder: string): Promise<ReceivedForm> {
  await mkdir(folder, { recursive: true });
  const files = new Map<string, ReceivedFile>();
  const written: string[] = [];
  const handler: UploadHandler = async ({ name, filename, data }) => {
    if (filename === undefined) return readText(data);
    const path = join(folder, `form-${randomUUID()}`);
    written.push(path);
    await pipeline(Readable.from(data), createWriteStream(path));
    // A field left empty arrives as a file without a name.
    if (filename !== "") files.set(name, { path, fileName: filename });
    return undefined;
  };
  const form = await parseMultipart(request, handler).catch(async (error: unknown) => {
    await removeAll(written);
    throw error;
  });
  const kept = new Set([...files.values()].map(({ path }) => path));
  await removeAll(written.filter((path) => !kept.has(path)));
  return { form, files };
}

const removeAll = (paths: readonly string[]) => Promise.all(paths.map((path) => rm(path, { force: true })));

async function readText(data: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of data) {
    length += part.length;
    if (length <= textLimit) parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

/** Takes away what nobody wanted. */
export async function discardReceived({ files }: ReceivedForm): Promise<void> {
  await removeAll([...files.values()].map(({ path }) => path));
}

/** The one file of a field; InvalidInput `fileMissing` when nothing was chosen. */
export function requireReceived(files: ReceivedForm["files"], name: string): ReceivedFile {
  const file = files.get(name);
  if (!file) throw new InvalidInput([{ path: name, code: "fileMissing", params: {} }]);
  return file;
}
