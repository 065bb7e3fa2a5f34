import { recordAudit } from "#app/features/audit/operations.server.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { mayDecideConflicts, mayReadConflicts } from "#app/features/conflicts/policy.ts";
import { stateAfter } from "#app/features/conflicts/standing/rules.ts";
import { findConflictRow, updateConflict } from "#app/features/conflicts/store.server.ts";
import type { ConflictId, ConflictStep } from "#app/features/conflicts/types.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { authorize, DomainError, notFound } from "#app/lib/errors.ts";
import { instantOfLocal } from "#app/lib/zones.ts";
import { inTransaction } from "#db/client.server.ts";

/**
 * The secretariat confirms, refuses or ends a conflict, with its reason. One that is to end later keeps its state and bars until
 * `endsOn` (the last day, YYYY-MM-DD) is over in the edition's zone. Refuses everybody else (403 or 404), one's own conflict
 * (`conflicts.ownConflict`), what was settled (409) and a day that is over (`conflicts.dayOver`).
 */
export function decideConflict(ctx: Ctx, input: { conflictId: ConflictId; step: ConflictStep; reason: string; endsOn?: string | null }): void {
  inTransaction(ctx, () => {
    const row = findConflictRow(ctx, input.conflictId);
    if (!row || !mayReadConflicts(ctx.actor, row.editionId)) throw notFound("conflicts.unknown");
    authorize(mayDecideConflicts(ctx.actor, row.editionId));
    const actor = ctx.actor as Actor;
    if (row.userId === actor.userId) throw new DomainError("conflicts.ownConflict", { kind: "conflict" });
    const state = stateAfter(row.state, input.step);
    const decided = { decidedBy: actor.userId, decidedAt: ctx.now, decisionReason: input.reason };
    const expiresAt = input.step === "expire" && input.endsOn ? endOf(input.endsOn, getEdition(ctx, row.editionId).definition.zone, ctx.now) : null;
    const ends = state === "rejected" || state === "expired";
    const change = expiresAt !== null ? { expiresAt } : { state, withdrawnAt: ends ? ctx.now : null };
    if (!updateConflict(ctx, row, { ...decided, ...change })) throw new DomainError("conflicts.settled", { kind: "conflict" });
    recordAudit(ctx, {
      action: `conflicts.${input.step}`,
      subject: { kind: "conflict", id: row.id },
      editionId: row.editionId,
      data: { person: row.userId, before: row.state, after: expiresAt === null ? state : row.state, expiresAt: expiresAt ?? row.expiresAt, reason: input.reason },
    });
  });
}

/** The end of a day in the zone; refuses one that is over. */
function endOf(day: string, zone: string, now: number): number {
  const begins = instantOfLocal(zone, `${day}T00:00`);
  const ends = begins === null ? 0 : begins + 86_400_000;
  if (ends <= now) throw new DomainError("conflicts.dayOver");
  return ends;
}
