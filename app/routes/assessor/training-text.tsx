import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { SubmitButton } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { KeptForm } from "#app/components/kept-form.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { SplitPane } from "#app/components/split-pane.tsx";
import { MarkFields } from "#app/features/scoring/components/training-form.tsx";
import { TrainingResult } from "#app/features/scoring/components/training-result.tsx";
import { readTrainingMarks, trainingMarksInput } from "#app/features/scoring/training/inputs.ts";
import { markTraining } from "#app/features/scoring/training/operations.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { formatMark } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { notFound } from "#app/lib/errors.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { inLocale } from "#app/lib/words.ts";
import { requireCtx, type SignedInCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { useRoot } from "#app/root.tsx";
import { trainingOf } from "#app/routes/assessor/training-of.server.ts";
import { useFormState } from "#app/routes/form-state.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "scoring.training.title");

function textOf(ctx: SignedInCtx, params: LoaderFunctionArgs["params"]) {
  const found = trainingOf(ctx, params).find(({ page }) => page.id === params.trainingId);
  if (!found) throw notFound("scoring.trainingUnknown");
  return found;
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => textOf(ctx, params));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const { page, sheet, editionId } = textOf(ctx, params);
    markTraining(ctx, { trainingId: page.id, marks: readTrainingMarks(sheet, parseForm(form, trainingMarksInput(sheet))) });
    return redirectWithToast(`/assessor/${editionId}/training/${page.id}`, translators[ctx.locale]("scoring.training.kept"));
  });
}

/** A training text beside its sheet; once marked, beside what it is worth. */
export default function TrainingText() {
  const t = useTranslate();
  const { page, editionId } = useLoaderData<typeof loader>();
  const text = (
    <>
      <PageHeader
        title={page.title}
        crumbs={[{ to: `/assessor/${editionId}/training`, label: t("scoring.training.title") }, { label: page.title }]}
        crumbsLabel={t("common.crumbs")}
      />
      <p className="whitespace-pre-line">{page.body}</p>
    </>
  );
  return <SplitPane textLabel={t("scoring.sheet.textLabel")} sheetLabel={t("scoring.training.sheet")} jump={{ toSheet: t("scoring.sheet.toSheet"), toText: t("scoring.sheet.toText") }} text={text} sheet={<Sheet />} />;
}

function Sheet() {
  const t = useTranslate();
  const root = useRoot();
  const state = useFormState();
  const { page, sheet, open } = useLoaderData<typeof loader>();
  if (page.own) {
    return (
      <>
        <TrainingResult page={page} criteria={sheet.criteria} />
        <p>{t("scoring.training.difference", { mark: `${(page.difference ?? 0) > 0 ? "+" : ""}${formatMark(t.locale, page.difference ?? 0)}` })}</p>
      </>
    );
  }
  if (!open) return <p className="soft">{t("scoring.training.over")}</p>;
  const labels = Object.fromEntries(sheet.criteria.map(({ key, name }) => [`mark.${key}`, inLocale(t.locale, name)]));
  return (
    <KeptForm id="training-marks" method="post" className="stack stack--medium" keptNotice={t("common.restored")} keptOwner={root?.person?.email ?? ""}>
      <ErrorSummary title={state?.message} errors={state?.errors} labels={labels} />
      <MarkFields criteria={sheet.criteria} maxMark={sheet.maxMark} state={state} />
      <div>
        <SubmitButton variant="primary" busyWord={t("common.busy")}>
          {t("scoring.training.submit")}
        </SubmitButton>
      </div>
    </KeptForm>
  );
}
