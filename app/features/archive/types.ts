import type { AgencyId } from "#app/features/agencies/types.ts";
import type { Id } from "#app/lib/ids.ts";

export type AwardId = Id<"award">;

/** An award of an earlier year exactly as published, with where it was published. */
export type AwardRecord = {
  id: AwardId;
  competition: string;
  year: number;
  tier: string;
  title: string;
  agencyName: string;
  agencyId: AgencyId | null;
  unit: string;
  province: string;
  source: string;
  note: string;
};

/** A published figure of a year; null = not found. `text` is how it was published. */
export type YearAggregate = {
  id: AwardId;
  competition: string;
  year: number;
  measure: string;
  value: number | null;
  text: string;
  source: string;
};

/** A line to be taken in; the agency is named by its code of the registry where that is certain. */
export type AwardRecordSeed = Omit<AwardRecord, "id" | "agencyId"> & { agencyCode: string | null };
export type YearAggregateSeed = Omit<YearAggregate, "id">;

export type ArchiveImport = { created: number; unchanged: number };

/** One source of a published fact: an address, or a decree by its name. */
export type SourcePart = { text: string; url: string | null };

/** A published composition of an award tier: how many innovations from how many agencies of each kind. */
export type PublishedComposition = {
  tier: string;
  lines: { kind: string; agencies: number; innovations: number }[];
  total: { agencies: number; innovations: number };
  source: string;
};
