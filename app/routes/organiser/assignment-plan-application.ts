import type { ActionFunctionArgs } from "@remix-run/node";
import { applicationInput } from "#app/features/assignment/plans/inputs.ts";
import { applyPlan } from "#app/features/assignment/plans/operations.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respondForm } from "#app/respond.server.ts";
import { planOf } from "#app/routes/organiser/assignment-of.server.ts";

/** Applies the plan as it was looked at; a button of its page. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const { plan } = planOf(ctx, params);
    applyPlan(ctx, { planId: plan.id, ...parseForm(form, applicationInput) });
    return redirectWithToast(`/organiser/editions/${plan.editionId}/assignment/plans/${plan.id}`, translators[ctx.locale]("assignment.plan.appliedToast"));
  });
}
