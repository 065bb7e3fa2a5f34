import type { LoaderFunctionArgs } from "@remix-run/node";
import { cosignedNote } from "#app/features/audit/witnesses/queries.server.ts";
import { textResponse } from "#app/lib/http/lines-response.server.ts";
import { publicCtx } from "#app/request.server.ts";
import { respondFile } from "#app/routes/downloads/respond-file.server.tsx";
import { askedCheckpoint } from "#app/routes/public/checkpoint-of.server.ts";

/** A signed checkpoint, byte for byte, with the lines of its witnesses below it, for everybody. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await publicCtx(request, context);
  return respondFile(ctx, request, () => {
    const checkpoint = askedCheckpoint(ctx, params);
    return textResponse(`checkpoint-${checkpoint.number}.txt`, "text/plain; charset=utf-8", cosignedNote(ctx, checkpoint));
  });
}
