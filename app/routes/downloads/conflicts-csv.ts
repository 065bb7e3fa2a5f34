import type { LoaderFunctionArgs } from "@remix-run/node";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { registerHeads, registerRows } from "#app/features/conflicts/components/register-csv.ts";
import { listAgencyObjections } from "#app/features/conflicts/objecting/queries.server.ts";
import { getWholeRegister } from "#app/features/conflicts/register/queries.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { notFound } from "#app/lib/errors.ts";
import { csvResponse, inLots } from "#app/lib/http/table-response.server.ts";
import { parseId } from "#app/lib/ids.ts";
import { requireCtx } from "#app/request.server.ts";
import { respondFile } from "#app/routes/downloads/respond-file.server.tsx";

/** Everything that stands or stood between people and entries as a table. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondFile(ctx, request, () => {
    const editionId = parseId("edition", params.editionId);
    if (!editionId) throw notFound("competitions.editionUnknown");
    const found = { ...getWholeRegister(ctx, editionId), objections: listAgencyObjections(ctx, editionId) };
    const { slug, rehearsal, definition } = getEdition(ctx, editionId);
    const t = translators[ctx.locale];
    return csvResponse(`${rehearsal ? "latihan-" : ""}${slug}-conflicts.csv`, registerHeads(t), inLots(registerRows(t, definition.zone, found), (lot) => lot));
  });
}
