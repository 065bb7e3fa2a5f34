import { eq } from "drizzle-orm";
import { isAgencyMember } from "#app/features/agencies/policy.ts";
import { mayReadEntry } from "#app/features/proposals/policy.ts";
import { getProposal, getSubmittedContent } from "#app/features/proposals/queries.server.ts";
import type { AttachmentId, Proposal } from "#app/features/proposals/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import { attachments } from "#db/schema/proposals.ts";

export type DownloadableFile = { fileName: string; contentType: string; bytes: number; sha256: string };

/**
 * A file for whoever may read it: members of the agency any file of theirs, readers of the entry the files of the version that
 * stands. `isReader` says for later rooms whether the asking person reads the entry by assignment. 404 for anybody else.
 */
export function getDownload(ctx: Ctx, id: AttachmentId, isReader: (proposal: Proposal) => boolean): DownloadableFile {
  const row = ctx.db.select().from(attachments).where(eq(attachments.id, id)).get();
  if (!row) throw notFound("proposals.attachmentUnknown");
  const proposal = getProposal(ctx, row.proposalId);
  const allowed =
    isAgencyMember(ctx.actor, proposal.agencyId) ||
    ((mayReadEntry(ctx.actor, proposal) || isReader(proposal)) && stands(ctx, proposal, id));
  if (!allowed) throw notFound("proposals.attachmentUnknown");
  const { fileName, contentType, bytes, sha256 } = row;
  return { fileName, contentType, bytes, sha256 };
}

const stands = (ctx: Ctx, proposal: Proposal, id: AttachmentId): boolean =>
  proposal.reach !== "draft" && getSubmittedContent(ctx, proposal.id).attachments.some((file) => file.id === id);
