import { findAgencyByCode } from "#app/features/agencies/queries.server.ts";
import { mayImportArchive } from "#app/features/archive/policy.ts";
import * as store from "#app/features/archive/store.server.ts";
import type { ArchiveImport, AwardRecordSeed, YearAggregateSeed } from "#app/features/archive/types.ts";
import { recordAudit } from "#app/features/audit/operations.server.ts";
import { canonicalJson } from "#app/lib/canonical.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { authorize } from "#app/lib/errors.ts";
import { inTransaction } from "#db/client.server.ts";

/**
 * Takes published records and figures into the archive, by the system admin. What is there already is left alone, so it may be
 * run again; two publications of one award stay two rows. Nothing is ever changed or removed.
 */
export function importArchive(
  ctx: Ctx,
  records: readonly AwardRecordSeed[],
  aggregates: readonly YearAggregateSeed[],
): ArchiveImport {
  return inTransaction(ctx, () => {
    authorize(mayImportArchive(ctx.actor));
    const newRecords = missing(records.map((seed) => withAgency(ctx, seed)), store.allRecords(ctx).map(withoutId));
    const newAggregates = missing(aggregates, store.allAggregates(ctx).map(withoutId));
    for (const record of newRecords) store.insertRecord(ctx, { id: ctx.newId("award"), ...record });
    for (const aggregate of newAggregates) store.insertAggregate(ctx, { id: ctx.newId("award"), ...aggregate });
    const created = newRecords.length + newAggregates.length;
    if (created > 0) recordImport(ctx, newRecords.length, newAggregates.length);
    return { created, unchanged: records.length + aggregates.length - created };
  });
}

function withAgency(ctx: Ctx, { agencyCode, ...seed }: AwardRecordSeed) {
  return { ...seed, agencyId: agencyCode === null ? null : (findAgencyByCode(ctx, agencyCode)?.id ?? null) };
}

const withoutId = <T extends { id: string }>({ id: _id, ...rest }: T): Omit<T, "id"> => rest;

/** Seeds that are not in the archive yet; the same row twice in the seeds is kept twice. */
function missing<T extends object>(seeds: readonly T[], kept: readonly object[]): T[] {
  const counts = new Map<string, number>();
  for (const row of kept) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1);
  return seeds.filter((seed) => {
    const left = counts.get(keyOf(seed)) ?? 0;
    counts.set(keyOf(seed), left - 1);
    return left <= 0;
  });
}

/** A later registry may know an agency that an earlier one did not: that makes no second award. */
const keyOf = (row: object): string => canonicalJson({ ...row, agencyId: undefined });

function recordImport(ctx: Ctx, records: number, aggregates: number): void {
  recordAudit(ctx, { action: "archive.import", subject: { kind: "archive", id: "archive" }, data: { records, aggregates } });
}
