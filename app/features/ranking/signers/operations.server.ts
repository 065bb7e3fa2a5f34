import { signCheckpoint } from "#app/features/audit/checkpoints/operations.server.ts";
import { recordAudit } from "#app/features/audit/operations.server.ts";
import { abstentionOf } from "#app/features/ranking/abstaining/queries.server.ts";
import { mayCosignMinutes } from "#app/features/ranking/policy.ts";
import { getList } from "#app/features/ranking/queries.server.ts";
import { signersOf } from "#app/features/ranking/signers/queries.server.ts";
import { checkCosignable } from "#app/features/ranking/signers/rules.ts";
import { insertSignature } from "#app/features/ranking/signers/store.server.ts";
import { updateList } from "#app/features/ranking/store.server.ts";
import type { ListId } from "#app/features/ranking/types.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { authorize } from "#app/lib/errors.ts";
import { inTransaction } from "#db/client.server.ts";

/**
 * A member of the panel signs the minutes the chair has signed here, and abstains from what he may not judge. Chairs and jurors (403).
 * Refuses minutes that are not the chair's yet, that came on paper or whose list is published (`ranking.cannotCosign`), and a second
 * signature (`ranking.signedAlready`).
 */
export function cosignMinutes(ctx: Ctx, { listId }: { listId: ListId }): void {
  inTransaction(ctx, () => {
    const list = getList(ctx, listId);
    authorize(mayCosignMinutes(ctx.actor, list.editionId));
    const { userId } = ctx.actor as Actor;
    checkCosignable(list, { signers: signersOf(ctx, list), userId });
    const own = abstentionOf(ctx, list, "sign");
    insertSignature(ctx, { listId, userId });
    if (own.length > 0) updateList(ctx, list, { abstentions: [...list.abstentions, ...own] });
    const abstained = own.flatMap(({ numbers }) => numbers).length;
    recordAudit(ctx, {
      action: "ranking.cosignMinutes",
      subject: { kind: "list", id: list.id },
      editionId: list.editionId,
      data: { list: list.listKey, version: list.version, digest: list.digest, number: list.minutesNumber, ...(abstained > 0 ? { abstained } : {}) },
    });
    signCheckpoint(ctx, { reason: "signed", editionId: list.editionId });
  });
}
