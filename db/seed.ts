import { importAgencies } from "#app/features/agencies/operations.server.ts";
import { countAgencies } from "#app/features/agencies/queries.server.ts";
import { importArchive } from "#app/features/archive/operations.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { inTransaction } from "#db/client.server.ts";
import { centralAgencies } from "#db/seeds/agencies/central.ts";
import { regionalGovernments } from "#db/seeds/agencies/regional.ts";
import { awardRecords, yearAggregates } from "#db/seeds/archive/archive.ts";

export type ReferenceCounts = { agencies: number; records: number; aggregates: number };

/**
 * Takes in what is real and public: the registry of agencies and the archive of awards, each row with its source. Safe to
 * repeat: what stands already is left as it is. The system itself asks.
 */
export function seedReference(ctx: Ctx): ReferenceCounts {
  const records = awardRecords();
  const aggregates = yearAggregates();
  inTransaction(ctx, () => {
    importAgencies(ctx, [...centralAgencies(), ...regionalGovernments()]);
    importArchive(ctx, records, aggregates);
  });
  return { agencies: countAgencies(ctx), records: records.length, aggregates: aggregates.length };
}
