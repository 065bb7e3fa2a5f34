import type { ActionFunctionArgs } from "@remix-run/node";
import { closeFeed } from "#app/features/proposals/calendar/operations.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { notFound } from "#app/lib/errors.ts";
import { parseId } from "#app/lib/ids.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond } from "#app/respond.server.ts";

/** Stops one's feed: its address answers 404 from now on. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const agencyId = parseId("agency", params.agencyId);
    if (!agencyId) throw notFound("agencies.unknown");
    closeFeed(ctx, { agencyId });
    return redirectWithToast(`/agencies/${agencyId}/calendar`, translators[ctx.locale]("communications.calendar.stopped"));
  });
}
