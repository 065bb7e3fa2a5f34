import { getAgency } from "#app/features/agencies/queries.server.ts";
import { recordAudit } from "#app/features/audit/operations.server.ts";
import { hasSeat } from "#app/features/competitions/policy.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { mayDeclareConflict } from "#app/features/conflicts/policy.ts";
import { insertConflict } from "#app/features/conflicts/store.server.ts";
import type { ConflictId } from "#app/features/conflicts/types.ts";
import { getProposal } from "#app/features/proposals/queries.server.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { authorize, notFound } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { inTransaction } from "#db/client.server.ts";

/**
 * The asking person declares that he may not judge one entry. Refuses people whose seat in its edition does not judge (403), whoever has no seat there (404) and
 * a second declaration (409). What he was assigned is ended by `assignment.recuse`, which calls this.
 */
export function declareConflict(ctx: Ctx, input: { proposalId: Id<"proposal">; reason: string }): ConflictId {
  return inTransaction(ctx, () => {
    const { editionId } = getProposal(ctx, input.proposalId);
    if (!hasSeat(ctx.actor, editionId)) throw notFound("proposals.unknown");
    const actor = allowed(ctx, editionId);
    return keep(ctx, actor, { editionId, proposalId: input.proposalId, agencyId: null, reason: input.reason });
  });
}

/**
 * The asking person declares that he may judge nothing of an agency in this edition. Refuses people without a judging seat
 * (403), an unknown agency (404) and a second declaration (409).
 */
export function declareAgencyConflict(
  ctx: Ctx,
  input: { editionId: Id<"edition">; agencyId: Id<"agency">; reason: string },
): ConflictId {
  return inTransaction(ctx, () => {
    const edition = getEdition(ctx, input.editionId);
    const actor = allowed(ctx, edition.id);
    const agency = getAgency(ctx, input.agencyId);
    return keep(ctx, actor, { editionId: edition.id, proposalId: null, agencyId: agency.id, reason: input.reason });
  });
}

function allowed(ctx: Ctx, editionId: Id<"edition">): Actor {
  authorize(mayDeclareConflict(ctx.actor, editionId));
  return ctx.actor as Actor;
}

type Declared = {
  editionId: Id<"edition">;
  proposalId: Id<"proposal"> | null;
  agencyId: Id<"agency"> | null;
  reason: string;
};

function keep(ctx: Ctx, actor: Actor, declared: Declared): ConflictId {
  const id = ctx.newId("conflict");
  insertConflict(ctx, { id, ...declared, userId: actor.userId, source: "declared", declaredAt: ctx.now });
  recordAudit(ctx, {
    action: "conflicts.declare",
    subject: { kind: "conflict", id },
    editionId: declared.editionId,
    data: { proposal: declared.proposalId, agency: declared.agencyId, reason: declared.reason },
  });
  return id;
}
