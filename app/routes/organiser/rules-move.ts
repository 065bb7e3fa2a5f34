import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { moveRule } from "#app/features/competitions/editing/items/operations.server.ts";
import { ruleMoveInput } from "#app/features/competitions/inputs.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { requireCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { organisedEdition } from "#app/routes/organiser/edition-of.server.ts";
import { listAddress, placeOfForm } from "#app/routes/organiser/rules-acts.server.ts";

/** One place up or down; the button that was pressed is under the finger again. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  const form = await request.formData();
  return respond(ctx, () => {
    const edition = organisedEdition(ctx, params);
    const { key, by, ...at } = parseForm(form, ruleMoveInput);
    const place = placeOfForm(at);
    moveRule(ctx, { editionId: edition.id, place, key, by: by === "-1" ? -1 : 1 });
    return redirect(`${listAddress(edition, place)}#${by === "-1" ? "up" : "down"}-${key}`);
  });
}
