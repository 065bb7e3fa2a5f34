import type { ActionFunctionArgs } from "@remix-run/node";
import { copyRule } from "#app/features/competitions/editing/items/operations.server.ts";
import { ruleInput } from "#app/features/competitions/inputs.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond } from "#app/respond.server.ts";
import { organisedEdition } from "#app/routes/organiser/edition-of.server.ts";
import { listAddress, placeOfForm } from "#app/routes/organiser/rules-acts.server.ts";

/** A copy right below. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  const form = await request.formData();
  return respond(ctx, () => {
    const edition = organisedEdition(ctx, params);
    const { key, ...at } = parseForm(form, ruleInput);
    const place = placeOfForm(at);
    const copy = copyRule(ctx, { editionId: edition.id, place, key });
    return redirectWithToast(`${listAddress(edition, place)}#up-${copy}`, translators[ctx.locale]("editor.list.copied"));
  });
}
