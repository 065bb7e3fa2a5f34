import type { LoaderFunctionArgs } from "@remix-run/node";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { getBundled } from "#app/features/ranking/bundle/queries.server.ts";
import { notFound } from "#app/lib/errors.ts";
import { parseId } from "#app/lib/ids.ts";
import { publicCtx } from "#app/request.server.ts";
import { bundleBytes } from "#app/routes/downloads/bundle-bytes.server.ts";
import { respondFile } from "#app/routes/downloads/respond-file.server.tsx";

/** Everything to recompute a published list with: for everybody once it is final. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await publicCtx(request, context);
  return respondFile(ctx, request, async () => {
    const listId = parseId("list", params.listId);
    if (!listId) throw notFound("ranking.listUnknown");
    const list = getBundled(ctx, listId);
    const bytes = await bundleBytes(ctx, list);
    const { slug, rehearsal } = getEdition(ctx, list.editionId);
    const fileName = `${rehearsal ? "latihan-" : ""}${slug}-${list.listKey}-v${list.version}-paket.zip`;
    return new Response(new Uint8Array(bytes), {
      headers: { "Content-Type": "application/zip", "Content-Disposition": `attachment; filename="${fileName}"`, "Cache-Control": "private, no-store" },
    });
  });
}
