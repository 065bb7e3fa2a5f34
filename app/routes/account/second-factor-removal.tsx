import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { removeSecondFactor } from "#app/features/accounts/factors/operations.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { requireCtx, requireFreshSign } from "#app/request.server.ts";
import { redirectWithToast, respond } from "#app/respond.server.ts";

/** Somebody came by the address: the button stands on the page of the second factor. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireCtx(request, context);
  return redirect("/profile/second-factor");
}

export async function action({ request, context }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  await requireFreshSign(request, context);
  return respond(ctx, () => {
    removeSecondFactor(ctx, { mode: context.config.secondFactor });
    return redirectWithToast("/profile/second-factor", translators[ctx.locale]("accounts.factor.removed"));
  });
}

/** A screen, though an empty one: a refusal then comes as a page and not as bare data. */
export default function SecondFactorRemoval() {
  return null;
}
