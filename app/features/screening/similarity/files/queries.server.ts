import { inArray } from "drizzle-orm";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { getProposal, getSubmittedContent } from "#app/features/proposals/queries.server.ts";
import type { ProposalId, SubmittedFile } from "#app/features/proposals/types.ts";
import { type ComparedPart, comparedFiles, comparedParts } from "#app/features/screening/similarity/files/rules.ts";
import { comparedText } from "#app/features/screening/similarity/rules.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { similarityFileTexts } from "#db/schema/similarity.ts";

/** What is compared of the standing version of an entry: its answers, and the words of its files as far as they were read. */
export function partsOf(ctx: Ctx, proposalId: ProposalId): ComparedPart[] {
  const { definition } = getEdition(ctx, getProposal(ctx, proposalId).editionId);
  const content = getSubmittedContent(ctx, proposalId);
  const files = comparedFiles(definition, content);
  const texts = textsOf(ctx, files);
  return comparedParts(comparedText(definition, content), files.map(({ fileName, sha256 }) => ({ fileName, text: texts.get(sha256) ?? "" })));
}

/** Files of the standing version of an entry whose words have not been read yet. */
export function unreadFiles(ctx: Ctx, proposalId: ProposalId): SubmittedFile[] {
  const { definition } = getEdition(ctx, getProposal(ctx, proposalId).editionId);
  const files = comparedFiles(definition, getSubmittedContent(ctx, proposalId));
  const texts = textsOf(ctx, files);
  return files.filter(({ sha256 }) => !texts.has(sha256));
}

function textsOf(ctx: Pick<Ctx, "db">, files: readonly SubmittedFile[]): Map<string, string> {
  if (files.length === 0) return new Map();
  const addresses = files.map(({ sha256 }) => sha256);
  const rows = ctx.db.select().from(similarityFileTexts).where(inArray(similarityFileTexts.sha256, addresses)).all();
  return new Map(rows.map(({ sha256, text }) => [sha256, text]));
}
