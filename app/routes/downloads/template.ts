import type { LoaderFunctionArgs } from "@remix-run/node";
import { getTemplate } from "#app/features/competitions/definition/queries.server.ts";
import { notFound } from "#app/lib/errors.ts";
import { fileResponse } from "#app/lib/http/file-response.server.ts";
import { requireCtx } from "#app/request.server.ts";
import { respondFile } from "#app/routes/downloads/respond-file.server.tsx";

/** A letter to sign, as the organiser handed it out. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondFile(ctx, request, async () => {
    const template = getTemplate(ctx, { slug: params.slug ?? "", fieldKey: params.fieldKey ?? "" });
    if (!(await ctx.files.has(template.sha256))) throw notFound("competitions.templateUnknown");
    return fileResponse(request, ctx.files, template);
  });
}
