import { eraseAccount } from "#app/features/accounts/privacy/operations.server.ts";
import { findOpenErasure } from "#app/features/accounts/privacy/queries.server.ts";
import { pseudonymOf } from "#app/features/accounts/privacy/rules.ts";
import type { ErasureId } from "#app/features/accounts/privacy/types.ts";
import { accountLetter } from "#app/features/accounts/rules.ts";
import { addressOf } from "#app/features/accounts/queries.server.ts";
import { endMembershipsOf, eraseAppointmentsOf } from "#app/features/agencies/privacy/operations.server.ts";
import { eraseRecordsNaming } from "#app/features/audit/privacy/operations.server.ts";
import { eraseImportRowsOf } from "#app/features/competitions/privacy/operations.server.ts";
import { listRunningDuties } from "#app/features/competitions/privacy/queries.server.ts";
import { queueMail } from "#app/features/notifications/operations.server.ts";
import { eraseWordsTo } from "#app/features/notifications/privacy/operations.server.ts";
import { pseudonymiseObjector } from "#app/features/objections/privacy/operations.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { DomainError, notFound } from "#app/lib/errors.ts";
import { inTransaction } from "#db/client.server.ts";

/**
 * Executes a request for erasure in every room: name and address give way to a pseudonym, secrets, sessions, notices and the
 * words of letters go, and entries of the audit that name the person lose their words. Marks, decisions, results and the chain
 * stay (UU 27/2022 article 8 with the exceptions of article 15). Refuses `accounts.dutyRunning` (409) while the person holds a
 * seat in an edition that is not over. One last letter tells the person; its words are emptied when it has been sent.
 */
export function erasePerson(ctx: Ctx, requestId: ErasureId): void {
  inTransaction(ctx, () => {
    const request = findOpenErasure(ctx, requestId);
    if (!request) throw notFound("accounts.erasureUnknown");
    refuseRunningDuties(ctx, request.userId);
    const locale = addressOf(ctx, request.userId)?.locale ?? "id";
    const person = eraseAccount(ctx, requestId);
    const pseudonym = pseudonymOf(person.userId);
    eraseWordsTo(ctx, { ...person, pseudonym: pseudonym.email });
    endMembershipsOf(ctx, person.userId);
    eraseAppointmentsOf(ctx, { ...person, pseudonym });
    eraseImportRowsOf(ctx, person);
    pseudonymiseObjector(ctx, { ...person, pseudonym });
    eraseRecordsNaming(ctx, person);
    queueMail(ctx, accountLetter(ctx, { id: person.userId, name: person.name, email: person.email, locale }, "erasureDone"));
  });
}

function refuseRunningDuties(ctx: Ctx, userId: Parameters<typeof listRunningDuties>[1]): void {
  const [first, ...more] = listRunningDuties(ctx, userId);
  if (!first) return;
  const names = [first, ...more];
  const edition = { id: names.map((name) => name.id).join(", "), en: names.map((name) => name.en).join(", ") };
  throw new DomainError("accounts.dutyRunning", { kind: "conflict", params: { edition } });
}
