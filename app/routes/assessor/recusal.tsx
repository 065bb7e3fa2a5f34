import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ButtonRow, LinkButton, SubmitButton } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { typedText } from "#app/components/field.tsx";
import { KeptForm } from "#app/components/kept-form.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { TextArea } from "#app/components/text-area.tsx";
import { recusalInput } from "#app/features/assignment/inputs.ts";
import { recuse } from "#app/features/assignment/operations.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { parseForm } from "#app/lib/forms.server.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { useRoot } from "#app/root.tsx";
import { sheetOf } from "#app/routes/assessor/sheet-of.server.ts";
import { useFormState } from "#app/routes/form-state.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "assignment.recusal.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const { page, base } = sheetOf(ctx, params);
    return { number: page.entry.number, title: page.entry.title, base };
  });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const { page } = sheetOf(ctx, params);
    recuse(ctx, { assignmentId: page.assignmentId, ...parseForm(form, recusalInput) });
    const queue = `/assessor/${page.editionId}?stage=${encodeURIComponent(page.stage.key)}`;
    return redirectWithToast(queue, translators[ctx.locale]("assignment.recusal.done"));
  });
}

export default function Recusal() {
  const t = useTranslate();
  const root = useRoot();
  const state = useFormState();
  const { number, title, base } = useLoaderData<typeof loader>();
  const label = t("assignment.recusal.reason");
  return (
    <div className="narrow">
      <PageHeader
        title={t("assignment.recusal.title")}
        crumbs={[{ label: t("assignment.recusal.back"), to: base }, { label: number }]}
        crumbsLabel={t("common.crumbs")}
        meta={t("assignment.recusal.meta", { number, title })}
        lead={t("assignment.recusal.lead")}
      />
      <KeptForm id="recusal" method="post" className="stack stack--medium" keptNotice={t("common.restored")} keptOwner={root?.person?.email}>
        <ErrorSummary title={state?.message} errors={state?.errors} labels={{ reason: label }} />
        <TextArea
          name="reason"
          rows={4}
          required
          need={t("common.required")}
          label={label}
          hint={t("assignment.recusal.reasonHint")}
          error={state?.errors.reason}
          defaultValue={typedText(state?.values, "reason")}
        />
        <ButtonRow>
          <SubmitButton variant="primary" busyWord={t("common.busy")}>
            {t("assignment.recusal.submit")}
          </SubmitButton>
          <LinkButton to={base} variant="quiet">
            {t("common.cancel")}
          </LinkButton>
        </ButtonRow>
      </KeptForm>
    </div>
  );
}
