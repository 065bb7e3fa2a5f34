import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { refusalInput } from "#app/features/agencies/appointments/inputs.ts";
import { refuseAppointment } from "#app/features/agencies/appointments/operations.server.ts";
import { afterStep } from "#app/features/agencies/appointments/rules.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { parseForm } from "#app/lib/forms.server.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { appointmentOf } from "#app/routes/organiser/appointment-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { ReasonPage } from "#app/routes/reason-page.tsx";

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
  return (
    <ReasonPage
      id="appointment-refusal"
      words={{
        title: t("agencies.appointments.page.refuseTitle", { name }),
        lead: t("agencies.appointments.page.refuseBody", { email }),
        reason: t("agencies.appointments.page.reason"),
        hint: t("agencies.appointments.page.reasonHint"),
        submit: t("agencies.appointments.page.refuse"),
      }}
      back={{ to: `/organiser/appointments/${id}`, label: name }}
      subject={t("agencies.appointments.page.refuse")}
      longest={2_000}
      danger
    />
  );
}
