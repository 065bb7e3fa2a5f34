import type { LoaderFunctionArgs } from "@remix-run/node";
import type { StripPages } from "#app/components/page-strip.tsx";
import { getPages } from "#app/features/proposals/attachments/queries.server.ts";
import { notFound } from "#app/lib/errors.ts";
import { parseId } from "#app/lib/ids.ts";
import { requireCtx } from "#app/request.server.ts";
import { accessOf } from "#app/routes/downloads/reading-access.server.ts";
import { respondFile } from "#app/routes/downloads/respond-file.server.tsx";

/** Of which pages of a file there are pictures, for whoever may have the file itself. */
export async function loader({ request, context, params }: LoaderFunctionArgs): Promise<StripPages> {
  const ctx = await requireCtx(request, context);
  return respondFile(ctx, request, () => {
    const id = parseId("attachment", params.attachmentId);
    if (!id) throw notFound("proposals.attachmentUnknown");
    return getPages(ctx, id, accessOf(ctx));
  });
}
