import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportLog } from "#app/features/audit/log/queries.server.ts";
import { linesResponse } from "#app/lib/http/lines-response.server.ts";
import { requireCtx } from "#app/request.server.ts";
import { respondFile } from "#app/routes/downloads/respond-file.server.tsx";
import { auditedEdition } from "#app/routes/organiser/audit-of.server.ts";

/** The log for the verifier: every leaf; records of this edition for its auditors alone. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondFile(ctx, request, () => {
    const { id, slug } = auditedEdition(ctx, params);
    return linesResponse(`${slug}-log.jsonl`, "application/jsonl", exportLog(ctx, id));
  });
}
