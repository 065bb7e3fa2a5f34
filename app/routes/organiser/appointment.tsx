import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FileText, Paperclip } from "lucide-react";
import { verifyUnseatedAppointment } from "#app/acts/verify-appointment.server.ts";
import { Badge } from "#app/components/badge.tsx";
import { ButtonRow, GoLink, LinkButton } from "#app/components/button.tsx";
import { DescriptionList } from "#app/components/description-list.tsx";
import { ConfirmDialog } from "#app/components/dialog.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { typedText } from "#app/components/field.tsx";
import { KeptForm } from "#app/components/kept-form.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Columns, Panel, Stack } from "#app/components/panel.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import { verificationInput } from "#app/features/agencies/appointments/inputs.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { formatBytes, formatInstant, formatNumber, formatPlainDay } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { parseForm } from "#app/lib/forms.server.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { useRoot } from "#app/root.tsx";
import { besideField } from "#app/routes/beside-field.server.ts";
import { useFormState } from "#app/routes/form-state.ts";
import { appointmentOf } from "#app/routes/organiser/appointment-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

const formId = "verification";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "agencies.appointments.page.letter");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => appointmentOf(ctx, params));
}

/** Finds the letter in order. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const { id, name } = appointmentOf(ctx, params);
    const given = parseForm(form, verificationInput);
    besideField(form, { "agencies.termOver": "termEndsOn" }, () => verifyUnseatedAppointment(ctx, { appointmentId: id, ...given }));
    return redirectWithToast("/organiser/appointments", translators[ctx.locale]("agencies.appointments.page.verified", { name }));
  });
}

export default function Appointment() {
  const t = useTranslate();
  const { name, agency, status } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={name}
        crumbs={[{ label: t("agencies.appointments.list.title"), to: "/organiser/appointments" }, { label: name }]}
        crumbsLabel={t("common.crumbs")}
        meta={agency.name}
        aside={<Badge tone={status === "asked" ? "open" : "neutral"}>{t(`agencies.appointments.states.${status}`)}</Badge>}
      />
      <Columns shape="even">
        <Facts />
        <Stack>
          <Letter />
          {status === "asked" && <Verification />}
        </Stack>
      </Columns>
    </>
  );
}

function Facts() {
  const t = useTranslate();
  const letter = useLoaderData<typeof loader>();
  const { agency, createdAt, decidedAt, reason, termEndsOn, status } = letter;
  const by = { name: letter.decidedBy, time: formatInstant(t.locale, decidedAt ?? 0, agency.zone) };
  return (
    <Panel title={t("agencies.appointments.page.facts")}>
      <DescriptionList
        items={[
          { term: t("agencies.appointments.ask.name"), value: letter.name },
          { term: t("agencies.appointments.ask.position"), value: letter.position },
          { term: t("agencies.appointments.ask.agency"), value: `${agency.name} (${agency.code})` },
          { term: t("agencies.appointments.ask.email"), value: letter.email },
          { term: t("agencies.appointments.ask.phone"), value: letter.phone },
          { term: t("agencies.appointments.list.askedAt"), value: formatInstant(t.locale, createdAt, agency.zone) },
          { term: t("agencies.appointments.page.admins"), value: formatNumber(t.locale, letter.admins) },
          ...(decidedAt === null ? [] : [{ term: t("agencies.appointments.page.decidedBy"), value: t("agencies.appointments.page.by", by) }]),
          ...(reason === null ? [] : [{ term: t("agencies.appointments.page.reason"), value: <span className="whitespace-pre-line">{reason}</span> }]),
          ...(status === "asked" || status === "refused"
            ? []
            : [{ term: t("agencies.appointments.page.term"), value: termEndsOn === null ? t("agencies.appointments.noEnd") : formatPlainDay(t.locale, termEndsOn) }]),
        ]}
      />
    </Panel>
  );
}

function Letter() {
  const t = useTranslate();
  const { id, fileName, pages, bytes, status, hasFile } = useLoaderData<typeof loader>();
  const address = `/downloads/appointments/${id}.pdf`;
  if (!hasFile) return <Panel title={t("agencies.appointments.page.letter")}>{t("agencies.appointments.page.letterGone")}</Panel>;
  return (
    <Panel title={t("agencies.appointments.page.letter")}>
      <Stack gap="small">
        <p>{t("agencies.appointments.page.letterPages", { name: fileName, count: pages, size: formatBytes(t.locale, bytes) })}</p>
        {status === "asked" && <p className="soft">{t("agencies.appointments.page.check")}</p>}
        <GoLink to={`${address}?inline`} icon={FileText} plain>
          {t("agencies.appointments.page.open")}
        </GoLink>
        <GoLink to={address} icon={Paperclip} plain>
          {t("agencies.appointments.page.save")}
        </GoLink>
      </Stack>
    </Panel>
  );
}

function Verification() {
  const t = useTranslate();
  const { id, name, email, agency } = useLoaderData<typeof loader>();
  const state = useFormState();
  const owner = useRoot()?.person?.email;
  const labels = { unit: t("agencies.fields.unit"), termEndsOn: t("agencies.appointments.page.term") };
  return (
    <Panel title={t("agencies.appointments.page.verify")}>
      <Stack>
        <KeptForm id={formId} method="post" className="stack stack--medium" keptNotice={t("common.restored")} keptOwner={owner}>
          <ErrorSummary title={state?.message} errors={state?.errors} labels={labels} />
          <TextInput
            name="unit"
            label={labels.unit}
            hint={t("agencies.appointments.page.unitHint")}
            need={t("common.required")}
            required
            maxLength={160}
            error={state?.errors.unit}
            defaultValue={typedText(state?.values, "unit") || t("agencies.adminUnit")}
          />
          <TextInput
            name="termEndsOn"
            type="date"
            label={labels.termEndsOn}
            hint={t("agencies.appointments.page.termHint")}
            need={t("common.optional")}
            error={state?.errors.termEndsOn}
            defaultValue={typedText(state?.values, "termEndsOn")}
          />
        </KeptForm>
        <ButtonRow>
          <ConfirmDialog
            title={t("agencies.appointments.page.verifyTitle", { name })}
            trigger={{ children: t("agencies.appointments.page.verify"), variant: "primary" }}
            confirm={t("agencies.appointments.page.verify")}
            cancel={t("common.cancel")}
            busyWord={t("common.busy")}
            form={formId}
          >
            <p>{t("agencies.appointments.page.verifyBody", { name, email, agency: agency.name })}</p>
          </ConfirmDialog>
          <LinkButton to={`/organiser/appointments/${id}/refusal`}>{t("agencies.appointments.page.refuse")}</LinkButton>
        </ButtonRow>
      </Stack>
    </Panel>
  );
}
