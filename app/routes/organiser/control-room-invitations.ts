import type { ActionFunctionArgs } from "@remix-run/node";
import { chosenPeopleInput } from "#app/features/proposals/figures/inputs.ts";
import { inviteAbsent } from "#app/features/proposals/figures/operations.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { notFound } from "#app/lib/errors.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { parseId } from "#app/lib/ids.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respondForm } from "#app/respond.server.ts";

/** Invites again the people ticked in the control room. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const editionId = parseId("edition", params.editionId);
    if (!editionId) throw notFound("competitions.editionUnknown");
    const { person: userIds } = parseForm(form, chosenPeopleInput);
    const t = translators[ctx.locale];
    const answer = inviteAbsent(ctx, { editionId, userIds });
    return redirectWithToast(`/organiser/editions/${editionId}/control-room/people${new URL(request.url).search}`, userIds.length === 0 ? t("controlRoom.nobodyChosen") : t("controlRoom.invited", answer));
  });
}
