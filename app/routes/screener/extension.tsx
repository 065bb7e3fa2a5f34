import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { redirect, useLoaderData } from "@remix-run/react";
import { DateTimeInput } from "#app/components/date-time-input.tsx";
import { typedText } from "#app/components/field.tsx";
import { extendCorrectionTime } from "#app/features/screening/corrections/operations.server.ts";
import { correctionExtensionInput } from "#app/features/screening/inputs.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { formatDeadline, zoneName } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { InvalidInput, notFound } from "#app/lib/errors.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { instantOfLocal, localOfInstant } from "#app/lib/zones.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { besideField } from "#app/routes/beside-field.server.ts";
import { useFormState } from "#app/routes/form-state.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { ReasonPage } from "#app/routes/reason-page.tsx";
import { entryOf, entryPath } from "#app/routes/screener/entry-of.server.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "screening.extending.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const page = entryOf(ctx, params);
    const running = page.corrections.find(({ outcome }) => outcome === null);
    if (!page.may.extend || !running) throw redirect(entryPath(page));
    return { back: entryPath(page), proposal: { number: page.proposal.number, title: page.proposal.title }, zone: page.zone, dueAt: running.dueAt };
  });
}

/** Refusals that are about the new end stand beside it. */
const aboutTheEnd = { "proposals.correctionNotLater": "dueAt", "screening.correctionTooLate": "dueAt" };

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const page = entryOf(ctx, params);
    const { correctionId, zone } = page;
    if (!correctionId) throw notFound("proposals.correctionUnknown");
    const { dueAt: typed, reason } = parseForm(form, correctionExtensionInput);
    const dueAt = instantOfLocal(zone, typed.slice(0, 16));
    if (dueAt === null) throw new InvalidInput([{ path: "dueAt", code: "notADate", params: {} }]);
    besideField(form, aboutTheEnd, () => extendCorrectionTime(ctx, { correctionId, dueAt, reason }));
    return redirectWithToast(entryPath(page), translators[ctx.locale]("screening.extending.done"));
  });
}

export default function CorrectionExtension() {
  const t = useTranslate();
  const state = useFormState();
  const { back, proposal, zone, dueAt } = useLoaderData<typeof loader>();
  const labels = { dueAt: t("screening.extending.dueAt") };
  return (
    <ReasonPage
      id="extension"
      words={{
        title: t("screening.extending.title"),
        lead: t("screening.extending.lead", { time: formatDeadline(t.locale, dueAt, zone) }),
        meta: proposal.title,
        reason: t("screening.extending.why"),
        hint: t("screening.extending.whyHint"),
        submit: t("screening.extending.submit"),
      }}
      back={{ to: back, label: proposal.number }}
      subject={t("screening.extending.title")}
      longest={600}
      labels={labels}
    >
      <DateTimeInput
        name="dueAt"
        zone={zoneName(zone)}
        label={labels.dueAt}
        need={t("common.required")}
        required
        error={state?.errors.dueAt}
        defaultValue={typedText(state?.values, "dueAt", localOfInstant(zone, dueAt))}
      />
    </ReasonPage>
  );
}
