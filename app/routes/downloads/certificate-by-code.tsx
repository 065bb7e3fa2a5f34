import type { LoaderFunctionArgs } from "@remix-run/node";
import { renderCertificateByCode } from "#app/features/certificates/operations.server.ts";
import { publicCtx } from "#app/request.server.ts";
import { certificateFile } from "#app/routes/downloads/certificate-file.server.ts";
import { respondFile } from "#app/routes/downloads/respond-file.server.tsx";

/** The PDF for whoever holds the code of its QR. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await publicCtx(request, context);
  return respondFile(ctx, request, async () => certificateFile(await renderCertificateByCode(ctx, params.code ?? "")));
}
