import type { LoaderFunctionArgs } from "@remix-run/node";
import { translators } from "#app/i18n/dictionaries.ts";
import { notFound } from "#app/lib/errors.ts";
import { csvResponse, gathered, tableHeaders } from "#app/lib/http/table-response.server.ts";
import { writeXlsx } from "#app/lib/spreadsheets.server.ts";
import { requireCtx } from "#app/request.server.ts";
import { respondFile } from "#app/routes/downloads/respond-file.server.tsx";
import { controlRoomOf, exportedLots } from "#app/routes/organiser/control-room-of.server.ts";
import { type FigureRow, tableOf } from "#app/routes/organiser/control-room-table.ts";

const workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The table of a panel as its page shows it, with the same filter: `funnel.csv`, `drafts.xlsx`. A rehearsal says so in every row. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondFile(ctx, request, async () => {
    const [, panelName = "", ending] = /^([a-z]+)\.(csv|xlsx)$/.exec(params.file ?? "") ?? [];
    if (ending !== "csv" && ending !== "xlsx") throw notFound("competitions.editionUnknown");
    const { room, edition } = controlRoomOf(ctx, params, { search: new URL(request.url).searchParams, panelName, exported: true });
    const t = translators[ctx.locale];
    const marked = edition.rehearsal ? [t("common.rehearsal")] : [];
    const heads = [...tableOf(t, room).columns.map(({ label }) => label), ...(edition.rehearsal ? [t("controlRoom.mark")] : [])];
    const lots = cellsOf(exportedLots(ctx, room, (data) => tableOf(t, { ...room, data }).rows), marked);
    const fileName = `${edition.rehearsal ? "latihan-" : ""}${edition.slug}-${panelName}.${ending}`;
    if (ending === "csv") return csvResponse(fileName, heads, lots);
    const book = await writeXlsx(heads.map((title) => ({ title })), await gathered(lots), panelName);
    return new Response(new Uint8Array(book), { headers: tableHeaders(fileName, workbook) });
  });
}

function* cellsOf(lots: Iterable<FigureRow[]>, marked: readonly string[]): Generator<FigureRow["cells"][]> {
  for (const lot of lots) yield lot.map(({ cells }) => [...cells, ...marked]);
}
