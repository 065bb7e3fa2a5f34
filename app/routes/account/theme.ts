import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { parseForm } from "#app/lib/forms.server.ts";
import { publicCtx } from "#app/request.server.ts";
import { respondForm } from "#app/respond.server.ts";
import { preferenceCookie, returnPath } from "#app/routes/account/preference.server.ts";

const themeInput = z.strictObject({ theme: z.enum(["light", "dark", "system"]), returnTo: z.string().optional() });

/** Keeps light or dark in a cookie; `system` follows the device. */
export async function action({ request, context }: ActionFunctionArgs) {
  const ctx = await publicCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const input = parseForm(form, themeInput);
    const cookie = preferenceCookie("theme", input.theme, context.config);
    return redirect(returnPath(request, input.returnTo), { headers: { "Set-Cookie": cookie } });
  });
}
