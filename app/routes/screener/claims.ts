import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { claimNext } from "#app/features/screening/claims/operations.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { notFound } from "#app/lib/errors.ts";
import { parseId } from "#app/lib/ids.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond } from "#app/respond.server.ts";

/** Entries are taken from the queue. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => redirect(`/screening/${params.editionId}`));
}

/** Takes the next free entry and leads to it, one after another. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const editionId = parseId("edition", params.editionId);
    if (!editionId) throw notFound("competitions.editionUnknown");
    const proposalId = claimNext(ctx, { editionId });
    const t = translators[ctx.locale];
    if (!proposalId) return redirectWithToast(`/screening/${editionId}`, t("screening.queue.nothingFree"));
    return redirectWithToast(`/screening/${editionId}/proposals/${proposalId}?series=1`, t("screening.queue.taken"));
  });
}
