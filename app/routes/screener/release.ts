import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { releaseClaim } from "#app/features/screening/claims/operations.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond } from "#app/respond.server.ts";
import { entryOf, entryPath } from "#app/routes/screener/entry-of.server.ts";

/** An entry is released on its own page. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => redirect(entryPath(entryOf(ctx, params))));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const { proposal, editionId } = entryOf(ctx, params);
    releaseClaim(ctx, { proposalId: proposal.id });
    return redirectWithToast(`/screening/${editionId}`, translators[ctx.locale]("screening.page.released"));
  });
}
