import type { LoaderFunctionArgs } from "@remix-run/node";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { getScreeningFigures } from "#app/features/screening/figures/queries.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { notFound } from "#app/lib/errors.ts";
import { csvResponse } from "#app/lib/http/table-response.server.ts";
import { parseId } from "#app/lib/ids.ts";
import { requireCtx } from "#app/request.server.ts";
import { respondFile } from "#app/routes/downloads/respond-file.server.tsx";

/** Speed of the screeners as a table. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondFile(ctx, request, () => {
    const editionId = parseId("edition", params.editionId);
    if (!editionId) throw notFound("competitions.editionUnknown");
    const t = translators[ctx.locale];
    const { byScreener } = getScreeningFigures(ctx, editionId);
    const heads = (["screener", "decided", "passed", "rate", "median"] as const).map((key) => t(`screening.figures.${key}`));
    const cells = byScreener.map(({ name, decided, passed, perDay, medianMinutes }) => [
      ...[name, decided, passed, perDay.toFixed(2)],
      medianMinutes === null ? "" : medianMinutes.toFixed(1),
    ]);
    const { slug, rehearsal } = getEdition(ctx, editionId);
    return csvResponse(`${rehearsal ? "latihan-" : ""}${slug}-screening.csv`, heads, [cells]);
  });
}
