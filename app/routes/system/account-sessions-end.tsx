import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { endSessionsOfAccount } from "#app/features/accounts/administration/operations.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond } from "#app/respond.server.ts";
import { accountOfAddress, accountPath } from "#app/routes/system/account-of.server.ts";

/** Somebody came by the address: the button stands on the account's page. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireCtx(request, context);
  return redirect(accountPath(params.userId ?? ""));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const { id, name } = accountOfAddress(ctx, context, params);
    endSessionsOfAccount(ctx, { userId: id });
    return redirectWithToast(accountPath(id), translators[ctx.locale]("accounts.system.endSessionsDone", { name }));
  });
}

/** A screen, though an empty one: a refusal then comes as a page and not as bare data. */
export default function AccountSessionsEnd() {
  return null;
}
