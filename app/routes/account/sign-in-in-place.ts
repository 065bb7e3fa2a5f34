import type { ActionFunctionArgs } from "@remix-run/node";
import { inPlaceInput } from "#app/features/accounts/sessions/inputs.ts";
import { signIn } from "#app/features/accounts/sessions/operations.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { DomainError, InvalidInput } from "#app/lib/errors.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { clientOf, publicCtx } from "#app/request.server.ts";
import { messageOf } from "#app/respond.server.ts";

/** What the page that asked is told. `person` says who it is now: whoever was writing before is not always who signs in. */
export type InPlaceAnswer = { ok: true; person: { name: string; email: string } } | { ok: false; message: string; needsCode: boolean };

/**
 * Signs in without leaving the page: a form with `email`, `password` and, once `needsCode` was answered, all of them again with
 * `code`. Answers as data, for a text that must not be lost; the cookie of the new session comes with it.
 */
export async function action({ request, context }: ActionFunctionArgs): Promise<Response> {
  const ctx = await publicCtx(request, context);
  const form = await request.formData();
  try {
    const input = parseForm(form, inPlaceInput);
    const { sessionId, codeDue, person } = await signIn(ctx, context.sessions, { ...input, ...clientOf(request, context) });
    if (codeDue) return answer({ ok: false, message: translators[ctx.locale]("accounts.code.lead"), needsCode: true }, 401);
    return answer({ ok: true, person }, 200, { "Set-Cookie": context.sessions.sessionCookie(sessionId) });
  } catch (error) {
    const needsCode = form.has("code");
    if (error instanceof DomainError) return answer({ ok: false, message: messageOf(ctx, error), needsCode }, error.kind === "tooMany" ? 429 : 422);
    if (error instanceof InvalidInput) return answer({ ok: false, message: translators[ctx.locale]("errors.accounts.badCredentials"), needsCode }, 422);
    throw error;
  }
}

const answer = (body: InPlaceAnswer, status: number, headers: Record<string, string> = {}): Response =>
  Response.json(body, { status, headers: { "Cache-Control": "private, no-store", ...headers } });
