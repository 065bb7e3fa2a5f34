import { and, asc, count, desc, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import type { AgencyId } from "#app/features/agencies/types.ts";
import type { ArchiveFilter } from "#app/features/archive/inputs.ts";
import { compositionsOf, isComposition } from "#app/features/archive/rules.ts";
import type { AwardId, AwardRecord, PublishedComposition, YearAggregate } from "#app/features/archive/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import { awardRecords, yearAggregates } from "#db/schema/archive.ts";

type Reach = Pick<Ctx, "db">;
export const archivePageSize = 30;
const nothing: ArchiveFilter = { q: "", competition: "", year: null, tier: "", page: 1 };

/** Award records as published, the latest year first; a page at a time. */
export function listAwardRecords(ctx: Reach, filter: Partial<ArchiveFilter> & { limit?: number }): AwardRecord[] {
  const limit = filter.limit ?? archivePageSize;
  return ctx.db
    .select()
    .from(awardRecords)
    .where(matching({ ...nothing, ...filter }))
    .orderBy(desc(awardRecords.year), asc(awardRecords.competition), asc(awardRecords.tier), asc(awardRecords.title), asc(awardRecords.id))
    .limit(limit)
    .offset(((filter.page ?? 1) - 1) * limit)
    .all();
}

/** One award as it was published; refuses `archive.awardUnknown` (404). */
export function getAward(ctx: Reach, id: AwardId): AwardRecord {
  const award = ctx.db.select().from(awardRecords).where(eq(awardRecords.id, id)).get();
  if (!award) throw notFound("archive.awardUnknown");
  return award;
}

/** Every award of an agency, the latest year first: those the registry ties to it, and those published under its very name. */
export const listAwardsOf = (ctx: Reach, agency: { id: AgencyId; name: string }): AwardRecord[] =>
  ctx.db
    .select()
    .from(awardRecords)
    .where(or(eq(awardRecords.agencyId, agency.id), and(isNull(awardRecords.agencyId), sql`lower(${awardRecords.agencyName}) = lower(${agency.name})`)))
    .orderBy(desc(awardRecords.year), asc(awardRecords.tier), asc(awardRecords.title), asc(awardRecords.id))
    .all();

export const countAwardRecords = (ctx: Reach, filter: Partial<ArchiveFilter> = {}): number =>
  ctx.db.select({ n: count() }).from(awardRecords).where(matching({ ...nothing, ...filter })).get()?.n ?? 0;

function matching({ q, competition, year, tier }: ArchiveFilter): SQL | undefined {
  const pattern = `%${q.replaceAll(/[\\%_]/g, "\\$&")}%`;
  const { title, agencyName, unit, province } = awardRecords;
  const search = or(...[title, agencyName, unit, province].map((column) => sql`${column} like ${pattern} escape '\\'`));
  return and(
    q === "" ? undefined : search,
    competition === "" ? undefined : eq(awardRecords.competition, competition),
    year === null ? undefined : eq(awardRecords.year, year),
    tier === "" ? undefined : eq(awardRecords.tier, tier),
  );
}

export type ArchiveFacets = {
  competitions: { key: string; records: number }[];
  years: { year: number; records: number }[];
  tiers: { tier: string; records: number }[];
};

/** What the archive can be filtered by, with how many records each choice holds. */
export function archiveFacets(ctx: Reach): ArchiveFacets {
  const by = { competition: awardRecords.competition, year: awardRecords.year, tier: awardRecords.tier };
  const rows = ctx.db.select({ ...by, records: count() }).from(awardRecords).groupBy(by.competition, by.year, by.tier).all();
  const sum = <K extends string | number>(keyOf: (row: (typeof rows)[number]) => K): [K, number][] => {
    const sums = new Map<K, number>();
    for (const row of rows) sums.set(keyOf(row), (sums.get(keyOf(row)) ?? 0) + row.records);
    return [...sums];
  };
  return {
    competitions: sum((row) => row.competition).map(([key, records]) => ({ key, records })),
    years: sum((row) => row.year)
      .map(([year, records]) => ({ year, records }))
      .sort((a, b) => b.year - a.year),
    tiers: sum((row) => row.tier)
      .map(([tier, records]) => ({ tier, records }))
      .sort((a, b) => a.tier.localeCompare(b.tier, "id")),
  };
}

/** Published figures of a competition by year, compositions apart. */
export const listYearAggregates = (ctx: Reach, filter: { competition: string; measures: readonly string[] }): YearAggregate[] =>
  ctx.db
    .select()
    .from(yearAggregates)
    .where(and(eq(yearAggregates.competition, filter.competition), inArray(yearAggregates.measure, [...filter.measures])))
    .orderBy(asc(yearAggregates.year), asc(yearAggregates.measure), asc(yearAggregates.id))
    .all();

export type ArchiveYear = {
  year: number;
  /** Years of which anything is kept, for the way to the one before and after. */
  years: number[];
  aggregates: YearAggregate[];
  compositions: (PublishedComposition & { competition: string })[];
  records: AwardRecord[];
};

/** Everything published of one year; 404 when nothing is kept of it. */
export function getYear(ctx: Reach, year: number): ArchiveYear {
  const years = archivedYears(ctx);
  if (!years.includes(year)) throw notFound("archive.yearUnknown");
  const aggregates = ctx.db
    .select()
    .from(yearAggregates)
    .where(eq(yearAggregates.year, year))
    .orderBy(asc(yearAggregates.competition), sql`rowid`)
    .all();
  const competitions = [...new Set(aggregates.map((one) => one.competition))];
  return {
    year,
    years,
    aggregates: aggregates.filter((one) => !isComposition(one.measure)),
    compositions: competitions.flatMap((competition) =>
      compositionsOf(aggregates.filter((one) => one.competition === competition)).map((one) => ({ competition, ...one })),
    ),
    records: listAwardRecords(ctx, { year, limit: 500 }),
  };
}

/** Newest first. */
export function archivedYears(ctx: Reach): number[] {
  const records = ctx.db.selectDistinct({ year: awardRecords.year }).from(awardRecords).all();
  const figures = ctx.db.selectDistinct({ year: yearAggregates.year }).from(yearAggregates).all();
  return [...new Set([...records, ...figures].map((row) => row.year))].sort((a, b) => b - a);
}
