import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { erasePerson } from "#app/acts/erase-person.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { notFound } from "#app/lib/errors.ts";
import { parseId } from "#app/lib/ids.ts";
import { requireCtx, requireFreshSign } from "#app/request.server.ts";
import { redirectWithToast, respond } from "#app/respond.server.ts";

/** Somebody came by the address: the button stands in the list of requests. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireCtx(request, context);
  return redirect("/system/erasures");
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  await requireFreshSign(request, context);
  return respond(ctx, () => {
    const id = parseId("erasure", params.requestId);
    if (!id) throw notFound("accounts.erasureUnknown");
    erasePerson(ctx, id);
    return redirectWithToast("/system/erasures", translators[ctx.locale]("accounts.system.eraseDone"));
  });
}

/** A screen, though an empty one: a refusal then comes as a page and not as bare data. */
export default function ErasureExecution() {
  return null;
}
