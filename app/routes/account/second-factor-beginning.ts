import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { beginSecondFactor } from "#app/features/accounts/factors/operations.server.ts";
import { requireCtx, requireFreshSign } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";

export async function action({ request, context }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  await requireFreshSign(request, context);
  return respond(ctx, () => {
    beginSecondFactor(ctx);
    return redirect("/profile/second-factor");
  });
}
