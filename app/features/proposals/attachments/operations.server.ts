import { createReadStream } from "node:fs";
import { rm, stat } from "node:fs/promises";
import { recordAudit } from "#app/features/audit/operations.server.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import type { Edition } from "#app/features/competitions/types.ts";
import { getUpload, uploadPath } from "#app/features/proposals/attachments/queries.server.ts";
import { acceptedKinds, checkSize, checkUploadRoom, fileQuestion, idleUploads, plainFileName, refuseContent, refuseInfected, uploadLifetime } from "#app/features/proposals/attachments/rules.ts";
import * as contents from "#app/features/proposals/attachments/store.server.ts";
import type { KeptFile, ScanState, UploadId } from "#app/features/proposals/attachments/types.ts";
import { requirePartsOpen } from "#app/features/proposals/corrections/queries.server.ts";
import { getOpenDraft } from "#app/features/proposals/form/queries.server.ts";
import { filesSection, sectionKeyOf } from "#app/features/proposals/form/rules.ts";
import { isProposalMember } from "#app/features/proposals/policy.ts";
import { getProposal } from "#app/features/proposals/queries.server.ts";
import * as store from "#app/features/proposals/store.server.ts";
import type { AttachmentId, Proposal, ProposalId } from "#app/features/proposals/types.ts";
import { enqueue } from "#app/jobs/queue.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { DomainError, InvalidInput, notFound } from "#app/lib/errors.ts";
import { hashFile } from "#app/lib/files/disk.server.ts";
import { sha256Hex } from "#app/lib/hash.server.ts";
import { idPrefixes } from "#app/lib/ids.ts";
import { inspectFile } from "#app/lib/uploads/inspect.server.ts";
import { inTransaction } from "#db/client.server.ts";

type Place = { proposalId: ProposalId; fieldKey: string };

/**
 * Announces a file that will come in pieces. `bytes` is its whole length: refused when it is more than the question allows (422),
 * when the person has too many unfinished ones (429), and by whoever may not write there now (403/404/409).
 */
export function beginUpload(ctx: Ctx, input: Place & { fileName: string; bytes: number }): UploadId {
  return inTransaction(ctx, () => {
    checkSize(questionAt(ctx, input), input.bytes);
    const { userId } = actorOf(ctx);
    checkUploadRoom(contents.findUploadsOf(ctx, userId, ctx.now - uploadLifetime), input.bytes);
    const id = ctx.newId("upload");
    const { proposalId, fieldKey, fileName, bytes } = input;
    contents.insertUpload(ctx, { id, proposalId, fieldKey, fileName: fileName.slice(0, 300), bytes, userId, createdAt: ctx.now });
    return id;
  });
}

/**
 * Makes room for another announced file by giving up, the longest idle first, what of the person's own has received nothing for ten
 * minutes: six lines that broke must not keep anybody out for a day. `realNow` is the real clock, which files on disk follow.
 */
export async function makeUploadRoom(ctx: Ctx, input: { bytes: number; realNow: number }): Promise<void> {
  if (!ctx.actor) return;
  const unfinished = contents.findUploadsOf(ctx, ctx.actor.userId, ctx.now - uploadLifetime);
  const ages = await Promise.all(unfinished.map(async (upload) => ({ ...upload, idle: input.realNow - (await lastTouched(ctx, upload.id)) })));
  for (const { id } of idleUploads(ages, input.bytes)) await forget(ctx, id);
}

/** UTC ms of the real clock; what never received a byte counts as untouched since ever. */
const lastTouched = (ctx: Ctx, id: UploadId): Promise<number> => stat(uploadPath(ctx, id)).then(({ mtimeMs }) => mtimeMs, () => 0);

/** Gives up what has come of a file and says where it would have stood; only whoever announced it (404). */
export async function dropUpload(ctx: Ctx, input: { uploadId: UploadId }): Promise<{ proposalId: ProposalId; section: string }> {
  const { id, proposalId, fieldKey } = getUpload(ctx, input.uploadId);
  await forget(ctx, id);
  return { proposalId, section: sectionAt(getEdition(ctx, getProposal(ctx, proposalId).editionId), fieldKey) };
}

/**
 * How many bytes of a file have come, and their SHA-256, for whoever announced it (404): only a file that begins with the same bytes
 * may go on from there, so that nothing is put together from two.
 */
export async function fingerprintUpload(ctx: Ctx, input: { uploadId: UploadId }): Promise<{ come: number; sha256: string }> {
  const path = uploadPath(ctx, getUpload(ctx, input.uploadId).id);
  const come = await stat(path).then(({ size }) => size, () => 0);
  return { come, sha256: come === 0 ? sha256Hex("") : await hashFile(path, come) };
}

/**
 * Checks a file that has come completely, keeps its content and puts it at its question. Refuses one of which a part is missing
 * (409) and everything keepFile and attachFile refuse; what was refused is given up, so that it is sent anew. What failed for
 * another reason, such as a store that does not answer, stays and can be received again without being sent again. Asked again after
 * it was received, because the answer was lost on its way, it gives the same answer and changes nothing.
 */
export async function receiveUpload(ctx: Ctx, input: { uploadId: UploadId }): Promise<AttachmentId> {
  const received = findReceived(ctx, input.uploadId);
  if (received) return received;
  const upload = getUpload(ctx, input.uploadId);
  const path = uploadPath(ctx, upload.id);
  const come = await stat(path).then(({ size }) => size, () => -1);
  if (come !== upload.bytes) throw new DomainError("proposals.uploadUnfinished", { kind: "conflict" });
  try {
    const file = await keepFile(ctx, { ...upload, path });
    const id = attachFile(ctx, { ...upload, file, id: attachmentIdOf(upload.id) });
    await forget(ctx, upload.id);
    return id;
  } catch (error) {
    const isRefused = error instanceof DomainError || error instanceof InvalidInput;
    const isGone = await stat(path).then(() => false, () => true);
    if (isRefused || isGone) await forget(ctx, upload.id);
    throw error;
  }
}

/** A file that came as an upload bears its number, so that whoever asks twice is known. */
const attachmentIdOf = (id: UploadId): AttachmentId => id.replace(idPrefixes.upload, idPrefixes.attachment) as AttachmentId;

/** The file an upload of the asking person has become; undefined while it has not. */
const findReceived = (ctx: Ctx, id: UploadId): AttachmentId | undefined => {
  const file = contents.findAttachment(ctx, attachmentIdOf(id));
  return file && file.uploadedBy === ctx.actor?.userId ? file.id : undefined;
};

async function forget(ctx: Ctx, id: UploadId): Promise<void> {
  inTransaction(ctx, () => contents.deleteUpload(ctx, id));
  const path = uploadPath(ctx, id);
  await Promise.all([rm(path, { force: true }), rm(`${path}.json`, { force: true })]);
}

/** Checks the local file, keeps its content and puts it at the question. The local file is gone afterwards, whatever happens. */
export async function receiveFile(ctx: Ctx, input: Place & { fileName: string; path: string }): Promise<AttachmentId> {
  try {
    const file = await keepFile(ctx, input);
    return attachFile(ctx, { proposalId: input.proposalId, fieldKey: input.fieldKey, fileName: input.fileName, file });
  } finally {
    await rm(input.path, { force: true });
  }
}

/**
 * Looks at the content of a local file and keeps it in the store. Refuses beside the field (422) what is empty, too large, not of
 * the kinds the question takes by its content, damaged, encrypted, running or carrying something, too hard to read, or found
 * infected. A scanner that cannot be reached leaves the file `pending`. Whoever may not write there is refused first.
 */
export async function keepFile(ctx: Ctx, input: Place & { path: string }): Promise<KeptFile> {
  const field = questionAt(ctx, input);
  const { size } = await stat(input.path);
  checkSize(field, size);
  const content = await inspectFile(input.path, acceptedKinds(field));
  if (!content.ok) return refuseContent(field, content.fault);
  const scan = await scanned(ctx, input);
  const { kind, pages, replaced } = content;
  const sha256 = replaced ? await ctx.files.put(replaced) : await ctx.files.putFile(input.path);
  return { sha256, bytes: replaced?.length ?? size, kind, pages, scan };
}

async function scanned(ctx: Ctx, { path, proposalId, fieldKey }: Place & { path: string }): Promise<ScanState> {
  if (ctx.files.scanner === null) return "none";
  const answer = await ctx.files.scanner.scan(createReadStream(path));
  if (answer.verdict === "unreachable") return "pending";
  if (answer.verdict === "clean") return "clean";
  const { proposal } = getOpenDraft(ctx, proposalId);
  inTransaction(ctx, () => audit(ctx, proposal, "refuseInfected", { field: fieldKey, signature: answer.signature }));
  return refuseInfected(fieldKey, answer.signature);
}

/**
 * Puts content that was checked and kept at a question of a draft, in place of the file that stood there, which stays in the
 * versions that hold it. Refuses what is too large for the question (422), and whoever may not write (403/404).
 */
export function attachFile(ctx: Ctx, input: Place & { fileName: string; file: KeptFile; id?: AttachmentId }): AttachmentId {
  return inTransaction(ctx, () => {
    checkSize(questionAt(ctx, input), input.file.bytes);
    const { proposal } = getOpenDraft(ctx, input.proposalId);
    requirePartsOpen(ctx, { proposalId: proposal.id, parts: [input.fieldKey] });
    const { sha256, bytes, kind } = input.file;
    const file = { fileName: plainFileName(input.fileName, kind), bytes, sha256 };
    const id = input.id ?? ctx.newId("attachment");
    contents.saveContent(ctx, input.file);
    store.removeFilesAt(ctx, proposal.id, input.fieldKey);
    store.insertAttachment(ctx, {
      ...{ id, proposalId: proposal.id, fieldKey: input.fieldKey, contentType: kind, ...file },
      uploadedBy: actorOf(ctx).userId,
      uploadedAt: ctx.now,
    });
    audit(ctx, proposal, "attachFile", { attachment: id, field: input.fieldKey, ...file });
    if (kind === "application/pdf" || kind.startsWith("image/")) enqueue(ctx, { kind: "proposals.pagePictures", payload: { sha256 }, dedupeKey: `pictures ${sha256}` });
    return id;
  });
}

/** Takes a file away from a draft and says where it stood. Versions that were submitted with it keep it. */
export function removeAttachment(ctx: Ctx, input: { attachmentId: AttachmentId }): { proposalId: ProposalId; section: string } {
  return inTransaction(ctx, () => {
    const place = store.findAttachmentPlace(ctx, input.attachmentId);
    // Of another agency it is as little there as one that never was: in the same words.
    if (!place || !isProposalMember(ctx.actor, getProposal(ctx, place.proposalId))) throw notFound("proposals.attachmentUnknown");
    const { proposal, edition } = getOpenDraft(ctx, place.proposalId);
    requirePartsOpen(ctx, { proposalId: proposal.id, parts: [place.fieldKey] });
    store.removeFilesAt(ctx, proposal.id, place.fieldKey);
    audit(ctx, proposal, "removeAttachment", { attachment: input.attachmentId, field: place.fieldKey });
    return { proposalId: proposal.id, section: sectionAt(edition, place.fieldKey) };
  });
}

function sectionAt({ definition }: Pick<Edition, "definition">, fieldKey: string): string {
  const field = definition.fields.find(({ key }) => key === fieldKey);
  return field ? sectionKeyOf(field) : filesSection;
}

function questionAt(ctx: Ctx, { proposalId, fieldKey }: Place) {
  const { proposal, edition } = getOpenDraft(ctx, proposalId);
  return fileQuestion(edition.definition, proposal.groupKey, fieldKey);
}

const actorOf = (ctx: Ctx): NonNullable<Ctx["actor"]> => ctx.actor as NonNullable<Ctx["actor"]>;

function audit(ctx: Ctx, proposal: Proposal, verb: string, data: Record<string, string | number>): void {
  const subject = { kind: "proposal", id: proposal.id };
  recordAudit(ctx, { action: "proposals.".concat(verb), subject, editionId: proposal.editionId, data });
}
