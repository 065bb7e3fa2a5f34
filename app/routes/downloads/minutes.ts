import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireCtx } from "#app/request.server.ts";
import { makeAside } from "#app/routes/aside/ask.server.ts";
import { respondFile } from "#app/routes/downloads/respond-file.server.tsx";

/** Berita acara of a version for printing, for those who read lists before they are published. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondFile(ctx, request, async () => {
    const { name, bytes } = await makeAside(ctx, "minutesPdf", { params, request });
    return new Response(Buffer.from(bytes), {
      headers: { "Content-Type": "application/pdf", "Content-Disposition": `attachment; filename="${name}"`, "Cache-Control": "private, no-store" },
    });
  });
}
