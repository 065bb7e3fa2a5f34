import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ButtonRow, LinkButton, SubmitButton } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { typedText } from "#app/components/field.tsx";
import { KeptForm } from "#app/components/kept-form.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { TextArea } from "#app/components/text-area.tsx";
import { refusalInput } from "#app/features/agencies/appointments/inputs.ts";
import { refuseAppointment } from "#app/features/agencies/appointments/operations.server.ts";
import { afterStep } from "#app/features/agencies/appointments/rules.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { parseForm } from "#app/lib/forms.server.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { useRoot } from "#app/root.tsx";
import { useFormState } from "#app/routes/form-state.ts";
import { appointmentOf } from "#app/routes/organiser/appointment-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "agencies.appointments.page.refuse");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const { id, name, email, status } = appointmentOf(ctx, params);
    afterStep(status, "refuse");
    return { id, name, email };
  });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const { id, name } = appointmentOf(ctx, params);
    refuseAppointment(ctx, { appointmentId: id, ...parseForm(form, refusalInput) });
    return redirectWithToast("/organiser/appointments", translators[ctx.locale]("agencies.appointments.page.refused", { name }));
  });
}

export default function AppointmentRefusal() {
  const t = useTranslate();
  const { id, name, email } = useLoaderData<typeof loader>();
  const state = useFormState();
  const owner = useRoot()?.person?.email;
  const back = `/organiser/appointments/${id}`;
  const label = t("agencies.appointments.page.reason");
  return (
    <div className="narrow">
      <PageHeader
        title={t("agencies.appointments.page.refuseTitle", { name })}
        crumbs={[{ label: t("agencies.appointments.list.title"), to: "/organiser/appointments" }, { label: name, to: back }, { label: t("agencies.appointments.page.refuse") }]}
        crumbsLabel={t("common.crumbs")}
      />
      <KeptForm id="appointment-refusal" method="post" className="stack stack--medium" keptNotice={t("common.restored")} keptOwner={owner}>
        <ErrorSummary title={state?.message} errors={state?.errors} labels={{ reason: label }} />
        <Notice tone="info">{t("agencies.appointments.page.refuseBody", { email })}</Notice>
        <TextArea
          name="reason"
          rows={5}
          label={label}
          hint={t("agencies.appointments.page.reasonHint")}
          need={t("common.required")}
          required
          maxLength={2_000}
          error={state?.errors.reason}
          defaultValue={typedText(state?.values, "reason")}
        />
        <ButtonRow>
          <SubmitButton variant="danger" busyWord={t("common.busy")}>
            {t("agencies.appointments.page.refuse")}
          </SubmitButton>
          <LinkButton to={back} variant="quiet">
            {t("common.cancel")}
          </LinkButton>
        </ButtonRow>
      </KeptForm>
    </div>
  );
}
