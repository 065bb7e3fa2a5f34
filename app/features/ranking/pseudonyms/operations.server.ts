import { recordAudit } from "#app/features/audit/operations.server.ts";
import type { EditionId } from "#app/features/competitions/types.ts";
import { mayComputeList } from "#app/features/ranking/policy.ts";
import { pseudonymsOf } from "#app/features/ranking/pseudonyms/queries.server.ts";
import { drawNumbers } from "#app/features/ranking/pseudonyms/rules.ts";
import { insertPseudonyms } from "#app/features/ranking/pseudonyms/store.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { authorize } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { inTransaction } from "#db/client.server.ts";

/**
 * Draws a number of the edition for every assessor who has none and returns all of them: under it a person stands in minutes and
 * bundles, whatever is computed later. The log says how many were drawn, never whose.
 */
export function numberAssessors(ctx: Ctx, input: { editionId: EditionId; userIds: readonly Id<"user">[] }): Map<Id<"user">, number> {
  const { editionId } = input;
  return inTransaction(ctx, () => {
    authorize(mayComputeList(ctx.actor, editionId));
    const known = pseudonymsOf(ctx, editionId);
    const fresh = [...new Set(input.userIds)].filter((userId) => !known.has(userId)).sort();
    if (fresh.length === 0) return known;
    const numbers = drawNumbers(new Set(known.values()), fresh.length, ctx.random);
    insertPseudonyms(ctx, fresh.map((userId, index) => ({ editionId, userId, number: numbers[index] as number })));
    recordAudit(ctx, { action: "ranking.numberAssessors", subject: { kind: "edition", id: editionId }, editionId, data: { count: fresh.length } });
    return pseudonymsOf(ctx, editionId);
  });
}
