import type { LoaderFunctionArgs } from "@remix-run/node";
import { findCheckpoint, proveConsistency, verifierKey } from "#app/features/audit/checkpoints/queries.server.ts";
import { notFound } from "#app/lib/errors.ts";
import { textResponse } from "#app/lib/http/lines-response.server.ts";
import { publicCtx } from "#app/request.server.ts";
import { respondFile } from "#app/routes/downloads/respond-file.server.tsx";
import { askedCheckpoint } from "#app/routes/public/checkpoint-of.server.ts";

/** That a checkpoint continues an earlier one: the one before, or the one of `?from=`. For everybody. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await publicCtx(request, context);
  return respondFile(ctx, request, () => {
    const to = askedCheckpoint(ctx, params);
    const from = findCheckpoint(ctx, Number(new URL(request.url).searchParams.get("from") ?? to.number - 1));
    if (!from || from.number > to.number) throw notFound("audit.checkpointUnknown");
    const proof = proveConsistency(ctx, { from, to });
    const file = { format: "anugerah-consistency/1", key: verifierKey(ctx), from: from.note, to: to.note, proof };
    return textResponse(`consistency-${from.number}-${to.number}.json`, "application/json", JSON.stringify(file, null, 1));
  });
}
