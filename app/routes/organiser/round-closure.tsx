import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { SubmitRow } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { typedText } from "#app/components/field.tsx";
import { KeptForm } from "#app/components/kept-form.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Stack } from "#app/components/panel.tsx";
import { TextArea } from "#app/components/text-area.tsx";
import { ClosurePreview } from "#app/features/scoring/components/closure-preview.tsx";
import { roundClosureInput } from "#app/features/scoring/inputs.ts";
import { closeRound } from "#app/features/scoring/rounds/operations.server.ts";
import { previewClosure } from "#app/features/scoring/rounds/queries.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { parseForm } from "#app/lib/forms.server.ts";
import { inLocale } from "#app/lib/words.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { useRoot } from "#app/root.tsx";
import { useFormState } from "#app/routes/form-state.ts";
import { deskOf } from "#app/routes/organiser/desk-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "scoring.round.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const { edition, stage, back } = deskOf(ctx, params, request);
    return { preview: previewClosure(ctx, { editionId: edition.id, stage: stage.key }), stageName: stage.name, back };
  });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const { edition, stage, back } = deskOf(ctx, params, request);
    closeRound(ctx, { editionId: edition.id, stage: stage.key, ...parseForm(form, roundClosureInput) });
    return redirectWithToast(back, translators[ctx.locale]("scoring.round.done"));
  });
}

export default function RoundClosure() {
  const t = useTranslate();
  const root = useRoot();
  const state = useFormState();
  const { preview, stageName, back } = useLoaderData<typeof loader>();
  const nothing = preview.missing === 0;
  return (
    <>
      <PageHeader
        title={t("scoring.round.title")}
        meta={inLocale(t.locale, stageName)}
        lead={t("scoring.round.lead")}
        crumbs={[{ to: back, label: t("scoring.progress.title") }, { label: t("scoring.round.title") }]}
        crumbsLabel={t("common.crumbs")}
      />
      <Stack>
        {nothing ? <EmptyState title={t("scoring.round.nothing")} /> : <ClosurePreview preview={preview} />}
        {!nothing && preview.unread === 0 && (
          <KeptForm id="round-closure" method="post" className="stack stack--medium" keptNotice={t("common.restored")} keptOwner={root?.person?.email}>
            <ErrorSummary title={state?.message} errors={state?.errors} labels={{ reason: t("scoring.round.reason") }} />
            <input type="hidden" name="digest" value={preview.digest} />
            <TextArea
              name="reason"
              rows={3}
              required
              need={t("common.required")}
              label={t("scoring.round.reason")}
              hint={t("scoring.ending.reasonHint")}
              error={state?.errors.reason}
              defaultValue={typedText(state?.values, "reason")}
            />
            <SubmitRow variant="primary" submit={t("scoring.round.submit")} busyWord={t("common.busy")} back={back} cancel={t("common.cancel")} />
          </KeptForm>
        )}
      </Stack>
    </>
  );
}
