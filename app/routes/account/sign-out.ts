import { type ActionFunctionArgs, redirectDocument } from "@remix-run/node";
import { signOut } from "#app/features/accounts/sessions/operations.server.ts";
import { publicCtx } from "#app/request.server.ts";

/** Ends the session; asked twice it is ended all the same. */
export async function action({ request, context }: ActionFunctionArgs) {
  const ctx = await publicCtx(request, context);
  const sessionId = context.sessions.readCookie(request.headers.get("Cookie"));
  if (sessionId) signOut(ctx, sessionId);
  // What was typed and kept on this device goes with the person: the next one to sit here finds nothing of it.
  return redirectDocument("/", { headers: { "Set-Cookie": context.sessions.blankCookie(), "Clear-Site-Data": '"storage"' } });
}
