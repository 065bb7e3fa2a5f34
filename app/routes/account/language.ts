import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { parseForm } from "#app/lib/forms.server.ts";
import { publicCtx } from "#app/request.server.ts";
import { respondForm } from "#app/respond.server.ts";
import { preferenceCookie, returnPath } from "#app/routes/account/preference.server.ts";

const languageInput = z.strictObject({ locale: z.enum(["id", "en"]), returnTo: z.string().optional() });

/** Keeps the reader's language in a cookie; the whole page is loaded anew in it. */
export async function action({ request, context }: ActionFunctionArgs) {
  const ctx = await publicCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const input = parseForm(form, languageInput);
    const cookie = preferenceCookie("language", input.locale, context.config);
    return redirect(returnPath(request, input.returnTo), { headers: { "Set-Cookie": cookie, "X-Remix-Reload-Document": "true" } });
  });
}
