import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { redirect, useLoaderData } from "@remix-run/react";
import { undoInput } from "#app/features/screening/inputs.ts";
import { undoDecision } from "#app/features/screening/operations.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { parseForm } from "#app/lib/forms.server.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { ReasonPage } from "#app/routes/reason-page.tsx";
import { entryOf, entryPath } from "#app/routes/screener/entry-of.server.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "screening.undoing.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const page = entryOf(ctx, params);
    if (!page.may.undo) throw redirect(entryPath(page));
    return { back: entryPath(page), number: page.proposal.number, title: page.proposal.title };
  });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const page = entryOf(ctx, params);
    undoDecision(ctx, { proposalId: page.proposal.id, ...parseForm(form, undoInput) });
    return redirectWithToast(entryPath(page), translators[ctx.locale]("screening.undoing.done", { number: page.proposal.number }));
  });
}

export default function Undoing() {
  const t = useTranslate();
  const { back, number, title } = useLoaderData<typeof loader>();
  const words = {
    title: t("screening.undoing.title"),
    lead: t("screening.undoing.lead"),
    meta: title,
    reason: t("screening.undoing.why"),
    hint: t("screening.undoing.whyHint"),
    submit: t("screening.undoing.submit"),
  };
  return <ReasonPage id="undoing" back={{ to: back, label: number }} subject={number} words={words} />;
}
