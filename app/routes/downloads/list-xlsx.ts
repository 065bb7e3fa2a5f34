import type { LoaderFunctionArgs } from "@remix-run/node";
import { tableHeaders } from "#app/lib/http/table-response.server.ts";
import { publicCtx } from "#app/request.server.ts";
import { makeAside } from "#app/routes/aside/ask.server.ts";
import { respondFile } from "#app/routes/downloads/respond-file.server.tsx";

/** A list as a workbook, made in a thread; for whoever may read the marks behind it with these and the rules, each on sheets of their own. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await publicCtx(request, context);
  return respondFile(ctx, request, async () => {
    const { name, bytes } = await makeAside(ctx, "listXlsx", { params, request });
    return new Response(Buffer.from(bytes), { headers: tableHeaders(name, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") });
  });
}
