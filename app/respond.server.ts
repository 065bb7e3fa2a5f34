import { createCookie, data, redirect } from "@remix-run/node";
import { dictionaries, translators } from "#app/i18n/dictionaries.ts";
import { findMessage, type MessageKey } from "#app/i18n/translator.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { DomainError, InvalidInput, type RefusalKind } from "#app/lib/errors.ts";
import { type FormValues, formValues, withoutSecrets } from "#app/lib/forms.server.ts";

const statuses: Record<RefusalKind, number> = {
  notFound: 404,
  forbidden: 403,
  conflict: 409,
  invalid: 422,
  signInRequired: 401,
  tooMany: 429,
};

/** What a page gets back from a refused form: words for the page, words beside fields, and what was typed. */
export type FormState = {
  ok: boolean;
  message: string | null;
  errors: Record<string, string>;
  values: FormValues;
};

/** What the error page shows; thrown as the body of a Response. */
export type Refusal = { message: string; status: number };

/** Runs a loader's query; a refusal becomes a page with its status. The only place, with respondForm, that knows HTTP. */
export async function respond<T>(ctx: Ctx, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw refusalOf(ctx, error) ?? error;
  }
}

/**
 * Runs an action's operation on its form. InvalidInput and refusals that a form can mend come back to the page with status
 * 4xx and everything that was typed; 404 and 403 become pages.
 */
export async function respondForm<T>(
  ctx: Ctx,
  request: Pick<Request, "formData">,
  work: (form: FormData) => T | Promise<T>,
): Promise<T | ReturnType<typeof data<FormState>>> {
  const form = await request.formData();
  try {
    return await work(form);
  } catch (error) {
    if (error instanceof InvalidInput) return data(faulty(ctx, error, form), { status: 422 });
    if (error instanceof DomainError && error.kind !== "notFound" && error.kind !== "forbidden") {
      const state = { ok: false, message: messageOf(ctx, error), errors: {}, values: withoutSecrets(formValues(form)) };
      return data(state, { status: statuses[error.kind] });
    }
    throw refusalOf(ctx, error) ?? error;
  }
}

function faulty(ctx: Ctx, error: InvalidInput, form: FormData): FormState {
  const t = translators[ctx.locale];
  const errors: Record<string, string> = {};
  for (const fault of error.faults) {
    errors[fault.path] ??= t((fault.code.includes(".") ? fault.code : `form.${fault.code}`) as MessageKey, fault.params);
  }
  const values = Object.keys(error.values).length > 0 ? error.values : withoutSecrets(formValues(form));
  return { ok: false, message: t("form.summary", { count: Object.keys(errors).length }), errors, values };
}

function refusalOf(ctx: Ctx, error: unknown): Response | null {
  if (!(error instanceof DomainError)) return null;
  const status = statuses[error.kind];
  const refusal: Refusal = { message: messageOf(ctx, error), status };
  return Response.json(refusal, { status });
}

/** The words of a refusal in the reader's language. */
export function messageOf(ctx: Pick<Ctx, "locale">, error: DomainError): string {
  const key = `errors.${error.code}`;
  const t = translators[ctx.locale];
  return findMessage(dictionaries[ctx.locale], key) === undefined ? t("form.invalid") : t(key as MessageKey, error.params);
}

/** A page that does not exist, or that the reader may not know of. */
export function missingPage(ctx: Ctx): Response {
  const refusal: Refusal = { message: translators[ctx.locale]("pages.notFound.body"), status: 404 };
  return Response.json(refusal, { status: 404 });
}

/** Words shown once on the next page. They are no secret and no proof: a plain, short-lived cookie. */
const toast = createCookie("toast", { path: "/", sameSite: "lax", httpOnly: true, maxAge: 60 });

export async function redirectWithToast(to: string, text: string, headers = new Headers()): Promise<Response> {
  headers.append("Set-Cookie", await toast.serialize(text));
  return redirect(to, { headers });
}

/** The waiting words and the header that takes them away. */
export async function takeToast(request: Request): Promise<{ text: string | null; header: string | null }> {
  const text: unknown = await toast.parse(request.headers.get("Cookie"));
  if (typeof text !== "string") return { text: null, header: null };
  return { text, header: await toast.serialize("", { maxAge: 0 }) };
}
