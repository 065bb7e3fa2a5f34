import { asc, eq, inArray } from "drizzle-orm";
import { statSync } from "node:fs";
import { join } from "node:path";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { isFileQuestion } from "#app/features/competitions/rules.ts";
import { isProposalMember, mayReadEntry } from "#app/features/proposals/policy.ts";
import { getOwnProposal, getProposal, getSubmittedContent } from "#app/features/proposals/queries.server.ts";
import { uploadLifetime } from "#app/features/proposals/attachments/rules.ts";
import { findContent, findScan, findUpload, findUploadsOf } from "#app/features/proposals/attachments/store.server.ts";
import type { PagePicture, UnfinishedUpload, Upload, UploadId } from "#app/features/proposals/attachments/types.ts";
import type { AttachmentId, Proposal, ProposalId } from "#app/features/proposals/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { DomainError, notFound } from "#app/lib/errors.ts";
import { fileKinds, isFileKind } from "#app/lib/uploads/types.ts";
import { attachments, pagePictures } from "#db/schema/proposals.ts";

export type DownloadableFile = { fileName: string; contentType: string; bytes: number; sha256: string };

/** How a screener or an assessor reads an entry; null for whoever does not. */
export type ReadingAccess = { blind: boolean } | null;

type Stored = typeof attachments.$inferSelect;

/** Names of files tell whose they are: a blind reader gets every file under this one. */
const blindStem = "berkas";

/**
 * A file for whoever may read it: members of the agency any file of theirs, readers of the entry the files of the version that
 * stands. `accessOf` says for later rooms how the asking person reads the entry, to screen it or by assignment: who reads it blind gets files
 * without their names, and no statement letters, which name their signers. 404 for anybody else. A file that a scanner has not
 * seen yet is shown to its agency only, an infected one to nobody (409).
 */
export function getDownload(ctx: Ctx, id: AttachmentId, accessOf: (proposal: Proposal) => ReadingAccess): DownloadableFile {
  const row = ctx.db.select().from(attachments).where(eq(attachments.id, id)).get();
  if (!row) throw notFound("proposals.attachmentUnknown");
  const proposal = getProposal(ctx, row.proposalId);
  const { contentType, bytes, sha256 } = row;
  const fileName = nameFor(ctx, row, { proposal, accessOf });
  requireScanned(ctx, sha256, isProposalMember(ctx.actor, proposal));
  return { fileName, contentType, bytes, sha256 };
}

function requireScanned(ctx: Ctx, sha256: string, isOwn: boolean): void {
  const scan = findScan(ctx, sha256);
  if (scan === "infected") throw new DomainError("proposals.fileInfectedKept", { kind: "conflict" });
  if (scan === "pending" && !isOwn) throw new DomainError("proposals.fileNotScanned", { kind: "conflict" });
}

/** Content address of a picture of a page, for whoever may have the file itself; 404 when there is none. */
export function getPagePicture(ctx: Ctx, asked: { id: AttachmentId; page: number; accessOf: (proposal: Proposal) => ReadingAccess }): string {
  const { sha256 } = getDownload(ctx, asked.id, asked.accessOf);
  const row = ctx.db.select().from(pagePictures).where(eq(pagePictures.sha256, sha256)).all().find(({ page }) => page === asked.page);
  if (!row) throw notFound("proposals.attachmentUnknown");
  return row.picture;
}

/** Of which pages there are pictures and how many pages there are, for whoever may have the file itself. */
export function getPages(ctx: Ctx, id: AttachmentId, accessOf: (proposal: Proposal) => ReadingAccess): { count: number | null; pictures: PagePicture[] } {
  const { sha256 } = getDownload(ctx, id, accessOf);
  return { count: findContent(ctx, sha256)?.pages ?? null, pictures: findPictures(ctx, [sha256]).get(sha256) ?? [] };
}

/** Pictures of the pages of each content address, in their order. The caller has authorised. */
export function findPictures(ctx: Pick<Ctx, "db">, addresses: readonly string[]): Map<string, PagePicture[]> {
  if (addresses.length === 0) return new Map();
  const { sha256, page, width, height } = pagePictures;
  const rows = ctx.db
    .select({ sha256, page, width, height })
    .from(pagePictures)
    .where(inArray(sha256, [...addresses]))
    .orderBy(asc(sha256), asc(page))
    .all();
  const found = new Map<string, PagePicture[]>();
  for (const { sha256: address, ...picture } of rows) found.set(address, [...(found.get(address) ?? []), picture]);
  return found;
}

/** The name under which a file was kept, for whoever just put it there; 404 for everybody outside the agency. */
export function getAttachmentName(ctx: Ctx, id: AttachmentId): string {
  const row = ctx.db.select().from(attachments).where(eq(attachments.id, id)).get();
  if (!row || !isProposalMember(ctx.actor, getProposal(ctx, row.proposalId))) throw notFound("proposals.attachmentUnknown");
  return row.fileName;
}

/** An upload of the asking person; for everybody else it does not exist (404). */
export function getUpload(ctx: Ctx, id: UploadId): Upload {
  const upload = findUpload(ctx, id);
  if (!upload || upload.userId !== ctx.actor?.userId) throw notFound("proposals.uploadUnknown");
  return upload;
}

/** What the asking person began to send to a proposal of their agency and may still finish; the earliest first. */
export function listUnfinishedUploads(ctx: Ctx, proposalId: ProposalId): UnfinishedUpload[] {
  const proposal = getOwnProposal(ctx, proposalId);
  const { userId } = ctx.actor as NonNullable<Ctx["actor"]>;
  return findUploadsOf(ctx, userId, ctx.now - uploadLifetime)
    .filter((upload) => upload.proposalId === proposal.id)
    .toSorted((one, two) => one.createdAt - two.createdAt)
    .map(({ id, fieldKey, fileName, bytes, createdAt }) => {
      const come = statSync(uploadPath(ctx, id), { throwIfNoEntry: false })?.size ?? 0;
      return { id, fieldKey, fileName, bytes, createdAt, come };
    });
}

/** Where the bytes of an upload are collected. */
export const uploadPath = (ctx: Pick<Ctx, "files">, id: UploadId): string => join(ctx.files.incoming, id);

type Asked = { proposal: Proposal; accessOf: (proposal: Proposal) => ReadingAccess };

function nameFor(ctx: Ctx, row: Stored, { proposal, accessOf }: Asked): string {
  if (isProposalMember(ctx.actor, proposal)) return row.fileName;
  const access = mayReadEntry(ctx.actor, proposal) ? { blind: false } : accessOf(proposal);
  if (!access || !stands(ctx, proposal, row.id)) throw notFound("proposals.attachmentUnknown");
  if (!access.blind) return row.fileName;
  if (isLetter(ctx, proposal, row)) throw notFound("proposals.attachmentUnknown");
  const { contentType } = row;
  return `${blindStem}.${isFileKind(contentType) ? fileKinds[contentType] : "pdf"}`;
}

const isLetter = (ctx: Ctx, { editionId }: Proposal, { fieldKey }: Stored): boolean =>
  getEdition(ctx, editionId).definition.fields.some((field) => field.key === fieldKey && isFileQuestion(field));

const stands = (ctx: Ctx, proposal: Proposal, id: AttachmentId): boolean =>
  proposal.reach !== "draft" && getSubmittedContent(ctx, proposal.id).attachments.some((file) => file.id === id);
