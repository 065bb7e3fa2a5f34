import type { LoaderFunctionArgs } from "@remix-run/node";
import type { Params } from "@remix-run/react";
import { ReceiptDocument } from "#app/features/proposals/components/receipt-document.tsx";
import { getReceipt } from "#app/features/proposals/submission/queries.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { notFound } from "#app/lib/errors.ts";
import { renderPdf } from "#app/lib/pdf.server.tsx";
import { requireCtx } from "#app/request.server.ts";
import { proposalIdOf } from "#app/routes/agency/proposal-of.server.ts";
import { respondFile } from "#app/routes/downloads/respond-file.server.tsx";

/** The receipt of a version, of the one that stands where none is named, made when it is asked for. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondFile(ctx, request, async () => {
    const receipt = getReceipt(ctx, proposalIdOf(params), versionOf(params));
    const pdf = await renderPdf(<ReceiptDocument t={translators[ctx.locale]} receipt={receipt} printedAt={ctx.now} verifyAt={`${ctx.baseUrl}/verify/receipts`} />);
    return new Response(Buffer.from(pdf), {
      headers: {
        "Content-Type": "application/pdf",
        "Content-Length": String(pdf.length),
        "Content-Disposition": `attachment; filename="tanda-terima-${receipt.number}-v${receipt.version}.pdf"`,
        "Cache-Control": "private, no-store",
        "X-Content-Type-Options": "nosniff",
      },
    });
  });
}

function versionOf({ version }: Params): number | undefined {
  if (version === undefined) return undefined;
  if (!/^[1-9]\d{0,5}$/.test(version)) throw notFound("proposals.unknown");
  return Number(version);
}
