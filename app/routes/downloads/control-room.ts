import type { LoaderFunctionArgs } from "@remix-run/node";
import { translators } from "#app/i18n/dictionaries.ts";
import { csvLine } from "#app/lib/csv.ts";
import { notFound } from "#app/lib/errors.ts";
import { writeXlsx } from "#app/lib/spreadsheets.server.ts";
import { requireCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { controlRoomOf } from "#app/routes/organiser/control-room-of.server.ts";
import { tableOf } from "#app/routes/organiser/control-room-table.ts";

const types = { csv: "text/csv; charset=utf-8", xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" } as const;

/** The table of a panel as its page shows it, with the same filter: `funnel.csv`, `drafts.xlsx`. A rehearsal says so in every row. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, async () => {
    const [, panelName = "", ending] = /^([a-z]+)\.(csv|xlsx)$/.exec(params.file ?? "") ?? [];
    if (ending !== "csv" && ending !== "xlsx") throw notFound("competitions.editionUnknown");
    const { room, edition } = controlRoomOf(ctx, params, { search: new URL(request.url).searchParams, panelName, exported: true });
    const t = translators[ctx.locale];
    const { columns, rows } = tableOf(t, room);
    const marked = edition.rehearsal ? [t("common.rehearsal")] : [];
    const heads = [...columns.map(({ label }) => label), ...(edition.rehearsal ? [t("controlRoom.mark")] : [])];
    const cells = rows.map((row) => [...row.cells, ...marked]);
    const lines = [csvLine(heads), ...cells.map((row) => csvLine(row.map((cell) => cell ?? "")))];
    const body = ending === "csv" ? `\uFEFF${lines.join("")}` : new Uint8Array(await writeXlsx(heads.map((title) => ({ title })), cells, panelName));
    return new Response(body, {
      headers: {
        "Content-Type": types[ending],
        "Content-Disposition": `attachment; filename="${edition.rehearsal ? "latihan-" : ""}${edition.slug}-${panelName}.${ending}"`,
        "Cache-Control": "private, no-store",
        "X-Content-Type-Options": "nosniff",
      },
    });
  });
}
