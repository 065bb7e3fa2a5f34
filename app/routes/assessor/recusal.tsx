import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { recusalInput } from "#app/features/assignment/inputs.ts";
import { recuse } from "#app/features/assignment/operations.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { parseForm } from "#app/lib/forms.server.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { sheetOf } from "#app/routes/assessor/sheet-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { ReasonPage } from "#app/routes/reason-page.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "assignment.recusal.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const { page, base } = sheetOf(ctx, params);
    return { number: page.entry.number, title: page.entry.title, base, blind: page.blind };
  });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const { page } = sheetOf(ctx, params);
    recuse(ctx, { assignmentId: page.assignmentId, kind: page.blind ? "recognised" : "other", ...parseForm(form, recusalInput) });
    const queue = `/assessor/${page.editionId}?stage=${encodeURIComponent(page.stage.key)}`;
    return redirectWithToast(queue, translators[ctx.locale]("assignment.recusal.done"));
  });
}

export default function Recusal() {
  const t = useTranslate();
  const { number, title, base, blind } = useLoaderData<typeof loader>();
  return (
    <ReasonPage
      id="recusal"
      back={{ to: base, label: t("assignment.recusal.back") }}
      subject={number}
      words={{
        title: t(blind ? "conflicts.recognised.title" : "assignment.recusal.title"),
        lead: t(blind ? "conflicts.recognised.lead" : "assignment.recusal.lead"),
        meta: t("assignment.recusal.meta", { number, title }),
        reason: t("assignment.recusal.reason"),
        hint: t("assignment.recusal.reasonHint"),
        submit: t("assignment.recusal.submit"),
      }}
    />
  );
}
