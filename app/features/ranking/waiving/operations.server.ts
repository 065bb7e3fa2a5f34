import { recordAudit } from "#app/features/audit/operations.server.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { listOf } from "#app/features/competitions/rules.ts";
import { maySignMinutes } from "#app/features/ranking/policy.ts";
import { getList } from "#app/features/ranking/queries.server.ts";
import { checkWaiver, piecesOf } from "#app/features/ranking/waiving/rules.ts";
import { updateList } from "#app/features/ranking/store.server.ts";
import type { ListId } from "#app/features/ranking/types.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { authorize } from "#app/lib/errors.ts";
import { inTransaction } from "#db/client.server.ts";

/**
 * The chair records why the panel signs a draft although nothing links all of its assessors; printed in the minutes. Refuses
 * where nothing needs it (`ranking.nothingToWaive`) and where the edition knows no waiver (`ranking.notWaivable`).
 */
export function waiveLinkage(ctx: Ctx, input: { listId: ListId; reason: string }): void {
  inTransaction(ctx, () => {
    const list = getList(ctx, input.listId);
    authorize(maySignMinutes(ctx.actor, list.editionId));
    checkWaiver(list, listOf(getEdition(ctx, list.editionId).definition, list.listKey));
    updateList(ctx, list, { waiverReason: input.reason, waivedBy: (ctx.actor as Actor).userId, waivedAt: ctx.now });
    recordAudit(ctx, {
      action: "ranking.waiveLinkage",
      subject: { kind: "list", id: list.id },
      editionId: list.editionId,
      data: { list: list.listKey, version: list.version, pieces: piecesOf(list), reason: input.reason },
    });
  });
}
