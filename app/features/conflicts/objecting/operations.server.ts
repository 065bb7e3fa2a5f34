import { isAgencyMember } from "#app/features/agencies/policy.ts";
import { getAgency } from "#app/features/agencies/queries.server.ts";
import { recordAudit } from "#app/features/audit/operations.server.ts";
import { getEdition, listSeats } from "#app/features/competitions/queries.server.ts";
import { editionFacts } from "#app/features/competitions/rules.ts";
import { mayDecideConflicts, mayObjectToAssessor, mayReadConflicts } from "#app/features/conflicts/policy.ts";
import { stateAfter } from "#app/features/conflicts/standing/rules.ts";
import { findAgencyObjection, insertAgencyObjection, updateAgencyObjection } from "#app/features/conflicts/store.server.ts";
import type { AgencyObjectionId, ConflictStep } from "#app/features/conflicts/types.ts";
import { leaveNotice } from "#app/features/notifications/operations.server.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { authorize, DomainError, notFound } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { inTransaction } from "#db/client.server.ts";

/**
 * An agency objects to a person or an organisation judging its entries, by name and with a reason. Whether anybody of that name
 * judges is not said. Refuses strangers (404), members who are not its local admin (403), and editions that offer it not
 * (`conflicts.objectionNotOffered`) or are over.
 */
export function objectToAssessor(
  ctx: Ctx,
  input: { editionId: Id<"edition">; agencyId: Id<"agency">; about: "person" | "organisation"; name: string; reason: string },
): AgencyObjectionId {
  return inTransaction(ctx, () => {
    const { editionId, agencyId, about, name, reason } = input;
    if (!isAgencyMember(ctx.actor, agencyId)) throw notFound("agencies.unknown");
    authorize(mayObjectToAssessor(ctx.actor, agencyId));
    const edition = getEdition(ctx, editionId);
    if (edition.status !== "open" || edition.definition.conflicts.byAgency === "no") throw new DomainError("conflicts.objectionNotOffered", { kind: "conflict" });
    const id = ctx.newId("agencyObjection");
    const { userId } = ctx.actor as Actor;
    insertAgencyObjection(ctx, { id, editionId, agencyId, about, name, reason, state: "declared", declaredBy: userId, declaredAt: ctx.now });
    // The name and the words stay out of the log, which cannot forget them; the row is sealed in it.
    recordAudit(ctx, { action: "conflicts.object", subject: { kind: "agencyObjection", id }, editionId, data: { agency: agencyId, about } });
    const params = { ...editionFacts(edition, ctx.locale), agency: getAgency(ctx, agencyId).name };
    for (const seat of listSeats(ctx, editionId, "organiser")) {
      leaveNotice(ctx, { userId: seat.userId, kind: "assessorObjected", params, url: `/organiser/editions/${editionId}/conflicts/objections/${id}` });
    }
    return id;
  });
}

/**
 * The secretariat confirms, refuses or ends an agency's objection, with its reason; on confirming it may name one more person it
 * takes the words to mean. Refuses everybody else (403 or 404), somebody without a seat (`conflicts.notSeated`), one's own
 * person (`conflicts.ownConflict`) and what was settled (409).
 */
export function decideAgencyObjection(
  ctx: Ctx,
  input: { objectionId: AgencyObjectionId; step: ConflictStep; reason: string; meantUserId?: Id<"user"> | null },
): void {
  inTransaction(ctx, () => {
    const row = findAgencyObjection(ctx, input.objectionId);
    if (!row || !mayReadConflicts(ctx.actor, row.editionId)) throw notFound("conflicts.unknown");
    authorize(mayDecideConflicts(ctx.actor, row.editionId));
    const actor = ctx.actor as Actor;
    const meant = input.step === "confirm" ? (input.meantUserId ?? null) : row.meantUserId;
    if (meant === actor.userId) throw new DomainError("conflicts.ownConflict", { kind: "conflict" });
    if (meant !== null && !listSeats(ctx, row.editionId).some(({ userId }) => userId === meant)) throw new DomainError("conflicts.notSeated", { kind: "conflict" });
    const state = stateAfter(row.state, input.step);
    const change = { state, meantUserId: meant, decidedBy: actor.userId, decidedAt: ctx.now, decisionReason: input.reason };
    if (!updateAgencyObjection(ctx, row, change)) throw new DomainError("conflicts.settled", { kind: "conflict" });
    recordAudit(ctx, {
      action: `conflicts.${input.step}Objection`,
      subject: { kind: "agencyObjection", id: row.id },
      editionId: row.editionId,
      data: { agency: row.agencyId, meant, before: row.state, after: state, reason: input.reason },
    });
  });
}
