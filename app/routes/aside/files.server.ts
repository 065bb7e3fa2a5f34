import { printMinutes } from "#app/features/ranking/documents/jobs.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { csvBytes } from "#app/lib/http/table-response.server.ts";
import { minutesOf } from "#app/routes/aside/minutes.server.ts";
import type { Address } from "#app/routes/aside/types.ts";
import { listTable } from "#app/routes/downloads/list-table.server.ts";

/** A file and how it is called. */
export type Made = { name: string; bytes: Uint8Array };

/** `read` asks for itself who reads and takes all from one state of the database; `make` has no need of it any more. */
type File<Read> = { read: (ctx: Ctx, address: Address) => Read; make: (read: Read) => Promise<Made> };
const file = <Read>({ read, make }: File<Read>) => ({ read, make: (found: unknown): Promise<Made> => make(found as Read) });

/** Files in which every row of a list stands, or is drawn. */
export const files = {
  listCsv: file({ read: (ctx, { params }) => listTable(ctx, params.listId), make: async ({ name, heads, lots }) => ({ name: `${name}.csv`, bytes: csvBytes(heads, lots) }) }),
  minutesPdf: file({ read: minutesOf, make: async ({ name, order }) => ({ name, bytes: await printMinutes(order) }) }),
};

export type Files = typeof files;
