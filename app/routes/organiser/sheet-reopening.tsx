import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { reopeningInput } from "#app/features/scoring/inputs.ts";
import { reopenSheet } from "#app/features/scoring/operations.server.ts";
import { getSheetToReopen } from "#app/features/scoring/queries.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { notFound } from "#app/lib/errors.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { parseId } from "#app/lib/ids.ts";
import { requireCtx, type SignedInCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { ReasonPage } from "#app/routes/reason-page.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "scoring.reopening.title");

function sheetOf(ctx: SignedInCtx, params: LoaderFunctionArgs["params"]) {
  const sheetId = parseId("sheet", params.sheetId);
  if (!sheetId) throw notFound("scoring.unknown");
  const sheet = getSheetToReopen(ctx, sheetId);
  if (sheet.editionId !== params.editionId) throw notFound("scoring.unknown");
  return sheet;
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => sheetOf(ctx, params));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const { sheetId, editionId, stage } = sheetOf(ctx, params);
    reopenSheet(ctx, { sheetId, ...parseForm(form, reopeningInput) });
    const done = translators[ctx.locale]("scoring.reopening.done");
    return redirectWithToast(`/organiser/editions/${editionId}/scoring?stage=${encodeURIComponent(stage)}`, done);
  });
}

export default function SheetReopening() {
  const t = useTranslate();
  const { editionId, stage, number, assessor } = useLoaderData<typeof loader>();
  const to = `/organiser/editions/${editionId}/scoring?stage=${encodeURIComponent(stage)}`;
  return (
    <ReasonPage
      id="reopening"
      back={{ to, label: t("scoring.reopening.back") }}
      subject={number}
      words={{
        title: t("scoring.reopening.title"),
        lead: t("scoring.reopening.lead"),
        meta: t("scoring.reopening.meta", { number, assessor }),
        reason: t("scoring.reopening.reason"),
        hint: t("scoring.reopening.reasonHint"),
        submit: t("scoring.reopening.submit"),
      }}
    />
  );
}
