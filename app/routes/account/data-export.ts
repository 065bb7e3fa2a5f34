import type { ActionFunctionArgs } from "@remix-run/node";
import { exportPerson } from "#app/acts/export-person.server.ts";
import { requireCtx, requireFreshSign } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";

/** The person's own data as a file. */
export async function action({ request, context }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  await requireFreshSign(request, context);
  return respond(ctx, () =>
    new Response(exportPerson(ctx), {
      headers: {
        "Content-Type": "application/json; charset=utf-8",
        "Content-Disposition": 'attachment; filename="data-pribadi-anugerah.json"',
        "Cache-Control": "private, no-store",
      },
    }),
  );
}
