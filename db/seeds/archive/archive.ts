import type { AwardRecordSeed, YearAggregateSeed } from "#app/features/archive/types.ts";
import { compositionFigures } from "#db/seeds/archive/composition-2019.ts";
import { publishedFigures } from "#db/seeds/archive/figures.ts";
import { kippRecords } from "#db/seeds/archive/kipp-records.ts";
import { kovablikRecords } from "#db/seeds/archive/kovablik-records.ts";
import { readRecords } from "#db/seeds/archive/records.ts";
import { sp4nRecords } from "#db/seeds/archive/sp4n-records.ts";
import { unpsaRecords } from "#db/seeds/archive/unpsa-records.ts";

/** Award records of earlier years as published, each with its source; two publications of one award stay two. */
export const awardRecords = (): AwardRecordSeed[] => [
  ...readRecords("kipp", kippRecords),
  ...readRecords("sp4n", sp4nRecords),
  ...readRecords("unpsa", unpsaRecords),
  ...readRecords("kovablik", kovablikRecords),
];

/** Published figures of earlier years, with the composition of the 2019 lists. */
export const yearAggregates = (): YearAggregateSeed[] => [...publishedFigures, ...compositionFigures()];
