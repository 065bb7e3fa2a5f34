import type { Params } from "@remix-run/react";
import { samplesOf } from "#app/features/notifications/components/template-samples.ts";
import { getTemplatePage } from "#app/features/notifications/templates/queries.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import { editionPath, organisedEdition } from "#app/routes/organiser/edition-of.server.ts";

/** The words of the address, in the language of the address, for the organiser of its edition. */
export function templatePlace(ctx: Ctx, params: Params) {
  const edition = organisedEdition(ctx, params);
  const { locale, template = "" } = params;
  if (locale !== "id" && locale !== "en") throw notFound("notifications.templateUnknown");
  const page = getTemplatePage(ctx, { editionId: edition.id, template, locale });
  const facts = { edition: edition.definition.name[locale], link: `${ctx.baseUrl}/home` };
  const back = editionPath(edition, "letters");
  return { page, samples: samplesOf(translators[locale], page.places, facts), back, own: `${back}/${template}/${locale}`, zone: edition.definition.zone };
}
