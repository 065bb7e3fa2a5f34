import type { LoaderFunctionArgs } from "@remix-run/node";
import { findAuditEntry } from "#app/features/audit/log/queries.server.ts";
import { notFound } from "#app/lib/errors.ts";
import { textResponse } from "#app/lib/http/lines-response.server.ts";
import { requireCtx } from "#app/request.server.ts";
import { respondFile } from "#app/routes/downloads/respond-file.server.tsx";
import { auditedEdition, seqOf } from "#app/routes/organiser/audit-of.server.ts";

/** The inclusion proof of one entry, its record with it for auditors alone. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondFile(ctx, request, () => {
    const { id, slug } = auditedEdition(ctx, params);
    const entry = findAuditEntry(ctx, { editionId: id, seq: seqOf(params) });
    if (!entry?.proofs) throw notFound("audit.entryUnknown");
    return textResponse(`${slug}-${entry.seq}.json`, "application/json", JSON.stringify(entry.proofs, null, 1));
  });
}
