import type { LoaderFunctionArgs } from "@remix-run/node";
import { fingerprintUpload } from "#app/features/proposals/attachments/operations.server.ts";
import { requireCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { uploadIdOf } from "#app/routes/agency/upload-of.server.ts";

/** How much of an unfinished upload has come, and what it is: the editor asks before it goes on with a file. */
export async function loader({ request, context, params }: LoaderFunctionArgs): Promise<Response> {
  const ctx = await requireCtx(request, context);
  return respond(ctx, async () => {
    const part = await fingerprintUpload(ctx, { uploadId: uploadIdOf(params) });
    return Response.json(part, { headers: { "Cache-Control": "private, no-store" } });
  });
}
