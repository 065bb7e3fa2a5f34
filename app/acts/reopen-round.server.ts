import type { EditionId } from "#app/features/competitions/types.ts";
import { isStageListed } from "#app/features/ranking/queries.server.ts";
import { reopenRound } from "#app/features/scoring/rounds/operations.server.ts";
import type { RoundId } from "#app/features/scoring/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { DomainError } from "#app/lib/errors.ts";
import { inTransaction } from "#db/client.server.ts";

/**
 * Opens a desk again that was closed with readings missing, unless a list that counts it is signed, published or final
 * (`scoring.roundListed`): nothing may move under its signatures. Refusals besides as in `reopenRound`.
 */
export function reopenUnlistedRound(ctx: Ctx, input: { editionId: EditionId; stage: string; roundId: RoundId; reason: string }): void {
  const { editionId, stage, roundId, reason } = input;
  inTransaction(ctx, () => {
    if (isStageListed(ctx, { editionId, stage })) throw new DomainError("scoring.roundListed", { kind: "conflict" });
    reopenRound(ctx, { roundId, reason });
  });
}
