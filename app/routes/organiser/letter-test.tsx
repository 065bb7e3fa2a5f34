import type { ActionFunctionArgs } from "@remix-run/node";
import { templateInput } from "#app/features/notifications/inputs.ts";
import { testTemplate } from "#app/features/notifications/templates/operations.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respondForm } from "#app/respond.server.ts";
import { templatePlace } from "#app/routes/organiser/letter-of.server.ts";

export { default, loader, meta } from "#app/routes/organiser/letter.tsx";

/** Sends what was typed to oneself, saved or not. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const { page, samples, own } = templatePlace(ctx, params);
    const { editionId, template, locale } = page;
    testTemplate(ctx, { editionId, template, locale, samples, ...parseForm(form, templateInput) });
    // What was typed may not be saved yet: the page opens with it again.
    return redirectWithToast(`${own}?restored=1`, translators[ctx.locale]("communications.templates.tested", { email: ctx.actor.email }));
  });
}
