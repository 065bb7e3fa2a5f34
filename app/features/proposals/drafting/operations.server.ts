import { namesOf } from "#app/features/accounts/queries.server.ts";
import * as store from "#app/features/proposals/drafting/store.server.ts";
import type { SavedAnswers } from "#app/features/proposals/drafting/types.ts";
import { getOpenDraft } from "#app/features/proposals/form/queries.server.ts";
import { saveAnswers } from "#app/features/proposals/operations.server.ts";
import type { ProposalId } from "#app/features/proposals/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { DomainError, notFound } from "#app/lib/errors.ts";
import { inTransaction } from "#db/client.server.ts";

/**
 * Brings an earlier text of a question back as its newest. What stood until now stays in the history, so that this too can be
 * undone. Refuses as every save does, and a text that is no longer kept (404).
 */
export function restoreAnswer(ctx: Ctx, input: { proposalId: ProposalId; fieldKey: string; revision: number }): SavedAnswers {
  return inTransaction(ctx, () => {
    getOpenDraft(ctx, input.proposalId);
    const row = store.findRevision(ctx, input.proposalId, input.fieldKey, input.revision);
    if (!row) throw notFound("proposals.revisionUnknown");
    return saveAnswers(ctx, { proposalId: input.proposalId, answers: { [input.fieldKey]: row.value } });
  });
}

/**
 * Notes that the asking person has a section of a draft open, and answers with the names of the others who have, and where.
 * No entry in the log: looking is no act. Refuses whoever may not write the draft now.
 */
export function notePresence(ctx: Ctx, input: { proposalId: ProposalId; section: string }): { name: string; section: string }[] {
  return inTransaction(ctx, () => {
    getOpenDraft(ctx, input.proposalId);
    if (!ctx.actor) throw new DomainError("accounts.signInRequired", { kind: "signInRequired" });
    const { userId } = ctx.actor;
    store.savePresence(ctx, { ...input, userId });
    const others = store.findOthersPresent(ctx, input.proposalId, userId);
    const names = namesOf(ctx, others.map((one) => one.userId));
    return others.map((one) => ({ name: names.get(one.userId) ?? "", section: one.section }));
  });
}

const batch = 200;

/** Deletes texts that can no longer be brought back and the traces of closed pages, in short transactions. */
export function sweepDrafting(ctx: Ctx): void {
  inTransaction(ctx, () => store.deleteStalePresences(ctx));
  for (let old = store.findOldRevisions(ctx, batch); old.length > 0; old = store.findOldRevisions(ctx, batch)) {
    inTransaction(ctx, () => {
      for (const row of old) store.deleteRevision(ctx, row);
    });
  }
}
