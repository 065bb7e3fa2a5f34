import type { LoaderFunctionArgs } from "@remix-run/node";
import { hasMarks } from "#app/features/ranking/marks/queries.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { gathered, tableHeaders } from "#app/lib/http/table-response.server.ts";
import { parseId } from "#app/lib/ids.ts";
import { writeXlsx } from "#app/lib/spreadsheets.server.ts";
import { publicCtx } from "#app/request.server.ts";
import { listTable } from "#app/routes/downloads/list-table.server.ts";
import { marksOrder, writtenAside } from "#app/routes/downloads/marks-order.server.ts";
import { respondFile } from "#app/routes/downloads/respond-file.server.tsx";

/** A list as a workbook, made in a thread; for whoever may read the marks behind it with these and the rules, each on sheets of their own. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await publicCtx(request, context);
  return respondFile(ctx, request, async () => {
    const { name, heads, lots } = listTable(ctx, params.listId);
    const columns = heads.map((title) => ({ title }));
    const rows = await gathered(lots);
    const listId = parseId("list", params.listId);
    const book =
      listId && hasMarks(ctx, listId)
        ? await writtenAside("writeMarksBook", { ...marksOrder(ctx, listId).order, first: { name: translators[ctx.locale]("ranking.lists.name"), columns, rows } }, request.signal)
        : await writeXlsx(columns, rows);
    return new Response(new Uint8Array(book), { headers: tableHeaders(`${name}.xlsx`, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") });
  });
}
