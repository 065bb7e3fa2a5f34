import { InvalidInput } from "#app/lib/errors.ts";
import { type ContentFault, type FileKind, fileKinds } from "#app/lib/uploads/types.ts";

/** Bytes of a letter to sign: text and perhaps a crest. */
export const templateMost = 5 * 1024 * 1024;

/** What a letter to sign may be handed out as. */
export const templateKinds: readonly FileKind[] = [
  "application/pdf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "application/vnd.oasis.opendocument.text",
];

const refuse = (code: string, params: Record<string, string> = {}): never => {
  throw new InvalidInput([{ path: "file", code, params }]);
};

/** Refuses a letter above 5 MB (422, beside the field). */
export const checkTemplateSize = (bytes: number): void => {
  if (bytes > templateMost) refuse("editor.template.big");
};

/** Refuses what the content of a letter showed (422, beside the field). */
export const refuseTemplate = (fault: ContentFault): never => refuse(fault === "fileWrongType" ? "editor.template.wrong" : fault);

/** Refuses a letter in which a scanner found something, and one the scanner could not be asked about: everybody downloads it. */
export const refuseUnscanned = (signature: string | null): never =>
  signature === null ? refuse("editor.template.unscanned") : refuse("fileInfected", { signature });

const longestStem = 110;

/** A name that can stand in a header and in a list: letters, digits and plain signs, with the ending of its content. */
export function templateName(name: string, kind: FileKind): string {
  const stem = (name.normalize("NFC").split(/[\\/]/).at(-1) ?? "").replace(/\.\w{1,5}$/, "").replaceAll(/[^\p{L}\p{N} ._()-]+/gu, "_");
  const short = [...stem].slice(0, longestStem).join("").replaceAll(/^[.\s]+|[.\s]+$/g, "");
  return `${short || "contoh-surat"}.${fileKinds[kind]}`;
}
