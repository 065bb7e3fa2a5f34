import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { reasonInput } from "#app/features/accounts/administration/inputs.ts";
import { refuseErasure } from "#app/features/accounts/privacy/operations.server.ts";
import { type ErasureRow, findOpenErasure } from "#app/features/accounts/privacy/queries.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { parseId } from "#app/lib/ids.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { ReasonPage } from "#app/routes/reason-page.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "accounts.system.refuse");

function requestOfAddress(ctx: Ctx, params: LoaderFunctionArgs["params"]): ErasureRow {
  const id = parseId("erasure", params.requestId);
  const found = id && findOpenErasure(ctx, id);
  if (!found) throw notFound("accounts.erasureUnknown");
  return found;
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const { name } = requestOfAddress(ctx, params);
    return { name };
  });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const { id } = requestOfAddress(ctx, params);
    refuseErasure(ctx, { requestId: id, note: parseForm(form, reasonInput).reason });
    return redirectWithToast("/system/erasures", translators[ctx.locale]("accounts.system.refuseDone"));
  });
}

export default function ErasureRefusal() {
  const t = useTranslate();
  const { name } = useLoaderData<typeof loader>();
  const words = {
    title: t("accounts.system.refuse"),
    lead: t("accounts.system.refuseBody"),
    meta: name,
    reason: t("accounts.system.reason"),
    hint: t("accounts.system.reasonHint"),
    submit: t("accounts.system.refuse"),
  };
  return <ReasonPage id="refusal" words={words} back={{ to: "/system/erasures", label: t("accounts.system.erasures") }} subject={name} />;
}
