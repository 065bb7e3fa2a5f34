import { sql } from "drizzle-orm";
import { marks, scoreSheets } from "#db/schema/scoring.ts";

/** The marks of a sheet in its own row, `{}` where it has none: a national desk has hundreds of thousands, and a row of each takes seconds. */
export const marksOfSheet = sql<string>`(select json_group_object(${marks.criterionKey}, ${marks.mark} order by ${marks.criterionKey}) from ${marks} where ${marks.sheetId} = ${scoreSheets.id})`;

/** Hundredths of a point by criterion, out of such a row; without criteria that have only a note. */
export const marksIn = (given: string): Record<string, number> =>
  Object.fromEntries(Object.entries(JSON.parse(given) as Record<string, number | null>).filter((one): one is [string, number] => one[1] !== null));
