import type { ActionFunctionArgs } from "@remix-run/node";
import { setTemplate } from "#app/features/competitions/editing/items/operations.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond } from "#app/respond.server.ts";
import { editionPath, organisedEdition } from "#app/routes/organiser/edition-of.server.ts";

/** The letter to sign is handed out no longer. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const edition = organisedEdition(ctx, params);
    setTemplate(ctx, { editionId: edition.id, field: params.field ?? "", template: null });
    return redirectWithToast(editionPath(edition, `rules/edit/fields/${params.field}`), translators[ctx.locale]("editor.template.removed"));
  });
}
