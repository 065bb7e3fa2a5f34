import type { ActionFunctionArgs } from "@remix-run/node";
import { chooseInterviews } from "#app/features/competitions/editing/items/operations.server.ts";
import { interviewUseInput } from "#app/features/competitions/inputs.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond } from "#app/respond.server.ts";
import { editionPath, organisedEdition } from "#app/routes/organiser/edition-of.server.ts";

/** Whether the edition holds interviews at all. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  const form = await request.formData();
  return respond(ctx, () => {
    const edition = organisedEdition(ctx, params);
    const used = parseForm(form, interviewUseInput).used === "yes";
    chooseInterviews(ctx, { editionId: edition.id, used });
    return redirectWithToast(editionPath(edition, "rules/edit/interview"), translators[ctx.locale](used ? "editor.interviews.used" : "editor.interviews.left"));
  });
}
