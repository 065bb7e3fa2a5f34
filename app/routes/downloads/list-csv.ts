import type { LoaderFunctionArgs } from "@remix-run/node";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { listCells, listHeads } from "#app/features/ranking/components/list-csv.ts";
import { getListDocument } from "#app/features/ranking/tables/queries.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { notFound } from "#app/lib/errors.ts";
import { csvResponse, inLots } from "#app/lib/http/table-response.server.ts";
import { parseId } from "#app/lib/ids.ts";
import { publicCtx } from "#app/request.server.ts";
import { respondFile } from "#app/routes/downloads/respond-file.server.tsx";

/** A list as a table: published ones for everybody with their listed rows, others for those who read lists. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await publicCtx(request, context);
  return respondFile(ctx, request, () => {
    const listId = parseId("list", params.listId);
    if (!listId) throw notFound("ranking.listUnknown");
    const { list, rows } = getListDocument(ctx, listId);
    const { slug, definition, rehearsal } = getEdition(ctx, list.editionId);
    const t = translators[ctx.locale];
    const edition = { year: definition.year, rehearsal };
    const fileName = `${rehearsal ? "latihan-" : ""}${slug}-${list.listKey}-v${list.version}.csv`;
    return csvResponse(fileName, listHeads(t, edition), inLots(rows, (lot) => lot.map((row) => listCells(t, edition, row))));
  });
}
