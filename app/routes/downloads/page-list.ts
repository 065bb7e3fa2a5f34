import type { LoaderFunctionArgs } from "@remix-run/node";
import type { StripPages } from "#app/components/page-strip.tsx";
import { getPages } from "#app/features/proposals/attachments/queries.server.ts";
import { notFound } from "#app/lib/errors.ts";
import { parseId } from "#app/lib/ids.ts";
import { requireCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { accessOf } from "#app/routes/downloads/reading-access.server.ts";

/** Of which pages of a file there are pictures, for whoever may have the file itself. */
export async function loader({ request, context, params }: LoaderFunctionArgs): Promise<StripPages> {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const id = parseId("attachment", params.attachmentId);
    if (!id) throw notFound("proposals.attachmentUnknown");
    return getPages(ctx, id, accessOf(ctx));
  });
}
