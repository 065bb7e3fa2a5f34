import type { ActionFunctionArgs } from "@remix-run/node";
import { homeRegionInput } from "#app/features/conflicts/inputs.ts";
import { declareHomeRegion } from "#app/features/conflicts/operations.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { notFound } from "#app/lib/errors.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { parseId } from "#app/lib/ids.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respondForm } from "#app/respond.server.ts";

/** Keeps the province an assessor comes from; a form of the queue's page. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const editionId = parseId("edition", params.editionId);
    if (!editionId) throw notFound("competitions.editionUnknown");
    declareHomeRegion(ctx, { editionId, ...parseForm(form, homeRegionInput) });
    return redirectWithToast(`/assessor/${editionId}?conflicts=1`, translators[ctx.locale]("conflicts.region.done"));
  });
}
