import type { LoaderFunctionArgs } from "@remix-run/node";
import { getAppealFile } from "#app/features/screening/appeals/queries.server.ts";
import { notFound } from "#app/lib/errors.ts";
import { fileResponse } from "#app/lib/http/file-response.server.ts";
import { parseId } from "#app/lib/ids.ts";
import { requireCtx } from "#app/request.server.ts";
import { respondFile } from "#app/routes/downloads/respond-file.server.tsx";

/** The evidence of an appeal, for its agency and for whoever reads the screening. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondFile(ctx, request, async () => {
    const id = parseId("appeal", params.appealId);
    if (!id) throw notFound("screening.appealUnknown");
    const file = getAppealFile(ctx, id);
    if (!(await ctx.files.has(file.sha256))) throw notFound("screening.appealUnknown");
    return fileResponse(request, ctx.files, { ...file, contentType: "application/pdf" });
  });
}
