import { findUserIdByEmail } from "#app/features/accounts/queries.server.ts";
import { normalizeEmail } from "#app/features/accounts/rules.ts";
import { inviteMember } from "#app/features/agencies/operations.server.ts";
import { mayInviteMember } from "#app/features/agencies/policy.ts";
import type { AgencyId, MemberRole, UnitId } from "#app/features/agencies/types.ts";
import { findEdition, listSeatGrants } from "#app/features/competitions/queries.server.ts";
import type { EditionId, SeatRole } from "#app/features/competitions/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { authorize, DomainError } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { inTransaction } from "#db/client.server.ts";

const deciding: readonly SeatRole[] = ["screener", "evaluator", "juror", "chair"];

/**
 * Makes a person a member of an agency, unless he screens or judges in an edition that has not closed: membership is a conflict
 * with every entry of the agency, and no agency may choose who judges it. Refuses `agencies.seatedElsewhere` (409) besides what
 * `inviteMember` refuses.
 */
export function inviteUnseatedMember(
  ctx: Ctx,
  input: { agencyId: AgencyId; email: string; name: string; role: MemberRole; unit: string; unitId?: UnitId | null },
): Id<"user"> {
  return inTransaction(ctx, () => {
    authorize(mayInviteMember(ctx.actor, input.agencyId, input.role));
    checkUnseated(ctx, input.email);
    return inviteMember(ctx, input);
  });
}

/** Refuses `agencies.seatedElsewhere` (409) for the address of whoever screens or judges in an edition that has not closed. */
export function checkUnseated(ctx: Ctx, email: string): void {
  const userId = findUserIdByEmail(ctx, normalizeEmail(email));
  if (userId && decides(ctx, userId)) throw new DomainError("agencies.seatedElsewhere", { kind: "conflict" });
}

const decides = (ctx: Ctx, userId: Id<"user">): boolean =>
  listSeatGrants(ctx, userId).some(({ scopeId, role }) => {
    if (!deciding.includes(role as SeatRole)) return false;
    const edition = findEdition(ctx, scopeId as EditionId);
    return edition !== undefined && edition.status !== "closed";
  });
