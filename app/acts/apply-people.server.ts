import { setImmediate as breathe } from "node:timers/promises";
import { inviteUnseatedMember } from "#app/acts/invite-member.server.ts";
import { addressOf } from "#app/features/accounts/queries.server.ts";
import { listAgencyGrants } from "#app/features/agencies/queries.server.ts";
import type { AgencyId, MemberRole } from "#app/features/agencies/types.ts";
import { seatPerson } from "#app/features/competitions/operations.server.ts";
import { finishImport, settleRow } from "#app/features/competitions/people/operations.server.ts";
import { findApplied, listWaitingRows } from "#app/features/competitions/people/queries.server.ts";
import { findAgencyIdByWord, roleReader } from "#app/features/competitions/people/surroundings/queries.server.ts";
import type { ImportId, ImportKind, JudgedRow, RowFault } from "#app/features/competitions/people/types.ts";
import { listSeatGrants } from "#app/features/competitions/queries.server.ts";
import type { EditionId, SeatRole } from "#app/features/competitions/types.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { DomainError, notFound } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { parseId } from "#app/lib/ids.ts";
import { inTransaction } from "#db/client.server.ts";

const rowsAtOnce = 20;

/**
 * Invites everybody of a table whose row has no fault, as the person who applied it and with what he may do now. Each row is a
 * transaction of its own with what became of it: done again after a crash, nobody is invited twice. A refusal stands beside its row,
 * and so does a failure nobody foresaw, which is thrown for the log once every other row is done. While the machine itself fails
 * (a locked or full database) nothing is noted and the job is tried again.
 */
export async function applyPeople(ctx: Ctx, payload: Record<string, string | number>): Promise<void> {
  const importId = parseId("personImport", String(payload.importId));
  const found = importId && findApplied(ctx, importId);
  if (found?.status !== "applying" || !found.appliedBy) return;
  const scene = { importId: found.id, kind: found.kind, scopeId: found.scopeId };
  const unforeseen: unknown[] = [];
  for (;;) {
    const rows = listWaitingRows(ctx, found.id, rowsAtOnce);
    if (rows.length === 0) break;
    const asApplicant = { ...ctx, actor: actorOf(ctx, found.appliedBy) };
    for (const row of rows) {
      unforeseen.push(...applyRow(ctx, asApplicant, scene, row));
      await breathe();
    }
  }
  finishImport(ctx, { importId: found.id });
  if (unforeseen.length > 0) throw unforeseen[0];
}

type Scene = { importId: ImportId; kind: ImportKind; scopeId: string };

function actorOf(ctx: Ctx, userId: Id<"user">): Actor {
  const { name, email } = addressOf(ctx, userId) ?? { name: "", email: "" };
  return { userId, name, email, grants: [...listSeatGrants(ctx, userId), ...listAgencyGrants(ctx, userId)] };
}

/** Acts on one row and answers with the failure nobody foresaw, if there was one. */
function applyRow(ctx: Ctx, as: Ctx, scene: Scene, row: JudgedRow): unknown[] {
  const at = { importId: scene.importId, line: row.line };
  try {
    inTransaction(ctx, () => {
      invite(as, scene, row);
      settleRow(ctx, { ...at, verdict: "done" });
    });
  } catch (error) {
    if (isOfMachine(error)) throw error;
    if (!(error instanceof DomainError)) {
      settleRow(ctx, { ...at, verdict: "failed", faults: [{ field: "email", key: "people.faults.unforeseen", params: {} }] });
      return [error];
    }
    const isThere = error.code === "competitions.seatTaken" || error.code === "agencies.memberTaken";
    if (isThere) settleRow(ctx, { ...at, verdict: "already" });
    else settleRow(ctx, { ...at, verdict: "failed", faults: [faultOf(error)] });
  }
  return [];
}

/** Trouble that passes or that every row would meet alike: no row's own. */
const isOfMachine = (error: unknown): boolean =>
  error instanceof Error && "code" in error && /^SQLITE_(?:BUSY|LOCKED|FULL|IOERR|NOMEM|READONLY|CANTOPEN|CORRUPT)/.test(String(error.code));

const faultOf = (error: DomainError): RowFault => ({ field: "email", key: `errors.${error.code}`, params: error.params as RowFault["params"] });

function invite(ctx: Ctx, { kind, scopeId }: Scene, { name, email, role: word, place }: JudgedRow): void {
  const role = roleReader(kind)(word);
  if (role === "localAdmin") {
    const agencyId = findAgencyIdByWord(ctx, place);
    if (!agencyId) throw notFound("agencies.unknown");
    inviteUnseatedMember(ctx, { agencyId, name, email, role: "admin", unit: translators.id("agencies.adminUnit") });
  } else if (kind === "members") {
    inviteUnseatedMember(ctx, { agencyId: scopeId as AgencyId, name, email, role: role as MemberRole, unit: place });
  } else {
    seatPerson(ctx, { editionId: scopeId as EditionId, name, email, role: role as SeatRole, organisation: place });
  }
}
