import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requestEmail } from "#app/features/accounts/recovery/operations.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond } from "#app/respond.server.ts";

/** Somebody came by the address: the button stands on the page of the address. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireCtx(request, context);
  return redirect("/profile/email");
}

export async function action({ request, context }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  const { email } = ctx.actor;
  return respond(ctx, () => {
    requestEmail(ctx, email);
    return redirectWithToast("/profile/email", translators[ctx.locale]("accounts.email.sent", { email }));
  });
}

/** A screen, though an empty one: a refusal then comes as a page and not as bare data. */
export default function EmailVerification() {
  return null;
}
