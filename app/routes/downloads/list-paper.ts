import type { LoaderFunctionArgs } from "@remix-run/node";
import { getPaper } from "#app/features/ranking/documents/queries.server.ts";
import { notFound } from "#app/lib/errors.ts";
import { fileResponse } from "#app/lib/http/file-response.server.ts";
import { parseId } from "#app/lib/ids.ts";
import { publicCtx } from "#app/request.server.ts";
import { respondFile } from "#app/routes/downloads/respond-file.server.tsx";

/** The decree of a final list, for everybody; a scan of its minutes, for those who read lists. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await publicCtx(request, context);
  return respondFile(ctx, request, async () => {
    const id = parseId("listDocument", params.documentId);
    if (!id) throw notFound("ranking.paperUnknown");
    const paper = getPaper(ctx, id);
    if (!(await ctx.files.has(paper.sha256))) throw notFound("ranking.paperUnknown");
    return fileResponse(request, ctx.files, { ...paper, contentType: "application/pdf" });
  });
}
