import { getAgency } from "#app/features/agencies/queries.server.ts";
import { recordAudit } from "#app/features/audit/operations.server.ts";
import { hasSeat } from "#app/features/competitions/policy.ts";
import { getEdition, listSeats } from "#app/features/competitions/queries.server.ts";
import { editionFacts } from "#app/features/competitions/rules.ts";
import type { Edition } from "#app/features/competitions/types.ts";
import { mayDeclareConflict } from "#app/features/conflicts/policy.ts";
import { expiryOfPost } from "#app/features/conflicts/standing/rules.ts";
import { closeExpired, type ConflictRow, insertConflict } from "#app/features/conflicts/store.server.ts";
import type { ConflictId, DeclaredKind } from "#app/features/conflicts/types.ts";
import { leaveNotice } from "#app/features/notifications/operations.server.ts";
import { getProposal } from "#app/features/proposals/queries.server.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { authorize, DomainError, notFound } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { dayOfInstant } from "#app/lib/zones.ts";
import { inTransaction } from "#db/client.server.ts";

/**
 * The asking person declares that he may not judge one entry; `recognised` where a blind reader has found out whose it is. Bars
 * at once, and the secretariat is told. Refuses people whose seat in its edition does not judge (403), whoever has no seat there
 * (404) and a second declaration (409). What he was assigned is ended by `assignment.recuse`, which calls this.
 */
export function declareConflict(
  ctx: Ctx,
  input: { proposalId: Id<"proposal">; reason: string; kind?: "recognised" | "other" },
): ConflictId {
  return inTransaction(ctx, () => {
    const { editionId } = getProposal(ctx, input.proposalId);
    if (!hasSeat(ctx.actor, editionId)) throw notFound("proposals.unknown");
    const actor = allowed(ctx, editionId);
    const kind = input.kind ?? "other";
    const source = kind === "recognised" ? "recognised" : "declared";
    return keep(ctx, actor, getEdition(ctx, editionId), { ...nothing, proposalId: input.proposalId, kind, source, reason: input.reason });
  });
}

/**
 * The asking person declares that he may judge nothing of an agency in this edition. `endedOn` is the last day of a former post
 * (YYYY-MM-DD): it then bars as long as the edition says. Refuses people without a judging seat (403), an unknown agency (404), a
 * day to come (`conflicts.dayToCome`) and a second declaration (409).
 */
export function declareAgencyConflict(
  ctx: Ctx,
  input: { editionId: Id<"edition">; agencyId: Id<"agency">; reason: string; kind?: DeclaredKind; endedOn?: string | null },
): ConflictId {
  return inTransaction(ctx, () => {
    const edition = getEdition(ctx, input.editionId);
    const actor = allowed(ctx, edition.id);
    const agency = getAgency(ctx, input.agencyId);
    const { zone, conflicts } = edition.definition;
    const endedOn = input.kind === "post" ? (input.endedOn ?? null) : null;
    if (endedOn !== null && endedOn > dayOfInstant(zone, ctx.now)) throw new DomainError("conflicts.dayToCome");
    const expiresAt = expiryOfPost(endedOn, conflicts, zone);
    const said = { kind: input.kind ?? "other", source: "declared", reason: input.reason } as const;
    return keep(ctx, actor, edition, { ...nothing, ...said, agencyId: agency.id, endedOn, expiresAt });
  });
}

/**
 * The asking person says which province he comes from, by its two digits: where the edition bars the same province, he judges
 * none of its entries. Refuses editions that do not ask (`conflicts.regionNotAsked`), people without a judging seat (403) and
 * the same province twice (409).
 */
export function declareHomeRegion(ctx: Ctx, input: { editionId: Id<"edition">; regionCode: string }): ConflictId {
  return inTransaction(ctx, () => {
    const edition = getEdition(ctx, input.editionId);
    const actor = allowed(ctx, edition.id);
    if (!edition.definition.conflicts.sameRegion) throw new DomainError("conflicts.regionNotAsked", { kind: "conflict" });
    return keep(ctx, actor, edition, { ...nothing, kind: "region", source: "declared", reason: "", regionCode: input.regionCode });
  });
}

function allowed(ctx: Ctx, editionId: Id<"edition">): Actor {
  authorize(mayDeclareConflict(ctx.actor, editionId));
  return ctx.actor as Actor;
}

type Said = Pick<ConflictRow, "proposalId" | "agencyId" | "regionCode" | "kind" | "source" | "reason" | "endedOn" | "expiresAt">;

const nothing = { proposalId: null, agencyId: null, regionCode: null, endedOn: null, expiresAt: null };

function keep(ctx: Ctx, actor: Actor, edition: Edition, said: Said): ConflictId {
  const id = ctx.newId("conflict");
  closeExpired(ctx, { editionId: edition.id, userId: actor.userId });
  insertConflict(ctx, { id, ...said, editionId: edition.id, userId: actor.userId, state: "declared", declaredAt: ctx.now });
  recordAudit(ctx, {
    action: "conflicts.declare",
    subject: { kind: "conflict", id },
    editionId: edition.id,
    data: { proposal: said.proposalId, agency: said.agencyId, region: said.regionCode, kind: said.kind, source: said.source, expiresAt: said.expiresAt, reason: said.reason },
  });
  const url = `/organiser/editions/${edition.id}/conflicts/${id}`;
  for (const { userId } of listSeats(ctx, edition.id, "organiser")) {
    leaveNotice(ctx, { userId, kind: "conflictDeclared", params: { ...editionFacts(edition, ctx.locale), name: actor.name }, url });
  }
  return id;
}
