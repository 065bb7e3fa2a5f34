import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { endReading } from "#app/acts/end-reading.server.ts";
import { recusalInput } from "#app/features/assignment/inputs.ts";
import { getReadingToEnd } from "#app/features/scoring/queries.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { notFound } from "#app/lib/errors.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { parseId } from "#app/lib/ids.ts";
import { requireCtx, type SignedInCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { ReasonPage } from "#app/routes/reason-page.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "scoring.ending.title");

function readingOf(ctx: SignedInCtx, params: LoaderFunctionArgs["params"]) {
  const assignmentId = parseId("assignment", params.assignmentId);
  if (!assignmentId) throw notFound("assignment.unknown");
  const reading = getReadingToEnd(ctx, assignmentId);
  if (reading.editionId !== params.editionId) throw notFound("assignment.unknown");
  return reading;
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => readingOf(ctx, params));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const { assignmentId, editionId, stage } = readingOf(ctx, params);
    endReading(ctx, { assignmentId, ...parseForm(form, recusalInput) });
    const done = translators[ctx.locale]("scoring.ending.done");
    return redirectWithToast(`/organiser/editions/${editionId}/scoring?stage=${encodeURIComponent(stage)}`, done);
  });
}

export default function ReadingEnd() {
  const t = useTranslate();
  const { editionId, stage, number, assessor, wasLocked } = useLoaderData<typeof loader>();
  const to = `/organiser/editions/${editionId}/scoring?stage=${encodeURIComponent(stage)}`;
  return (
    <ReasonPage
      id="ending"
      back={{ to, label: t("scoring.reopening.back") }}
      subject={number}
      words={{
        title: t("scoring.ending.title"),
        lead: t(wasLocked ? "scoring.ending.leadLocked" : "scoring.ending.lead"),
        meta: t("scoring.reopening.meta", { number, assessor }),
        reason: t("scoring.ending.reason"),
        hint: t("scoring.ending.reasonHint"),
        submit: t("scoring.ending.submit"),
      }}
    />
  );
}
