import { listCertificates } from "#app/features/certificates/queries.server.ts";
import { closeEdition } from "#app/features/competitions/operations.server.ts";
import { getOrganised } from "#app/features/competitions/queries.server.ts";
import type { EditionId } from "#app/features/competitions/types.ts";
import { countOpen } from "#app/features/objections/queries.server.ts";
import { findCurrentList } from "#app/features/ranking/queries.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { DomainError } from "#app/lib/errors.ts";
import { inTransaction } from "#db/client.server.ts";

/**
 * Closes an edition once nothing that was begun is left open: refuses `competitions.listsPending` with the number of lists that
 * are computed and not final, still objected to, or final with certificates to issue. A list never computed holds nothing up.
 */
export function closeFinishedEdition(ctx: Ctx, input: { editionId: EditionId }): void {
  inTransaction(ctx, () => {
    const { id, definition } = getOrganised(ctx, input.editionId);
    const { lists } = listCertificates(ctx, { editionId: id });
    const uncertified = new Set(lists.flatMap((line) => (line.final && line.issued < line.listed ? [line.listKey] : [])));
    const pending = definition.lists.filter(({ key }) => {
      const list = findCurrentList(ctx, { editionId: id, listKey: key });
      return list && (list.status !== "final" || countOpen(ctx, list.id) > 0 || uncertified.has(key));
    });
    if (pending.length > 0) {
      throw new DomainError("competitions.listsPending", { kind: "conflict", params: { count: pending.length } });
    }
    closeEdition(ctx, input);
  });
}
