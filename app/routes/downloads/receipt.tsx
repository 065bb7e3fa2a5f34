import type { LoaderFunctionArgs } from "@remix-run/node";
import { ReceiptDocument } from "#app/features/proposals/components/receipt-document.tsx";
import { getReceipt } from "#app/features/proposals/submission/queries.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { renderPdf } from "#app/lib/pdf.server.tsx";
import { requireCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { proposalIdOf } from "#app/routes/agency/proposal-of.server.ts";

/** The receipt of the version that stands, made when it is asked for. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, async () => {
    const receipt = getReceipt(ctx, proposalIdOf(params));
    const pdf = await renderPdf(<ReceiptDocument t={translators[ctx.locale]} receipt={receipt} printedAt={ctx.now} />);
    return new Response(Buffer.from(pdf), {
      headers: {
        "Content-Type": "application/pdf",
        "Content-Length": String(pdf.length),
        "Content-Disposition": `attachment; filename="tanda-terima-${receipt.number}.pdf"`,
        "Cache-Control": "private, no-store",
        "X-Content-Type-Options": "nosniff",
      },
    });
  });
}
