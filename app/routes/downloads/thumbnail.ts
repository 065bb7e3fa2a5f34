import type { LoaderFunctionArgs } from "@remix-run/node";
import { getPagePicture } from "#app/features/proposals/attachments/queries.server.ts";
import { notFound } from "#app/lib/errors.ts";
import { parseId } from "#app/lib/ids.ts";
import { requireCtx } from "#app/request.server.ts";
import { accessOf } from "#app/routes/downloads/reading-access.server.ts";
import { respondFile } from "#app/routes/downloads/respond-file.server.tsx";

/** A small picture of a page, for whoever may have the file itself. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondFile(ctx, request, async () => {
    const id = parseId("attachment", params.attachmentId);
    const page = Number(params.page);
    if (!id || !Number.isInteger(page)) throw notFound("proposals.attachmentUnknown");
    const picture = getPagePicture(ctx, { id, page, accessOf: accessOf(ctx) });
    const bytes = await ctx.files.read(picture);
    const headers = { "Content-Type": "image/webp", "Cache-Control": "private, no-cache", "X-Content-Type-Options": "nosniff" };
    return new Response(new Uint8Array(bytes), { headers });
  });
}
