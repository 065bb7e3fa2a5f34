import type { LoaderFunctionArgs } from "@remix-run/node";
import { getDownload } from "#app/features/proposals/attachments/queries.server.ts";
import { notFound } from "#app/lib/errors.ts";
import { fileResponse } from "#app/lib/http/file-response.server.ts";
import { parseId } from "#app/lib/ids.ts";
import { requireCtx } from "#app/request.server.ts";
import { accessOf } from "#app/routes/downloads/reading-access.server.ts";
import { respondFile } from "#app/routes/downloads/respond-file.server.tsx";

/** A file of a proposal: saved, or with `?inline` opened in a tab of its own, where nothing of it can run. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondFile(ctx, request, async () => {
    const id = parseId("attachment", params.attachmentId);
    if (!id) throw notFound("proposals.attachmentUnknown");
    const file = getDownload(ctx, id, accessOf(ctx));
    if (!(await ctx.files.has(file.sha256))) throw notFound("proposals.attachmentUnknown");
    return fileResponse(request, ctx.files, file);
  });
}
