import type { LoaderFunctionArgs } from "@remix-run/node";
import { csvResponse } from "#app/lib/http/table-response.server.ts";
import { publicCtx } from "#app/request.server.ts";
import { listTable } from "#app/routes/downloads/list-table.server.ts";
import { respondFile } from "#app/routes/downloads/respond-file.server.tsx";

/** A list as CSV, sent while it is made. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await publicCtx(request, context);
  return respondFile(ctx, request, () => {
    const { name, heads, lots } = listTable(ctx, params.listId);
    return csvResponse(`${name}.csv`, heads, lots);
  });
}
