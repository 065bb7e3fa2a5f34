import type { LoaderFunctionArgs } from "@remix-run/node";
import { translators } from "#app/i18n/dictionaries.ts";
import { csvLine } from "#app/lib/csv.ts";
import { notFound } from "#app/lib/errors.ts";
import { writeXlsx } from "#app/lib/spreadsheets.server.ts";
import { requireCtx } from "#app/request.server.ts";
import { respondFile } from "#app/routes/downloads/respond-file.server.tsx";

/** An empty table with the titles that the import understands and one example row of each kind. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondFile(ctx, request, async () => {
    const [, kind, form] = /^(seats|members)\.(csv|xlsx)$/.exec(params.name ?? "") ?? [];
    if (!kind || !form) throw notFound("people.importUnknown");
    const t = translators[ctx.locale];
    const heads = [t("people.name"), t("people.email"), t("people.role"), t(`people.place.${kind as "seats" | "members"}`)];
    const role = kind === "seats" ? t("competitions.roles.evaluator") : t("agencies.roles.writer");
    const example = ["Contoh Nama", "contoh.nama@contoh.go.id", role, "Contoh"];
    const body = form === "csv" ? Buffer.from(`\uFEFF${csvLine(heads)}${csvLine(example)}`) : await writeXlsx(heads.map((title) => ({ title, width: 30 })), [example]);
    return new Response(new Uint8Array(body), {
      headers: {
        "Content-Type": form === "csv" ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "Content-Disposition": `attachment; filename="people-${kind}.${form}"`,
        "X-Content-Type-Options": "nosniff",
      },
    });
  });
}
