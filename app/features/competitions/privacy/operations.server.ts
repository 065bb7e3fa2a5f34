import { recordAudit } from "#app/features/audit/operations.server.ts";
import { deleteImportRowsOf } from "#app/features/competitions/privacy/store.server.ts";
import { type Ctx, isOperator } from "#app/lib/ctx.ts";
import { authorize } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { inTransaction } from "#db/client.server.ts";

/**
 * Takes name and address of a person whose account is erased out of the tables by which people were invited: a row that still
 * waits would invite them anew. Only a system admin does.
 */
export function eraseImportRowsOf(ctx: Ctx, person: { userId: Id<"user">; email: string }): void {
  inTransaction(ctx, () => {
    authorize(isOperator(ctx.actor));
    const rows = deleteImportRowsOf(ctx, person.email);
    if (rows > 0) recordAudit(ctx, { action: "competitions.eraseImportRows", subject: { kind: "user", id: person.userId }, data: { rows } });
  });
}
