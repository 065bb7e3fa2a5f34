import { checkExtension } from "#app/features/proposals/corrections/rules.ts";
import { countCorrections, getCorrection } from "#app/features/proposals/corrections/queries.server.ts";
import * as kept from "#app/features/proposals/corrections/store.server.ts";
import type { Correction, CorrectionId } from "#app/features/proposals/corrections/types.ts";
import { nextStatus } from "#app/features/proposals/rules.ts";
import { getProposal } from "#app/features/proposals/queries.server.ts";
import * as store from "#app/features/proposals/store.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";

type Request = Pick<Correction, "proposalId" | "fields" | "reasonKeys" | "note" | "dueAt">;

/**
 * Gives a submitted entry back to its agency until `dueAt`, for a later room, which has authorised and audits its own act. The
 * version submitted last keeps standing. Refuses `proposals.correctionOpen` (409). Inside the caller's transaction.
 */
export function openCorrection(ctx: Ctx, input: Request): CorrectionId {
  inCallersTransaction(ctx);
  const proposal = getProposal(ctx, input.proposalId);
  const id = ctx.newId("correction");
  kept.insertCorrection(ctx, {
    id,
    editionId: proposal.editionId,
    number: countCorrections(ctx, proposal.id) + 1,
    ...input,
    requestedBy: ctx.actor?.userId as Id<"user">,
    requestedAt: ctx.now,
    ...{ extensions: [], outcome: null, closedAt: null, version: null },
  });
  store.updateProposal(ctx, proposal, { status: nextStatus(proposal.status, "correct") });
  store.insertEvent(ctx, { proposalId: proposal.id, kind: "correct", note: input.note });
  return id;
}

/** Moves the end of an open correction, for a later room. Refuses an end that is not later (422) and a correction that has ended (409). */
export function extendCorrection(ctx: Ctx, input: { correctionId: CorrectionId; dueAt: number; reason: string }): void {
  inCallersTransaction(ctx);
  const correction = getCorrection(ctx, input.correctionId);
  checkExtension(correction, input.dueAt, ctx.now);
  const extension = { by: ctx.actor?.userId as string, at: ctx.now, from: correction.dueAt, to: input.dueAt, reason: input.reason };
  kept.updateOpenCorrection(ctx, correction.id, { dueAt: input.dueAt, extensions: [...correction.extensions, extension] });
}

/** Ends a correction nobody answered, for a later room; the version submitted last stands. Refuses one that has ended (409). */
export function lapseCorrection(ctx: Ctx, input: { correctionId: CorrectionId }): void {
  inCallersTransaction(ctx);
  const correction = getCorrection(ctx, input.correctionId);
  kept.updateOpenCorrection(ctx, correction.id, { outcome: "lapsed", closedAt: ctx.now });
  store.insertEvent(ctx, { proposalId: correction.proposalId, kind: "lapse" });
}

/** Notes that a new version answers the open correction; called by the submission itself, in its transaction. */
export function answerCorrection(ctx: Ctx, input: { correctionId: CorrectionId; version: number }): void {
  inCallersTransaction(ctx);
  kept.updateOpenCorrection(ctx, input.correctionId, { outcome: "answered", closedAt: ctx.now, version: input.version });
}

function inCallersTransaction(ctx: Ctx): void {
  if (!ctx.db.$client.inTransaction) throw new Error("a correction belongs to the transaction of its act");
}
