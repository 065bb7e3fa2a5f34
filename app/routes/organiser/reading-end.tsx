import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ButtonRow, LinkButton, SubmitButton } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { typedText } from "#app/components/field.tsx";
import { KeptForm } from "#app/components/kept-form.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { TextArea } from "#app/components/text-area.tsx";
import { recusalInput } from "#app/features/assignment/inputs.ts";
import { endAssignment } from "#app/features/assignment/operations.server.ts";
import { getReadingToEnd } from "#app/features/scoring/queries.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { notFound } from "#app/lib/errors.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { parseId } from "#app/lib/ids.ts";
import { requireCtx, type SignedInCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { useRoot } from "#app/root.tsx";
import { useFormState } from "#app/routes/form-state.ts";
import { pageTitle } from "#app/routes/page-title.ts";

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
    endAssignment(ctx, { assignmentId, ...parseForm(form, recusalInput) });
    const done = translators[ctx.locale]("scoring.ending.done");
    return redirectWithToast(`/organiser/editions/${editionId}/scoring?stage=${encodeURIComponent(stage)}`, done);
  });
}

export default function ReadingEnd() {
  const t = useTranslate();
  const root = useRoot();
  const state = useFormState();
  const { editionId, stage, number, assessor } = useLoaderData<typeof loader>();
  const back = `/organiser/editions/${editionId}/scoring?stage=${encodeURIComponent(stage)}`;
  const label = t("scoring.ending.reason");
  return (
    <div className="narrow">
      <PageHeader
        title={t("scoring.ending.title")}
        crumbs={[{ label: t("scoring.reopening.back"), to: back }, { label: number }]}
        crumbsLabel={t("common.crumbs")}
        meta={t("scoring.reopening.meta", { number, assessor })}
        lead={t("scoring.ending.lead")}
      />
      <KeptForm id="ending" method="post" className="stack stack--medium" keptNotice={t("common.restored")} keptOwner={root?.person?.email}>
        <ErrorSummary title={state?.message} errors={state?.errors} labels={{ reason: label }} />
        <TextArea
          name="reason"
          rows={4}
          required
          need={t("common.required")}
          label={label}
          hint={t("scoring.ending.reasonHint")}
          error={state?.errors.reason}
          defaultValue={typedText(state?.values, "reason")}
        />
        <ButtonRow>
          <SubmitButton variant="primary" busyWord={t("common.busy")}>
            {t("scoring.ending.submit")}
          </SubmitButton>
          <LinkButton to={back} variant="quiet">
            {t("common.cancel")}
          </LinkButton>
        </ButtonRow>
      </KeptForm>
    </div>
  );
}
