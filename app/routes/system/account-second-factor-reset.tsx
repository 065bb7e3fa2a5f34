import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { reasonInput } from "#app/features/accounts/administration/inputs.ts";
import { resetSecondFactor } from "#app/features/accounts/administration/operations.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { requireCtx, requireFreshSign } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { accountOfAddress, accountPath, accountPlace } from "#app/routes/system/account-of.server.ts";
import { AccountReason } from "#app/routes/system/account-reason.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "accounts.system.resetFactor");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => accountPlace(ctx, context, params));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  await requireFreshSign(request, context);
  return respondForm(ctx, request, (form) => {
    const { id, name } = accountOfAddress(ctx, context, params);
    resetSecondFactor(ctx, { userId: id, ...parseForm(form, reasonInput) });
    return redirectWithToast(accountPath(id), translators[ctx.locale]("accounts.system.resetFactorDone", { name }));
  });
}

export default function AccountSecondFactorReset() {
  return <AccountReason act="resetFactor" place={useLoaderData<typeof loader>()} />;
}
