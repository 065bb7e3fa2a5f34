import type { LoaderFunctionArgs } from "@remix-run/node";
import { notFound } from "#app/lib/errors.ts";
import { tableHeaders } from "#app/lib/http/table-response.server.ts";
import { parseId } from "#app/lib/ids.ts";
import { requireCtx } from "#app/request.server.ts";
import { marksOrder, writtenAside } from "#app/routes/downloads/marks-order.server.ts";
import { respondFile } from "#app/routes/downloads/respond-file.server.tsx";

/** Every mark behind a version as CSV, for secretariat, chair and auditors; made in a thread. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondFile(ctx, request, async () => {
    const listId = parseId("list", params.listId);
    if (!listId) throw notFound("ranking.listUnknown");
    const { order, name } = marksOrder(ctx, listId);
    const bytes = await writtenAside("writeMarksCsv", order, request.signal);
    return new Response(Buffer.from(bytes), { headers: tableHeaders(`${name}-nilai.csv`, "text/csv; charset=utf-8") });
  });
}
