import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { approveList } from "#app/features/ranking/operations.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { inLocale } from "#app/lib/words.ts";
import { requireCtx, requireFreshSign } from "#app/request.server.ts";
import { redirectWithToast, respond } from "#app/respond.server.ts";
import { listPath, seenOfAddress } from "#app/routes/organiser/list-of.server.ts";

/** Somebody came by the address: the button stands on the list's page. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireCtx(request, context);
  return redirect(listPath(params));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  await requireFreshSign(request, context);
  const form = await request.formData();
  return respond(ctx, () => {
    const { award, current } = seenOfAddress(ctx, params, form);
    approveList(ctx, { listId: current.id });
    return redirectWithToast(listPath(params), translators[ctx.locale]("ranking.approve.done", { list: inLocale(ctx.locale, award.name) }));
  });
}

/** A screen, though an empty one: a refusal then comes as a page and not as bare data. */
export default function ListApproval() {
  return null;
}
