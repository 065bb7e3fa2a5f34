import { createReadStream } from "node:fs";
import type { Ctx } from "#app/lib/ctx.ts";
import { InvalidInput } from "#app/lib/errors.ts";

/**
 * Refuses, beside the field it was sent in, a file that somebody else will open as soon as it is kept: an infected one, and one
 * about which the scanner could not be asked. Without a scanner every file passes.
 */
export async function refuseInfected({ files }: Pick<Ctx, "files">, path: string, field: string): Promise<void> {
  const answer = await files.scanner?.scan(createReadStream(path));
  if (answer?.verdict === "infected") throw new InvalidInput([{ path: field, code: "fileInfected", params: { signature: answer.signature } }]);
  if (answer?.verdict === "unreachable") throw new InvalidInput([{ path: field, code: "editor.template.unscanned", params: {} }]);
}
