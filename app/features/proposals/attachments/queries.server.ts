import { eq } from "drizzle-orm";
import { isAgencyMember } from "#app/features/agencies/policy.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { isFileQuestion } from "#app/features/competitions/rules.ts";
import { mayReadEntry } from "#app/features/proposals/policy.ts";
import { getProposal, getSubmittedContent } from "#app/features/proposals/queries.server.ts";
import type { AttachmentId, Proposal } from "#app/features/proposals/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import { attachments } from "#db/schema/proposals.ts";

export type DownloadableFile = { fileName: string; contentType: string; bytes: number; sha256: string };

/** How an assessor reads an entry; null when he does not. */
export type ReadingAccess = { blind: boolean } | null;

type Stored = typeof attachments.$inferSelect;

/** Names of files tell whose they are: a blind reader gets every file under this one. */
const blindName = "berkas.pdf";

/**
 * A file for whoever may read it: members of the agency any file of theirs, readers of the entry the files of the version that
 * stands. `accessOf` says for later rooms how the asking person reads the entry by assignment: who reads it blind gets files
 * without their names, and no statement letters, which name their signers. 404 for anybody else.
 */
export function getDownload(ctx: Ctx, id: AttachmentId, accessOf: (proposal: Proposal) => ReadingAccess): DownloadableFile {
  const row = ctx.db.select().from(attachments).where(eq(attachments.id, id)).get();
  if (!row) throw notFound("proposals.attachmentUnknown");
  const proposal = getProposal(ctx, row.proposalId);
  const { contentType, bytes, sha256 } = row;
  return { fileName: nameFor(ctx, row, { proposal, accessOf }), contentType, bytes, sha256 };
}

type Asked = { proposal: Proposal; accessOf: (proposal: Proposal) => ReadingAccess };

function nameFor(ctx: Ctx, row: Stored, { proposal, accessOf }: Asked): string {
  if (isAgencyMember(ctx.actor, proposal.agencyId)) return row.fileName;
  const access = mayReadEntry(ctx.actor, proposal) ? { blind: false } : accessOf(proposal);
  if (!access || !stands(ctx, proposal, row.id)) throw notFound("proposals.attachmentUnknown");
  if (!access.blind) return row.fileName;
  if (isLetter(ctx, proposal, row)) throw notFound("proposals.attachmentUnknown");
  return blindName;
}

const isLetter = (ctx: Ctx, { editionId }: Proposal, { fieldKey }: Stored): boolean =>
  getEdition(ctx, editionId).definition.fields.some((field) => field.key === fieldKey && isFileQuestion(field));

const stands = (ctx: Ctx, proposal: Proposal, id: AttachmentId): boolean =>
  proposal.reach !== "draft" && getSubmittedContent(ctx, proposal.id).attachments.some((file) => file.id === id);
