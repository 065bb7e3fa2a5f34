import { mayManageRegistry } from "#app/features/agencies/policy.ts";
import { mergeAgencies } from "#app/features/agencies/registry/operations.server.ts";
import type { AgencyId } from "#app/features/agencies/types.ts";
import { listPublicEditions } from "#app/features/competitions/queries.server.ts";
import { agenciesEntered } from "#app/features/proposals/entered/queries.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { authorize, DomainError } from "#app/lib/errors.ts";
import { inLocale } from "#app/lib/words.ts";
import { inTransaction } from "#db/client.server.ts";

/**
 * Merges two agencies unless the one that goes up has proposals in an open edition: they stay its own, its members leave it, and
 * nobody could finish, correct or appeal for them. 409 `agencies.mergeEntered`. Refuses besides what `mergeAgencies` refuses.
 */
export function mergeUnentered(ctx: Ctx, input: { fromId: AgencyId; intoId: AgencyId; reason: string }): number {
  return inTransaction(ctx, () => {
    authorize(mayManageRegistry(ctx.actor));
    for (const { id, status, definition } of listPublicEditions(ctx)) {
      if (status !== "open" || input.fromId === input.intoId) continue;
      if (agenciesEntered(ctx, id, [input.fromId]).length > 0) throw new DomainError("agencies.mergeEntered", { kind: "conflict", params: { edition: inLocale(ctx.locale, definition.name) } });
    }
    return mergeAgencies(ctx, input);
  });
}
