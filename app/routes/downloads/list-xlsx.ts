import type { LoaderFunctionArgs } from "@remix-run/node";
import { gathered, tableHeaders } from "#app/lib/http/table-response.server.ts";
import { writeXlsx } from "#app/lib/spreadsheets.server.ts";
import { publicCtx } from "#app/request.server.ts";
import { listTable } from "#app/routes/downloads/list-table.server.ts";
import { respondFile } from "#app/routes/downloads/respond-file.server.tsx";

/** A list as a workbook, made in a thread. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await publicCtx(request, context);
  return respondFile(ctx, request, async () => {
    const { name, heads, lots } = listTable(ctx, params.listId);
    const book = await writeXlsx(heads.map((title) => ({ title })), await gathered(lots));
    return new Response(new Uint8Array(book), { headers: tableHeaders(`${name}.xlsx`, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") });
  });
}
