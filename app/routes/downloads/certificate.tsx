import type { LoaderFunctionArgs } from "@remix-run/node";
import { renderCertificatePdf } from "#app/features/certificates/operations.server.ts";
import { getCertificate } from "#app/features/certificates/queries.server.ts";
import { notFound } from "#app/lib/errors.ts";
import { parseId } from "#app/lib/ids.ts";
import { requireCtx } from "#app/request.server.ts";
import { certificateFile } from "#app/routes/downloads/certificate-file.server.ts";
import { respondFile } from "#app/routes/downloads/respond-file.server.tsx";

/** The PDF for its agency and for the office of the edition. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondFile(ctx, request, async () => {
    const id = parseId("certificate", params.certificateId);
    if (!id) throw notFound("certificates.unknown");
    const pdf = await renderCertificatePdf(ctx, id);
    return certificateFile({ pdf, serial: getCertificate(ctx, id).serial });
  });
}
