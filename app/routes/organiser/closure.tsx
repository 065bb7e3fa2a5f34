import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { closeFinishedEdition } from "#app/acts/close-edition.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond } from "#app/respond.server.ts";
import { editionPath, organisedEdition } from "#app/routes/organiser/edition-of.server.ts";

/** Somebody came by the address: the button stands on the overview. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => redirect(editionPath(organisedEdition(ctx, params))));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const { id: editionId } = organisedEdition(ctx, params);
    closeFinishedEdition(ctx, { editionId });
    return redirectWithToast(editionPath({ id: editionId }), translators[ctx.locale]("competitions.closure.done"));
  });
}

/** A screen, though an empty one: a refusal then comes as a page and not as bare data. */
export default function Closure() {
  return null;
}
