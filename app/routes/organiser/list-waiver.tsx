import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { waiverInput } from "#app/features/ranking/inputs.ts";
import { maySignMinutes } from "#app/features/ranking/policy.ts";
import { checkWaiver, piecesOf } from "#app/features/ranking/waiving/rules.ts";
import { waiveLinkage } from "#app/features/ranking/waiving/operations.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { authorize } from "#app/lib/errors.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { inLocale } from "#app/lib/words.ts";
import { requireCtx, requireFreshSign } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { listPath, seenOfAddress, standingOfAddress } from "#app/routes/organiser/list-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { ReasonPage } from "#app/routes/reason-page.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "ranking.waive.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const { edition, award, current } = standingOfAddress(ctx, params);
    authorize(maySignMinutes(ctx.actor, edition.id));
    checkWaiver(current, award);
    return { name: inLocale(ctx.locale, award.name), listId: current.id, pieces: piecesOf(current), back: listPath(params) };
  });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  await requireFreshSign(request, context);
  return respondForm(ctx, request, (form) => {
    const { current } = seenOfAddress(ctx, params, form);
    waiveLinkage(ctx, { listId: current.id, ...parseForm(form, waiverInput) });
    return redirectWithToast(listPath(params), translators[ctx.locale]("ranking.waive.done"));
  });
}

export default function ListWaiver() {
  const t = useTranslate();
  const { name, listId, pieces, back } = useLoaderData<typeof loader>();
  return (
    <ReasonPage
      id="waiver"
      words={{
        title: t("ranking.waive.title"),
        lead: t("ranking.waive.lead", { count: pieces }),
        reason: t("ranking.waive.reason"),
        hint: t("ranking.waive.reasonHint"),
        submit: t("ranking.waive.submit"),
      }}
      back={{ to: back, label: name }}
      subject={t("ranking.waive.title")}
      fields={{ listId }}
    />
  );
}
