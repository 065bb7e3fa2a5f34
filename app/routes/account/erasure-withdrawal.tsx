import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { withdrawErasure } from "#app/features/accounts/privacy/operations.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { notFound } from "#app/lib/errors.ts";
import { parseId } from "#app/lib/ids.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond } from "#app/respond.server.ts";

/** Somebody came by the address: the button stands on the page of one's data. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireCtx(request, context);
  return redirect("/profile/data");
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const id = parseId("erasure", params.requestId);
    if (!id) throw notFound("accounts.erasureUnknown");
    withdrawErasure(ctx, id);
    return redirectWithToast("/profile/data", translators[ctx.locale]("accounts.erasure.withdrawn"));
  });
}

/** A screen, though an empty one: a refusal then comes as a page and not as bare data. */
export default function ErasureWithdrawal() {
  return null;
}
