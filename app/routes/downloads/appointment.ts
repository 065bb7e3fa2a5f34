import type { LoaderFunctionArgs } from "@remix-run/node";
import { getLetterFile } from "#app/features/agencies/appointments/queries.server.ts";
import { notFound } from "#app/lib/errors.ts";
import { fileResponse } from "#app/lib/http/file-response.server.ts";
import { parseId } from "#app/lib/ids.ts";
import { requireCtx } from "#app/request.server.ts";
import { respondFile } from "#app/routes/downloads/respond-file.server.tsx";

/** A scanned letter of appointment, for whoever answers it. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondFile(ctx, request, async () => {
    const id = parseId("appointment", params.appointmentId);
    if (!id) throw notFound("agencies.appointmentUnknown");
    const file = getLetterFile(ctx, id);
    if (!(await ctx.files.has(file.sha256))) throw notFound("agencies.appointmentUnknown");
    return fileResponse(request, ctx.files, { ...file, contentType: "application/pdf" });
  });
}
