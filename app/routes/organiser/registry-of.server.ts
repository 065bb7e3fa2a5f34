import type { Params } from "@remix-run/react";
import { mayImportAgencies, mayManageRegistry } from "#app/features/agencies/policy.ts";
import { getAgency } from "#app/features/agencies/queries.server.ts";
import type { Agency } from "#app/features/agencies/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import { parseId } from "#app/lib/ids.ts";

/** The pages of the registry exist for whoever keeps it. */
export function requireKeeper(ctx: Ctx): void {
  if (!mayManageRegistry(ctx.actor)) throw notFound("agencies.unknown");
}

/** Those of its files for whoever may take them in. */
export function requireImporter(ctx: Ctx): void {
  if (!mayImportAgencies(ctx.actor)) throw notFound("agencies.importUnknown");
}

export function registryAgency(ctx: Ctx, params: Params): Agency {
  requireKeeper(ctx);
  const id = parseId("agency", params.agencyId);
  if (!id) throw notFound("agencies.unknown");
  return getAgency(ctx, id);
}
