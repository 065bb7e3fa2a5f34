import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { restorationInput } from "#app/features/proposals/drafting/inputs.ts";
import { restoreAnswer } from "#app/features/proposals/drafting/operations.server.ts";
import { getRevisionsPage } from "#app/features/proposals/drafting/queries.server.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond } from "#app/respond.server.ts";
import { proposalIdOf } from "#app/routes/agency/proposal-of.server.ts";

/** Brings an earlier text back and returns to where it is written on. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  const form = await request.formData();
  return respond(ctx, () => {
    const proposalId = proposalIdOf(params);
    const { fieldKey, revision } = parseForm(form, restorationInput);
    restoreAnswer(ctx, { proposalId, fieldKey, revision });
    const { section, revisions, zone } = getRevisionsPage(ctx, proposalId, fieldKey);
    const at = revisions.find((one) => one.revision === revision)?.at ?? ctx.now;
    const words = translators[ctx.locale]("drafting.history.restored", { time: formatInstant(ctx.locale, at, zone) });
    return redirectWithToast(`/proposals/${proposalId}/edit/${section}`, words);
  });
}

/** Asked for by hand: nothing to see here but the proposal. */
export async function loader({ request, context, params }: ActionFunctionArgs) {
  await requireCtx(request, context);
  return redirect(`/proposals/${params.proposalId}`);
}
