import { recordAudit } from "#app/features/audit/operations.server.ts";
import { checkFile, fileQuestion, plainFileName } from "#app/features/proposals/attachments/rules.ts";
import { getOpenDraft } from "#app/features/proposals/form/queries.server.ts";
import { filesSection, sectionKeyOf } from "#app/features/proposals/form/rules.ts";
import * as store from "#app/features/proposals/store.server.ts";
import type { AttachmentId, Proposal, ProposalId } from "#app/features/proposals/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import { inTransaction } from "#db/client.server.ts";

type NewFile = { proposalId: ProposalId; fieldKey: string; fileName: string; bytes: Uint8Array };

/**
 * Puts one PDF at a question of a draft, in place of the one that stood there. Refuses what is no whole PDF or too large for the
 * question (422), and whoever may not write (403/404). The content is kept before the row that names it.
 */
export function attachFile(ctx: Ctx, input: NewFile): AttachmentId {
  const { proposal, edition } = getOpenDraft(ctx, input.proposalId);
  checkFile(fileQuestion(edition.definition, proposal.groupKey, input.fieldKey), input.bytes);
  const sha256 = ctx.files.put(input.bytes);
  return inTransaction(ctx, () => {
    getOpenDraft(ctx, input.proposalId);
    const file = { fileName: plainFileName(input.fileName), bytes: input.bytes.length, sha256 };
    const id = ctx.newId("attachment");
    store.removeFilesAt(ctx, proposal.id, input.fieldKey);
    store.insertAttachment(ctx, {
      ...{ id, proposalId: proposal.id, fieldKey: input.fieldKey, contentType: "application/pdf", ...file },
      uploadedBy: (ctx.actor as NonNullable<Ctx["actor"]>).userId,
      uploadedAt: ctx.now,
    });
    audit(ctx, proposal, "attachFile", { attachment: id, field: input.fieldKey, ...file });
    return id;
  });
}

/** Takes a file away from a draft and says where it stood. Versions that were submitted with it keep it. */
export function removeAttachment(ctx: Ctx, input: { attachmentId: AttachmentId }): { proposalId: ProposalId; section: string } {
  return inTransaction(ctx, () => {
    const place = store.findAttachmentPlace(ctx, input.attachmentId);
    if (!place) throw notFound("proposals.attachmentUnknown");
    const { proposal, edition } = getOpenDraft(ctx, place.proposalId);
    store.removeFilesAt(ctx, proposal.id, place.fieldKey);
    audit(ctx, proposal, "removeAttachment", { attachment: input.attachmentId, field: place.fieldKey });
    const field = edition.definition.fields.find(({ key }) => key === place.fieldKey);
    return { proposalId: proposal.id, section: field ? sectionKeyOf(field) : filesSection };
  });
}

function audit(ctx: Ctx, proposal: Proposal, verb: string, data: Record<string, string | number>): void {
  const subject = { kind: "proposal", id: proposal.id };
  recordAudit(ctx, { action: "proposals.".concat(verb), subject, editionId: proposal.editionId, data });
}
