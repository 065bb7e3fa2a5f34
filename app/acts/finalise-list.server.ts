import { getEdition } from "#app/features/competitions/queries.server.ts";
import { countOpen } from "#app/features/objections/queries.server.ts";
import { type Decree, finaliseList } from "#app/features/ranking/operations.server.ts";
import { mayFinaliseList } from "#app/features/ranking/policy.ts";
import { getList } from "#app/features/ranking/queries.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { authorize, DomainError } from "#app/lib/errors.ts";
import { inTransaction } from "#db/client.server.ts";

/**
 * Makes a provisional list final under a decree, once every objection against it is decided: refuses `objections.stillOpen`
 * before anything ranking itself refuses.
 */
export function finaliseListAfterObjections(ctx: Ctx, input: Decree): void {
  inTransaction(ctx, () => {
    const list = getList(ctx, input.listId);
    authorize(mayFinaliseList(ctx.actor, getEdition(ctx, list.editionId).id));
    const open = countOpen(ctx, list.id);
    if (open > 0) throw new DomainError("objections.stillOpen", { kind: "conflict", params: { count: open } });
    finaliseList(ctx, input);
  });
}
