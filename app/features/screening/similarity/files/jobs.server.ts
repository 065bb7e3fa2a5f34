import type { ProposalId } from "#app/features/proposals/types.ts";
import { getProposal } from "#app/features/proposals/queries.server.ts";
import { unreadFiles } from "#app/features/screening/similarity/files/queries.server.ts";
import { cutAtWord, fileCharacters } from "#app/features/screening/similarity/files/rules.ts";
import { saveFileText } from "#app/features/screening/similarity/files/store.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { pdfText } from "#app/lib/pdf-reading/read.server.ts";
import { inTransaction } from "#db/client.server.ts";

/**
 * Reads the words of the PDFs of an entry that were not read before. A picture of a page has none; a file that cannot be fetched
 * now is left for a later version, so that the comparison of the answers never waits for it.
 */
export async function readFilesOf(ctx: Ctx, proposalId: ProposalId): Promise<void> {
  if (getProposal(ctx, proposalId).reach === "draft") return;
  for (const { sha256 } of unreadFiles(ctx, proposalId)) {
    const bytes = await ctx.files.read(sha256).catch(() => null);
    if (bytes === null) continue;
    const text = cutAtWord(await pdfText(new Uint8Array(bytes)), fileCharacters);
    inTransaction(ctx, () => saveFileText(ctx, { sha256, text }));
  }
}
