import { recordAudit } from "#app/features/audit/operations.server.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { stageOf } from "#app/features/competitions/rules.ts";
import { mayCloseRound, mayReadProgress } from "#app/features/scoring/policy.ts";
import { isRoundClosed } from "#app/features/scoring/queries.server.ts";
import { closureOf } from "#app/features/scoring/rounds/queries.server.ts";
import { checkRoundClosure } from "#app/features/scoring/rounds/rules.ts";
import * as store from "#app/features/scoring/store.server.ts";
import type { RoundId } from "#app/features/scoring/types.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { authorize, DomainError, notFound } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { inTransaction } from "#db/client.server.ts";

/**
 * Closes a desk although readings are missing: nobody marks on it any more, and a list waits for none of them. Nothing is deleted:
 * reopening gives everything back as it was. `digest` is that of the preview; a stale one is refused (`scoring.roundStale`).
 * Organiser only; refusals as in `checkRoundClosure`.
 */
export function closeRound(ctx: Ctx, input: { editionId: Id<"edition">; stage: string; reason: string; digest: string }): RoundId {
  return inTransaction(ctx, () => {
    const { editionId, stage, reason } = input;
    authorize(mayCloseRound(ctx.actor, editionId));
    const { definition } = getEdition(ctx, editionId);
    const closure = closureOf(ctx, { editionId, stage });
    const closed = isRoundClosed(ctx, { editionId, stage });
    checkRoundClosure({ stage: stageOf(definition, stage), now: ctx.now, closed, missing: closure.missing.length, unread: closure.unread });
    if (closure.digest !== input.digest) throw new DomainError("scoring.roundStale", { kind: "conflict" });
    const id = ctx.newId("round");
    store.insertRound(ctx, { id, editionId, stage, reason, missing: closure.missing, closedBy: (ctx.actor as Actor).userId, closedAt: ctx.now });
    recordAudit(ctx, {
      action: "scoring.closeRound",
      subject: { kind: "round", id },
      editionId,
      data: { stage, reason, missing: closure.missing.map(({ assignmentId }) => assignmentId), thin: closure.thin.map(({ proposalId, locked }) => ({ proposal: proposalId, locked })) },
    });
    return id;
  });
}

/**
 * Opens a desk that was closed with readings missing: its readers go on where they were, inside the stage's window. Organiser
 * only; refuses what is not closed (404). Whether a list stands on it is asked by the act `reopenUnlistedRound`.
 */
export function reopenRound(ctx: Ctx, input: { roundId: RoundId; reason: string }): void {
  inTransaction(ctx, () => {
    const row = store.findRound(ctx, input.roundId);
    if (!row || row.reopenedAt !== null || !mayReadProgress(ctx.actor, row.editionId)) throw notFound("scoring.roundUnknown");
    authorize(mayCloseRound(ctx.actor, row.editionId));
    store.reopenRound(ctx, row.id, { reopenedBy: (ctx.actor as Actor).userId, reopenedAt: ctx.now, reopenReason: input.reason });
    recordAudit(ctx, {
      action: "scoring.reopenRound",
      subject: { kind: "round", id: row.id },
      editionId: row.editionId,
      data: { stage: row.stage, reason: input.reason },
    });
  });
}
