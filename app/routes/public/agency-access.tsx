import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { ButtonRow, SubmitButton } from "#app/components/button.tsx";
import { ComboBox } from "#app/components/combo-box.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { typedText } from "#app/components/field.tsx";
import { FileInput } from "#app/components/file-input.tsx";
import { KeptForm } from "#app/components/kept-form.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Stack } from "#app/components/panel.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import { appointmentInput } from "#app/features/agencies/appointments/inputs.ts";
import { askAppointment, countAsking } from "#app/features/agencies/appointments/operations.server.ts";
import { listChoices } from "#app/features/agencies/appointments/queries.server.ts";
import { letterMost } from "#app/features/agencies/appointments/rules.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { formatBytes } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { InvalidInput } from "#app/lib/errors.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { parseId } from "#app/lib/ids.ts";
import { discardReceived, receiveForm } from "#app/lib/uploads/receive-form.server.ts";
import { publicCtx } from "#app/request.server.ts";
import { redirectWithToast, respondForm } from "#app/respond.server.ts";
import { useFormState } from "#app/routes/form-state.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "agencies.appointments.ask.title");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const ctx = await publicCtx(request, context);
  return { agencies: listChoices(ctx).map(({ id, name }) => ({ value: id, label: name })) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const ctx = await publicCtx(request, context);
  const from = { network: context.network, now: context.sessions.now() };
  // Counted before a byte of the letter is received.
  const paused = await respondForm(ctx, { formData: () => Promise.resolve(new FormData()) }, () => countAsking(ctx, from));
  if (paused) return paused;
  const received = await receiveForm(request, ctx.files.incoming);
  return respondForm(ctx, { formData: () => Promise.resolve(received.form) }, async (form) => {
    const { agencyId: given, ...person } = parseForm(form, appointmentInput);
    const agencyId = parseId("agency", given);
    if (!agencyId) throw new InvalidInput([{ path: "agencyId", code: "notAChoice", params: {} }]);
    await askAppointment(ctx, { ...person, agencyId, file: received.files.get("letter") ?? null }, from);
    return redirectWithToast("/sign-in", translators[ctx.locale]("agencies.appointments.ask.done"));
  }).finally(() => discardReceived(received));
}

type TextName = "name" | "position" | "email" | "phone";

export default function AgencyAccess() {
  const t = useTranslate();
  const state = useFormState();
  const words = (key: "agency" | "letter" | TextName) => t(`agencies.appointments.ask.${key}`);
  const labels = { agencyId: words("agency"), name: words("name"), position: words("position"), email: words("email"), phone: words("phone"), letter: words("letter") };
  return (
    <div className="narrow">
      <PageHeader title={t("agencies.appointments.ask.title")} lead={t("agencies.appointments.ask.lead")} />
      <Stack>
        <ErrorSummary title={state?.message} errors={state?.errors} labels={labels} />
        <Notice tone="info">{t("agencies.appointments.ask.before")}</Notice>
        <KeptForm id="agency-access" method="post" encType="multipart/form-data" className="stack stack--medium" keptNotice={t("common.restored")}>
          <Fields labels={labels} />
          <p className="soft small">{t("agencies.appointments.ask.privacy")}</p>
          <ButtonRow>
            <SubmitButton variant="primary" busyWord={t("common.busy")}>
              {t("agencies.appointments.ask.submit")}
            </SubmitButton>
            <Link to="/sign-in">{t("agencies.appointments.ask.toSignIn")}</Link>
          </ButtonRow>
        </KeptForm>
      </Stack>
    </div>
  );
}

function Fields({ labels }: { labels: Record<"agencyId" | "letter" | TextName, string> }) {
  const t = useTranslate();
  const { agencies } = useLoaderData<typeof loader>();
  const state = useFormState();
  const field = (name: keyof typeof labels) => ({ name, label: labels[name], error: state?.errors[name], need: t("common.required"), required: true });
  const text = (name: TextName, maxLength: number) => ({ ...field(name), maxLength, defaultValue: typedText(state?.values, name) });
  return (
    <>
      <ComboBox
        {...field("agencyId")}
        hint={t("agencies.appointments.ask.agencyHint")}
        emptyLabel={t("agencies.appointments.ask.chooseAgency")}
        options={agencies}
        defaultValue={typedText(state?.values, "agencyId")}
        words={{ open: t("agencies.appointments.ask.openAgencies"), none: t("agencies.appointments.ask.noAgency") }}
      />
      <TextInput {...text("name", 120)} autoComplete="name" />
      <TextInput {...text("position", 160)} autoComplete="organization-title" />
      <TextInput {...text("email", 200)} type="email" autoComplete="email" hint={t("agencies.appointments.ask.emailHint")} />
      <TextInput {...text("phone", 30)} type="tel" autoComplete="tel" hint={t("agencies.appointments.ask.phoneHint")} />
      <FileInput
        {...field("letter")}
        hint={t("agencies.appointments.ask.letterHint")}
        accept=".pdf,application/pdf"
        maxBytes={letterMost}
        words={{
          choose: t("agencies.appointments.ask.choose"),
          drop: t("agencies.appointments.ask.drop"),
          chosen: ({ name, size }) => t("agencies.appointments.ask.chosen", { name, size: formatBytes(t.locale, size) }),
          tooBig: ({ name }) => t("agencies.appointments.ask.tooBig", { name }),
        }}
      />
    </>
  );
}
