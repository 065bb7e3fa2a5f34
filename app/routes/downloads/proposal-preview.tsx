import type { LoaderFunctionArgs } from "@remix-run/node";
import { PreviewDocument } from "#app/features/proposals/components/preview-document.tsx";
import { getPreviewSource, previewSheet } from "#app/features/proposals/preview/queries.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { renderPdf } from "#app/lib/pdf.server.tsx";
import { requireCtx } from "#app/request.server.ts";
import { proposalIdOf } from "#app/routes/agency/proposal-of.server.ts";
import { respondFile } from "#app/routes/downloads/respond-file.server.tsx";

/** The proposal as an evaluator will read it, on paper, made when it is asked for by its own agency. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondFile(ctx, request, async () => {
    const id = proposalIdOf(params);
    const source = getPreviewSource(ctx, id);
    const sheet = previewSheet(source);
    const pdf = await renderPdf(<PreviewDocument t={translators[ctx.locale]} source={source} sheet={sheet} printedAt={ctx.now} />);
    return new Response(Buffer.from(pdf), {
      headers: {
        "Content-Type": "application/pdf",
        "Content-Length": String(pdf.length),
        "Content-Disposition": `attachment; filename="${sheet.number ? `proposal-${sheet.number}` : `draf-${id}`}.pdf"`,
        "Cache-Control": "private, no-store",
        "X-Content-Type-Options": "nosniff",
      },
    });
  });
}
