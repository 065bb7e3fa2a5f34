import { type LoaderFunctionArgs, createReadableStreamFromReadable } from "@remix-run/node";
import { Readable } from "node:stream";
import { getDownload } from "#app/features/proposals/attachments/queries.server.ts";
import { findReadingAccess } from "#app/features/scoring/sheet/queries.server.ts";
import { notFound } from "#app/lib/errors.ts";
import { parseId } from "#app/lib/ids.ts";
import { requireCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";

/** A file of a proposal, always as a download: what somebody uploaded is never run or shown inside this site. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const id = parseId("attachment", params.attachmentId);
    if (!id) throw notFound("proposals.attachmentUnknown");
    const file = getDownload(ctx, id, (proposal) => findReadingAccess(ctx, proposal.id));
    if (!ctx.files.has(file.sha256)) throw notFound("proposals.attachmentUnknown");
    const content = Readable.from(ctx.files.stream(file.sha256));
    return new Response(createReadableStreamFromReadable(content), {
      headers: {
        "Content-Type": file.contentType,
        "Content-Length": String(file.bytes),
        "Content-Disposition": `attachment; filename="berkas.pdf"; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
        "Cache-Control": "private, no-store",
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; sandbox",
      },
    });
  });
}
