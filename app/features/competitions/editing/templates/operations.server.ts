import { createReadStream } from "node:fs";
import { rm, stat } from "node:fs/promises";
import { recordAudit } from "#app/features/audit/operations.server.ts";
import { setTemplate } from "#app/features/competitions/editing/items/operations.server.ts";
import { checkTemplateSize, refuseTemplate, refuseUnscanned, templateKinds, templateName } from "#app/features/competitions/editing/templates/rules.ts";
import { getOrganised } from "#app/features/competitions/queries.server.ts";
import type { EditionId } from "#app/features/competitions/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { DomainError } from "#app/lib/errors.ts";
import { inspectFile } from "#app/lib/uploads/inspect.server.ts";
import { inTransaction } from "#db/client.server.ts";

type Received = { editionId: EditionId; field: string; fileName: string; path: string };

/**
 * Looks into a local file, keeps it and puts it at a question of kind statement as the letter agencies sign. Refuses beside the
 * field (422) what is empty, above 5 MB, no PDF, DOCX or ODT by its content, damaged, encrypted, carrying macros, infected, or
 * not scanned because the scanner does not answer; `competitions.frozen` once open; `competitions.partUnknown` for any other
 * question. The local file is gone afterwards, whatever happens.
 */
export async function receiveTemplate(ctx: Ctx, input: Received): Promise<void> {
  try {
    await keepTemplate(ctx, input);
  } finally {
    await rm(input.path, { force: true });
  }
}

async function keepTemplate(ctx: Ctx, input: Received): Promise<void> {
  const { editionId, field, path } = input;
  // Before anything is read: whoever may not write here has no file looked at.
  if (getOrganised(ctx, editionId).status !== "draft") throw new DomainError("competitions.frozen", { kind: "conflict" });
  const { size } = await stat(path);
  checkTemplateSize(size);
  const content = await inspectFile(path, templateKinds);
  if (!content.ok) return refuseTemplate(content.fault);
  await scan(ctx, input);
  const sha256 = await ctx.files.putFile(path);
  setTemplate(ctx, { editionId, field, template: { fileName: templateName(input.fileName, content.kind), contentType: content.kind, bytes: size, sha256 } });
}

async function scan(ctx: Ctx, { editionId, field, path }: Received): Promise<void> {
  if (ctx.files.scanner === null) return;
  const answer = await ctx.files.scanner.scan(createReadStream(path));
  if (answer.verdict === "clean") return;
  if (answer.verdict === "unreachable") return refuseUnscanned(null);
  const { signature } = answer;
  inTransaction(ctx, () =>
    recordAudit(ctx, { action: "competitions.refuseInfected", subject: { kind: "edition", id: editionId }, editionId, data: { field, signature } }),
  );
  refuseUnscanned(signature);
}
