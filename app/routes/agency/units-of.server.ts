import type { Params } from "@remix-run/react";
import { mayManageUnits } from "#app/features/agencies/policy.ts";
import { getAgency } from "#app/features/agencies/queries.server.ts";
import { getUnit } from "#app/features/agencies/registry/queries.server.ts";
import type { Agency } from "#app/features/agencies/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import { parseId } from "#app/lib/ids.ts";

/** The agency whose units are kept on a page, for whoever keeps them; 404 for everybody else. */
export function agencyOfUnits(ctx: Ctx, params: Params): Agency {
  const agencyId = parseId("agency", params.agencyId);
  if (!agencyId || !mayManageUnits(ctx.actor, agencyId)) throw notFound("agencies.unknown");
  return getAgency(ctx, agencyId);
}

export function unitOf(ctx: Ctx, params: Params) {
  const agency = agencyOfUnits(ctx, params);
  const unitId = parseId("unit", params.unitId);
  if (!unitId) throw notFound("agencies.unitUnknown");
  return { agency, unit: getUnit(ctx, agency.id, unitId) };
}
