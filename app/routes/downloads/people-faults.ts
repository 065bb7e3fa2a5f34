import type { LoaderFunctionArgs } from "@remix-run/node";
import { rowLimit } from "#app/features/competitions/people/operations.server.ts";
import { getImport, listImportRows } from "#app/features/competitions/people/queries.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import type { MessageKey } from "#app/i18n/translator.ts";
import { csvLine } from "#app/lib/csv.ts";
import { notFound } from "#app/lib/errors.ts";
import { parseId } from "#app/lib/ids.ts";
import { requireCtx } from "#app/request.server.ts";
import { respondFile } from "#app/routes/downloads/respond-file.server.tsx";

/** The rows at fault with their reasons; mended there, the file can be uploaded again as it is. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondFile(ctx, request, () => {
    const id = parseId("personImport", params.importId);
    if (!id) throw notFound("people.importUnknown");
    const { kind } = getImport(ctx, id);
    const t = translators[ctx.locale];
    const heads = [t("people.name"), t("people.email"), t("people.role"), t(`people.place.${kind}`), t("people.line"), t("people.faultColumn")];
    const rows = (["fault", "failed"] as const).flatMap((verdict) => listImportRows(ctx, id, { verdict, limit: rowLimit }));
    const lines = rows.map(({ name, email, role, place, line, faults }) =>
      csvLine([name, email, role, place, line, faults.map((fault) => t(fault.key as MessageKey, fault.params)).join(" ")]),
    );
    return new Response(`\uFEFF${csvLine(heads)}${lines.join("")}`, {
      headers: {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": "attachment; filename=\"people-faults.csv\"",
        "Cache-Control": "private, no-store",
        "X-Content-Type-Options": "nosniff",
      },
    });
  });
}
