import type { ActionFunctionArgs } from "@remix-run/node";
import { applicationInput } from "#app/features/assignment/plans/inputs.ts";
import { applyPlan } from "#app/features/assignment/plans/operations.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respondForm } from "#app/respond.server.ts";
import { planAddress } from "#app/routes/organiser/assignment-of.server.ts";

/** Applies the plan as it was looked at; a button of its page. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const { editionId, planId } = planAddress(ctx, params);
    const done = applyPlan(ctx, { planId, ...parseForm(form, applicationInput) });
    return redirectWithToast(`/organiser/editions/${editionId}/assignment/plans/${planId}`, translators[ctx.locale](done ? "assignment.plan.appliedToast" : "assignment.plan.applyingToast"));
  });
}
