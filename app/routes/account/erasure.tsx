import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { erasureInput } from "#app/features/accounts/privacy/inputs.ts";
import { requestErasure } from "#app/features/accounts/privacy/operations.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { parseForm } from "#app/lib/forms.server.ts";
import { requireCtx, requireFreshSign } from "#app/request.server.ts";
import { redirectWithToast, respondForm } from "#app/respond.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { ReasonPage } from "#app/routes/reason-page.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "accounts.erasure.title");

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireCtx(request, context);
  return null;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  await requireFreshSign(request, context);
  return respondForm(ctx, request, (form) => {
    requestErasure(ctx, parseForm(form, erasureInput));
    return redirectWithToast("/profile/data", translators[ctx.locale]("accounts.erasure.asked"));
  });
}

export default function ErasureRequest() {
  const t = useTranslate();
  const words = {
    title: t("accounts.erasure.title"),
    lead: t("accounts.erasure.lead"),
    meta: t("accounts.erasure.meta"),
    reason: t("accounts.erasure.reason"),
    hint: t("accounts.erasure.hint"),
    submit: t("accounts.erasure.ask"),
  };
  return <ReasonPage id="erasure" words={words} back={{ to: "/profile/data", label: t("accounts.data.title") }} subject={words.title} />;
}
