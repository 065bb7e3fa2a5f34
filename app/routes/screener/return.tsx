import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { redirect, useLoaderData } from "@remix-run/react";
import { SubmitRow } from "#app/components/button.tsx";
import { CheckboxGroup } from "#app/components/checkbox-group.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { typedList, typedText } from "#app/components/field.tsx";
import { KeptForm } from "#app/components/kept-form.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { TextArea } from "#app/components/text-area.tsx";
import { returnForCorrection } from "#app/features/screening/corrections/operations.server.ts";
import { correctionInput } from "#app/features/screening/inputs.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { formatDeadline } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { parseForm } from "#app/lib/forms.server.ts";
import { inLocale } from "#app/lib/words.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { useRoot } from "#app/root.tsx";
import { besideField } from "#app/routes/beside-field.server.ts";
import { useFormState } from "#app/routes/form-state.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { entryOf, entryPath } from "#app/routes/screener/entry-of.server.ts";

const dayMs = 86_400_000;

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "screening.returning.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const page = entryOf(ctx, params);
    if (!page.may.return || page.correctionDays === null) throw redirect(entryPath(page));
    const { proposal, reasons, fields, zone, correctionDays: days, draft } = page;
    const dueAt = ctx.now + days * dayMs;
    return { back: entryPath(page), proposal: { number: proposal.number, title: proposal.title }, reasons, fields, zone, days, dueAt, draft };
  });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const { proposal, editionId } = entryOf(ctx, params);
    const input = parseForm(form, correctionInput);
    besideField(form, { "screening.reasonMissing": "note" }, () => returnForCorrection(ctx, { proposalId: proposal.id, ...input }));
    return redirectWithToast(`/screening/${editionId}`, translators[ctx.locale]("screening.returning.done", { number: proposal.number }));
  });
}

export default function ReturnForCorrection() {
  const t = useTranslate();
  const { back, proposal, zone, days, dueAt } = useLoaderData<typeof loader>();
  return (
    <div className="narrow">
      <PageHeader
        title={t("screening.returning.title")}
        crumbs={[{ label: proposal.number, to: back }, { label: t("screening.returning.title") }]}
        crumbsLabel={t("common.crumbs")}
        meta={proposal.title}
        lead={t("screening.returning.lead", { days, time: formatDeadline(t.locale, dueAt, zone) })}
      />
      <ReturnForm />
    </div>
  );
}

function ReturnForm() {
  const t = useTranslate();
  const state = useFormState();
  const owner = useRoot()?.person?.email;
  const { back, reasons, fields, draft } = useLoaderData<typeof loader>();
  const parts = [{ value: "identity", label: t("screening.returning.identity") }, ...fields.map(({ key, label }) => ({ value: key, label: inLocale(t.locale, label) }))];
  const labels = { note: t("screening.returning.note"), fields: t("screening.returning.fields") };
  return (
    <KeptForm id="return" method="post" className="stack stack--medium" keptNotice={t("common.restored")} keptOwner={owner}>
      <ErrorSummary title={state?.message} errors={state?.errors} labels={labels} />
      {reasons.length > 0 && (
        <CheckboxGroup
          name="reasonKeys"
          dense
          label={t("screening.page.reasons")}
          defaultValue={typedList(state?.values, "reasonKeys", draft?.reasons ?? [])}
          options={reasons.map(({ key, text }) => ({ value: key, label: inLocale(t.locale, text) }))}
        />
      )}
      <TextArea
        name="note"
        rows={5}
        label={labels.note}
        hint={t("screening.returning.noteHint")}
        error={state?.errors.note}
        defaultValue={typedText(state?.values, "note", draft?.reason ?? "")}
        maxLength={2_000}
      />
      <CheckboxGroup
        name="fields"
        dense
        label={labels.fields}
        hint={t("screening.returning.fieldsHint")}
        error={state?.errors.fields}
        defaultValue={typedList(state?.values, "fields")}
        options={parts}
      />
      <SubmitRow variant="primary" submit={t("screening.returning.submit")} busyWord={t("common.busy")} back={back} cancel={t("common.cancel")} />
    </KeptForm>
  );
}
