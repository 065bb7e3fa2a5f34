import type { ActionFunctionArgs } from "@remix-run/node";
import { resetTemplate } from "#app/features/notifications/templates/operations.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond } from "#app/respond.server.ts";
import { templatePlace } from "#app/routes/organiser/letter-of.server.ts";

/** Gives a letter the product's own words back. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const { page, own } = templatePlace(ctx, params);
    const { editionId, template, locale } = page;
    resetTemplate(ctx, { editionId, template, locale });
    return redirectWithToast(own, translators[ctx.locale]("communications.templates.resetDone"));
  });
}
