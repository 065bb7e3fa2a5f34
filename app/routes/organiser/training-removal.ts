import type { ActionFunctionArgs } from "@remix-run/node";
import { removeTraining } from "#app/features/scoring/training/operations.server.ts";
import { listTraining } from "#app/features/scoring/training/queries.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { notFound } from "#app/lib/errors.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond } from "#app/respond.server.ts";
import { deskOf } from "#app/routes/organiser/desk-of.server.ts";

/** Takes a training text out of the list; a button of its page. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const { edition, stage } = deskOf(ctx, params, request);
    const text = listTraining(ctx, { editionId: edition.id, stage: stage.key }).find(({ id }) => id === params.trainingId);
    if (!text) throw notFound("scoring.trainingUnknown");
    removeTraining(ctx, { trainingId: text.id });
    return redirectWithToast(`/organiser/editions/${edition.id}/scoring/training?stage=${encodeURIComponent(stage.key)}`, translators[ctx.locale]("scoring.training.removed"));
  });
}
