import { recordAudit } from "#app/features/audit/operations.server.ts";
import { moveEntry } from "#app/features/proposals/operations.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { inTransaction } from "#db/client.server.ts";

/** Moves an entry as an act of a later room would: in its transaction, with its audit entry. */
export function moved(ctx: Ctx, input: Parameters<typeof moveEntry>[1]): void {
  inTransaction(ctx, () => {
    moveEntry(ctx, input);
    recordAudit(ctx, { action: "test.move", subject: { kind: "proposal", id: input.proposalId } });
  });
}
