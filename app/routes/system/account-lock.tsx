import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { reasonInput } from "#app/features/accounts/administration/inputs.ts";
import { lockAccount } from "#app/features/accounts/administration/operations.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { parseForm } from "#app/lib/forms.server.ts";
import { requireCtx, requireFreshSign } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { ReasonPage } from "#app/routes/reason-page.tsx";
import { accountOfAddress, accountPath } from "#app/routes/system/account-of.server.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "accounts.system.lock");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const { id, name, email } = accountOfAddress(ctx, context, params);
    return { name, email, back: accountPath(id) };
  });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  await requireFreshSign(request, context);
  return respondForm(ctx, request, (form) => {
    const { id, name } = accountOfAddress(ctx, context, params);
    lockAccount(ctx, { userId: id, ...parseForm(form, reasonInput) });
    return redirectWithToast(accountPath(id), translators[ctx.locale]("accounts.system.lockDone", { name }));
  });
}

export default function AccountLock() {
  const t = useTranslate();
  const { name, email, back } = useLoaderData<typeof loader>();
  const words = {
    title: t("accounts.system.lock"),
    lead: t("accounts.system.lockBody"),
    meta: email,
    reason: t("accounts.system.reason"),
    hint: t("accounts.system.reasonHint"),
    submit: t("accounts.system.lock"),
  };
  return <ReasonPage id="lock" words={words} back={{ to: back, label: name }} subject={words.title} />;
}
