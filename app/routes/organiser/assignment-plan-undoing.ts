import type { ActionFunctionArgs } from "@remix-run/node";
import { undoPlan } from "#app/features/assignment/plans/operations.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respondForm } from "#app/respond.server.ts";
import { planOf } from "#app/routes/organiser/assignment-of.server.ts";

/** Takes an applied plan back; a button of its page. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, () => {
    const { plan } = planOf(ctx, params);
    const isDone = undoPlan(ctx, { planId: plan.id });
    return redirectWithToast(`/organiser/editions/${plan.editionId}/assignment/plans/${plan.id}`, translators[ctx.locale](isDone ? "assignment.plan.undoneToast" : "assignment.plan.undoingToast"));
  });
}
