import { and, eq, inArray, ne } from "drizzle-orm";
import type { Proposal } from "#app/features/proposals/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { proposals } from "#db/schema/proposals.ts";

/** Which of the agencies have a proposal in the edition that was not withdrawn. */
export const agenciesEntered = (ctx: Pick<Ctx, "db">, editionId: Proposal["editionId"], agencyIds: readonly Proposal["agencyId"][]): Proposal["agencyId"][] =>
  ctx.db
    .selectDistinct({ id: proposals.agencyId })
    .from(proposals)
    .where(and(eq(proposals.editionId, editionId), inArray(proposals.agencyId, [...agencyIds]), ne(proposals.status, "withdrawn")))
    .all()
    .map(({ id }) => id);
