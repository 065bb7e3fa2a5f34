import { findAgency, listMemberships } from "#app/features/agencies/queries.server.ts";
import { listSeatedEditions } from "#app/features/competitions/queries.server.ts";
import type { SignedInCtx } from "#app/request.server.ts";
import { systemZone } from "#app/routes/organiser/outbox-of.server.ts";

/**
 * The zone in which a person reads times on pages that belong to no edition: that of the agency they work for, else of the
 * newest edition they have a seat in, else of the system.
 */
export function readerZone(ctx: SignedInCtx): string {
  const [membership] = listMemberships(ctx, ctx.actor.userId);
  const own = membership && findAgency(ctx, membership.agencyId)?.zone;
  return own ?? listSeatedEditions(ctx, ctx.actor).find(({ roles }) => roles.length > 0)?.definition.zone ?? systemZone;
}
