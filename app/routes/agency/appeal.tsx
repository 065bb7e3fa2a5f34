import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Paperclip } from "lucide-react";
import { ButtonRow, GoLink, LinkButton, SubmitButton } from "#app/components/button.tsx";
import { DescriptionList } from "#app/components/description-list.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { typedText } from "#app/components/field.tsx";
import { FileInput } from "#app/components/file-input.tsx";
import { KeptForm } from "#app/components/kept-form.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Panel, Stack } from "#app/components/panel.tsx";
import { TextArea } from "#app/components/text-area.tsx";
import { appealInput } from "#app/features/screening/appeals/inputs.ts";
import { fileAppeal } from "#app/features/screening/appeals/operations.server.ts";
import { getAppealForm } from "#app/features/screening/appeals/queries.server.ts";
import { appealFileMost } from "#app/features/screening/appeals/rules.ts";
import { ownTimeFirst } from "#app/features/screening/components/times.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { formatBytes } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { parseForm } from "#app/lib/forms.server.ts";
import { discardReceived, receiveForm } from "#app/lib/uploads/receive-form.server.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { useRoot } from "#app/root.tsx";
import { proposalIdOf } from "#app/routes/agency/proposal-of.server.ts";
import { useFormState } from "#app/routes/form-state.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "screening.appeal.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => getAppealForm(ctx, proposalIdOf(params)));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  const received = await receiveForm(request, ctx.files.incoming);
  return respondForm(ctx, { formData: () => Promise.resolve(received.form) }, async (form) => {
    const proposalId = proposalIdOf(params);
    const { text } = parseForm(form, appealInput);
    await fileAppeal(ctx, { proposalId, text, file: received.files.get("file") ?? null });
    return redirectWithToast(`/proposals/${proposalId}/appeal`, translators[ctx.locale]("screening.appeal.done"));
  }).finally(() => discardReceived(received));
}

export default function Appeal() {
  const t = useTranslate();
  const { proposal, reasons, closesAt, mayFile, appeal, zones } = useLoaderData<typeof loader>();
  const title = t("screening.appeal.title");
  return (
    <div className="narrow">
      <PageHeader
        title={title}
        crumbs={[{ label: proposal.title, to: `/proposals/${proposal.id}` }, { label: title }]}
        crumbsLabel={t("common.crumbs")}
        meta={[proposal.number, proposal.title].filter(Boolean).join(" · ")}
        lead={t("screening.appeal.lead")}
      />
      <Stack>
        {!appeal && mayFile && closesAt !== null && (
          <Notice tone="info">{t("screening.appeal.closes", { time: ownTimeFirst(t.locale, closesAt - 60_000, zones) })}</Notice>
        )}
        {!appeal && !mayFile && <WhyNot />}
        {reasons !== "" && !appeal && (
          <Panel title={t("screening.appeal.reasons")}>
            <p className="letter">{reasons}</p>
          </Panel>
        )}
        {appeal && <Filed />}
        {mayFile && <AppealForm />}
      </Stack>
    </div>
  );
}

function WhyNot() {
  const t = useTranslate();
  const { closesAt } = useLoaderData<typeof loader>();
  return <Notice tone="info">{t(closesAt === null ? "screening.appeal.closed" : "screening.appeal.adminOnly")}</Notice>;
}

function AppealForm() {
  const t = useTranslate();
  const { proposal } = useLoaderData<typeof loader>();
  const state = useFormState();
  const owner = useRoot()?.person?.email;
  const labels = { text: t("screening.appeal.text"), file: t("screening.appeal.file") };
  return (
    <KeptForm id="appeal" method="post" encType="multipart/form-data" className="stack stack--medium" keptNotice={t("common.restored")} keptOwner={owner}>
      <ErrorSummary title={state?.message} errors={state?.errors} labels={labels} />
      <TextArea
        name="text"
        rows={10}
        label={labels.text}
        hint={t("screening.appeal.textHint")}
        need={t("common.required")}
        required
        maxLength={6_000}
        error={state?.errors.text}
        defaultValue={typedText(state?.values, "text")}
      />
      <FileInput
        name="file"
        label={labels.file}
        accept=".pdf,application/pdf"
        maxBytes={appealFileMost}
        error={state?.errors.file}
        words={{ choose: t("screening.appeal.choose"), chosen: ({ name, size }) => `${name}, ${formatBytes(t.locale, size)}` }}
      />
      <ButtonRow>
        <SubmitButton variant="primary" busyWord={t("common.busy")}>
          {t("screening.appeal.submit")}
        </SubmitButton>
        <LinkButton to={`/proposals/${proposal.id}`} variant="quiet">
          {t("common.cancel")}
        </LinkButton>
      </ButtonRow>
    </KeptForm>
  );
}

/** What was filed, when it will be decided, and what came of it. */
function Filed() {
  const t = useTranslate();
  const { appeal, zones } = useLoaderData<typeof loader>();
  if (!appeal) return null;
  const time = (at: number): string => ownTimeFirst(t.locale, at, zones);
  return (
    <Panel title={t("screening.appeal.text")}>
      <Stack>
        <p className="letter">{appeal.text}</p>
        <DescriptionList
          items={[
            { term: t("screening.appeal.state"), value: t(`screening.appeal.states.${appeal.status}`) },
            { term: t("screening.appeal.filed"), value: time(appeal.filedAt) },
            { term: t("screening.appeal.decideBy"), value: time(appeal.decideBy - 60_000) },
            ...(appeal.fileName === null
              ? []
              : [
                  {
                    term: t("screening.appeal.evidenceTerm"),
                    value: (
                      <GoLink to={`/downloads/appeals/${appeal.id}.pdf`} icon={Paperclip} plain>
                        {t("screening.appeal.evidence", { name: appeal.fileName })}
                      </GoLink>
                    ),
                  },
                ]),
            ...(appeal.decision === "" ? [] : [{ term: t("screening.appeal.decision"), value: <span className="whitespace-pre-line">{appeal.decision}</span> }]),
          ]}
        />
      </Stack>
    </Panel>
  );
}
