import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { endOtherSessions } from "#app/features/accounts/sessions/operations.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { requireCtx, sessionOf } from "#app/request.server.ts";
import { redirectWithToast, respond } from "#app/respond.server.ts";

/** Somebody came by the address: the button stands in the list of sessions. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireCtx(request, context);
  return redirect("/profile/sessions");
}

export async function action({ request, context }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const count = endOtherSessions(ctx, sessionOf(request, context));
    return redirectWithToast("/profile/sessions", translators[ctx.locale]("accounts.sessions.endedOthers", { count }));
  });
}

/** A screen, though an empty one: a refusal then comes as a page and not as bare data. */
export default function OtherSessionsEnd() {
  return null;
}
