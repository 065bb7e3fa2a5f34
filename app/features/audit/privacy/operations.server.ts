import { recordAudit } from "#app/features/audit/operations.server.ts";
import { eraseRecordsWith } from "#app/features/audit/privacy/store.server.ts";
import { type Ctx, isOperator } from "#app/lib/ctx.ts";
import { authorize } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { inTransaction } from "#db/client.server.ts";

/**
 * Erases the words of every entry that names a person by address or by full name; the entries, their columns, leaves and the
 * chain stay, so that the record still verifies. Only a system admin does. Returns how many entries lost their words.
 */
export function eraseRecordsNaming(ctx: Ctx, person: { userId: Id<"user">; name: string; email: string }): number {
  return inTransaction(ctx, () => {
    authorize(isOperator(ctx.actor));
    // A name counts as a whole value: "Ani" does not erase "Anita".
    const erased = eraseRecordsWith(ctx, [person.email, JSON.stringify(person.name)]);
    recordAudit(ctx, { action: "audit.eraseRecords", subject: { kind: "user", id: person.userId }, data: { erased } });
    return erased;
  });
}
