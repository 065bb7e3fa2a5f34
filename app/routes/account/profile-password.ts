import type { ActionFunctionArgs } from "@remix-run/node";
import { passwordChangeInput } from "#app/features/accounts/passwords/inputs.ts";
import { changePassword } from "#app/features/accounts/passwords/operations.server.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { requireCtx, sessionOf } from "#app/request.server.ts";
import { respondForm } from "#app/respond.server.ts";
import { demoPassword } from "#db/seeds/demo-accounts.ts";

export async function action({ request, context }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, async (form) => {
    const accepted = context.config.demo ? [demoPassword] : [];
    const input = { ...parseForm(form, passwordChangeInput), sessionId: sessionOf(request, context), accepted };
    await changePassword(ctx, context.sessions, input);
    return { ok: true as const };
  });
}
