import { eq, type SQL } from "drizzle-orm";
import { confinedTo } from "#app/features/agencies/policy.ts";
import { listUnits } from "#app/features/agencies/registry/queries.server.ts";
import { treeOf } from "#app/features/agencies/registry/rules.ts";
import type { UnitId } from "#app/features/agencies/types.ts";
import type { Proposal } from "#app/features/proposals/types.ts";
import { unitOptions } from "#app/features/proposals/units/rules.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { proposals } from "#db/schema/proposals.ts";

/** A condition on proposals of an agency that leaves a confined writer the own unit's alone; undefined for everybody else. */
export function withinReach({ actor }: Pick<Ctx, "actor">, agencyId: Proposal["agencyId"]): SQL | undefined {
  const own = confinedTo(actor, agencyId);
  return own === undefined ? undefined : eq(proposals.unitId, own as UnitId);
}

/** `depth` from 0, as the agency's tree has it. */
export type UnitOption = { id: UnitId; name: string; depth: number };

/** The units a proposal of the agency can name, for whoever writes it; none where the agency keeps no tree. Names alone, no proposal. */
export function listUnitOptions(ctx: Pick<Ctx, "db" | "actor">, agencyId: Proposal["agencyId"]): UnitOption[] {
  const options = unitOptions({ units: treeOf(listUnits(ctx, agencyId)), own: confinedTo(ctx.actor, agencyId) });
  return options.map(({ id, name, depth }) => ({ id, name, depth }));
}
