import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { confirmSlot } from "#app/features/interviews/operations.server.ts";
import { getSlotView } from "#app/features/interviews/queries.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { formatInstant, formatTime } from "#app/i18n/format.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import { parseId } from "#app/lib/ids.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond } from "#app/respond.server.ts";

function slotOfAddress(ctx: Ctx, params: LoaderFunctionArgs["params"]) {
  const slotId = parseId("slot", params.slotId);
  if (!slotId) throw notFound("interviews.slotUnknown");
  return getSlotView(ctx, slotId);
}

/** Somebody came by the address: the button stands on the proposal's page. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => redirect(`/proposals/${slotOfAddress(ctx, params).proposalId}`));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const slot = slotOfAddress(ctx, params);
    confirmSlot(ctx, { slotId: slot.id });
    const text = translators[ctx.locale]("interviews.confirm.done", {
      time: formatInstant(ctx.locale, slot.startsAt, slot.agencyZone),
      editionTime: formatTime(ctx.locale, slot.startsAt, slot.editionZone),
    });
    return redirectWithToast(`/proposals/${slot.proposalId}`, text);
  });
}

/** A screen, though an empty one: a refusal then comes as a page and not as bare data. */
export default function SlotConfirmation() {
  return null;
}
