import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { askComputation } from "#app/features/ranking/runs/operations.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { inLocale } from "#app/lib/words.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond } from "#app/respond.server.ts";
import { awardOfAddress, listPath } from "#app/routes/organiser/list-of.server.ts";

/** Somebody came by the address: the button stands on the list's page. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireCtx(request, context);
  return redirect(listPath(params));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const { edition, award } = awardOfAddress(ctx, params);
    askComputation(ctx, { editionId: edition.id, listKey: award.key });
    return redirectWithToast(listPath(params), translators[ctx.locale]("ranking.compute.asked", { list: inLocale(ctx.locale, award.name) }));
  });
}

/** A screen, though an empty one: a refusal then comes as a page and not as bare data. */
export default function ListComputation() {
  return null;
}
