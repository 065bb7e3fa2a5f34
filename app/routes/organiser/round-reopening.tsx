import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { reopenUnlistedRound } from "#app/acts/reopen-round.server.ts";
import { reopeningInput } from "#app/features/scoring/inputs.ts";
import { mayCloseRound } from "#app/features/scoring/policy.ts";
import { listRounds } from "#app/features/scoring/rounds/queries.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { notFound } from "#app/lib/errors.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { requireCtx, type SignedInCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { deskOf } from "#app/routes/organiser/desk-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { ReasonPage } from "#app/routes/reason-page.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "scoring.round.reopenTitle");

function roundOf(ctx: SignedInCtx, params: LoaderFunctionArgs["params"], request: Request) {
  const { edition, stage, back } = deskOf(ctx, params, request);
  const round = listRounds(ctx, { editionId: edition.id, stage: stage.key }).find(({ id, reopenedAt }) => id === params.roundId && reopenedAt === null);
  if (!round || !mayCloseRound(ctx.actor, edition.id)) throw notFound("scoring.roundUnknown");
  return { round, edition, stage, back };
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const { round, edition, back } = roundOf(ctx, params, request);
    return { back, closedAt: round.closedAt, missing: round.missing, zone: edition.definition.zone };
  });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const { round, edition, stage, back } = roundOf(ctx, params, request);
    reopenUnlistedRound(ctx, { editionId: edition.id, stage: stage.key, roundId: round.id, ...parseForm(form, reopeningInput) });
    return redirectWithToast(back, translators[ctx.locale]("scoring.round.reopened"));
  });
}

export default function RoundReopening() {
  const t = useTranslate();
  const { back, closedAt, missing, zone } = useLoaderData<typeof loader>();
  return (
    <ReasonPage
      id="round-reopening"
      back={{ to: back, label: t("scoring.progress.title") }}
      subject={t("scoring.round.reopenTitle")}
      words={{
        title: t("scoring.round.reopenTitle"),
        lead: t("scoring.round.reopenLead"),
        meta: t("scoring.round.closedWith", { time: formatInstant(t.locale, closedAt, zone), count: missing }),
        reason: t("scoring.round.reason"),
        hint: t("scoring.ending.reasonHint"),
        submit: t("scoring.round.reopenTitle"),
      }}
    />
  );
}
