import { recordAudit } from "#app/features/audit/operations.server.ts";
import { renameObjector } from "#app/features/objections/privacy/store.server.ts";
import { type Ctx, isOperator } from "#app/lib/ctx.ts";
import { authorize } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { inTransaction } from "#db/client.server.ts";

/** Puts a pseudonym where a person's name stood on their objections; text and decision stay. Only a system admin does. */
export function pseudonymiseObjector(
  ctx: Ctx,
  person: { userId: Id<"user">; email: string; pseudonym: { name: string; email: string } },
): void {
  inTransaction(ctx, () => {
    authorize(isOperator(ctx.actor));
    const objections = renameObjector(ctx, person.email, person.pseudonym);
    if (objections > 0) recordAudit(ctx, { action: "objections.pseudonymise", subject: { kind: "user", id: person.userId }, data: { objections } });
  });
}
