import { printMinutes } from "#app/features/ranking/documents/jobs.server.ts";
import { writeMarksBook } from "#app/features/ranking/marks/jobs.server.ts";
import { hasMarks } from "#app/features/ranking/marks/queries.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { csvBytes, gathered } from "#app/lib/http/table-response.server.ts";
import { parseId } from "#app/lib/ids.ts";
import { writeXlsx } from "#app/lib/spreadsheets.server.ts";
import { minutesOf } from "#app/routes/aside/minutes.server.ts";
import type { Address } from "#app/routes/aside/types.ts";
import { listTable } from "#app/routes/downloads/list-table.server.ts";
import { marksOrder } from "#app/routes/downloads/marks-order.server.ts";

/** A file and how it is called. */
export type Made = { name: string; bytes: Uint8Array };

/** `read` asks for itself who reads and takes all from one state of the database; `make` has no need of it any more. */
type File<Read> = { read: (ctx: Ctx, address: Address) => Read; make: (read: Read) => Promise<Made> };
const file = <Read>({ read, make }: File<Read>) => ({ read, make: (found: unknown): Promise<Made> => make(found as Read) });

/** The rows of a list, and for whoever may read the marks behind it what a thread reads these by. */
function workbook(ctx: Ctx, { params }: Address) {
  const listId = parseId("list", params.listId);
  const order = listId && hasMarks(ctx, listId) ? marksOrder(ctx, listId).order : null;
  return { ...listTable(ctx, params.listId), order, sheet: translators[ctx.locale]("ranking.lists.name") };
}

async function makeWorkbook({ name, heads, lots, order, sheet }: ReturnType<typeof workbook>): Promise<Made> {
  const columns = heads.map((title) => ({ title }));
  const rows = await gathered(lots);
  const book = order ? await writeMarksBook({ ...order, first: { name: sheet, columns, rows } }) : await writeXlsx(columns, rows);
  return { name: `${name}.xlsx`, bytes: new Uint8Array(book) };
}

/** Files in which every row of a list stands, or is drawn. */
export const files = {
  listCsv: file({ read: (ctx, { params }) => listTable(ctx, params.listId), make: async ({ name, heads, lots }) => ({ name: `${name}.csv`, bytes: csvBytes(heads, lots) }) }),
  listXlsx: file({ read: workbook, make: makeWorkbook }),
  minutesPdf: file({ read: minutesOf, make: async ({ name, order }) => ({ name, bytes: await printMinutes(order) }) }),
};

export type Files = typeof files;
