import { planPageSearch } from "#app/features/assignment/plans/inputs.ts";
import type { SignedInCtx } from "#app/request.server.ts";
import type { Address } from "#app/routes/aside/types.ts";
import { planOf, planPageSize } from "#app/routes/organiser/assignment-of.server.ts";

/** A plan and a page of its moves: tens of thousands stand in one record. */
export function planPage(ctx: SignedInCtx, { params, url }: Address) {
  const { page } = planPageSearch.parse(Object.fromEntries(new URL(url).searchParams));
  const { edition, plan } = planOf(ctx, params, page);
  return { plan, page, pageSize: planPageSize, zone: edition.definition.zone };
}
