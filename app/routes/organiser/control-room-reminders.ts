import type { ActionFunctionArgs } from "@remix-run/node";
import { chosenDraftsInput } from "#app/features/proposals/figures/inputs.ts";
import { remindDrafts } from "#app/features/proposals/figures/operations.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { notFound } from "#app/lib/errors.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { parseId } from "#app/lib/ids.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respondForm } from "#app/respond.server.ts";

/** Reminds of the drafts ticked in the control room. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const editionId = parseId("edition", params.editionId);
    if (!editionId) throw notFound("competitions.editionUnknown");
    const { proposal: proposalIds } = parseForm(form, chosenDraftsInput);
    const t = translators[ctx.locale];
    const answer = remindDrafts(ctx, { editionId, proposalIds });
    return redirectWithToast(`/organiser/editions/${editionId}/control-room/drafts${new URL(request.url).search}`, proposalIds.length === 0 ? t("controlRoom.nobodyChosen") : t("controlRoom.reminded", answer));
  });
}
