import type { ActionFunctionArgs } from "@remix-run/node";
import { passwordChangeInput } from "#app/features/accounts/inputs.ts";
import { changePassword } from "#app/features/accounts/operations.server.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { requireCtx } from "#app/request.server.ts";
import { respondForm } from "#app/respond.server.ts";

export async function action({ request, context }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, async (form) => {
    const sessionId = context.sessions.readCookie(request.headers.get("Cookie")) ?? "";
    await changePassword(ctx, { ...parseForm(form, passwordChangeInput), sessionId });
    return { ok: true as const };
  });
}
