import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Paperclip } from "lucide-react";
import { ButtonRow, GoLink, LinkButton } from "#app/components/button.tsx";
import { DescriptionList } from "#app/components/description-list.tsx";
import { ConfirmDialog } from "#app/components/dialog.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { typedText } from "#app/components/field.tsx";
import { KeptForm } from "#app/components/kept-form.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Columns, Panel, Stack } from "#app/components/panel.tsx";
import { RadioGroup } from "#app/components/radio-group.tsx";
import { TextArea } from "#app/components/text-area.tsx";
import { appealDecisionInput } from "#app/features/screening/appeals/inputs.ts";
import { decideAppeal } from "#app/features/screening/appeals/operations.server.ts";
import { getAppeal } from "#app/features/screening/appeals/queries.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { formatDeadline, formatInstant } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { parseId } from "#app/lib/ids.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { useRoot } from "#app/root.tsx";
import { useFormState } from "#app/routes/form-state.ts";
import { pageTitle } from "#app/routes/page-title.ts";

const formId = "appeal";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "screening.appeal.list.title");

function appealOf(ctx: Ctx, params: LoaderFunctionArgs["params"]) {
  const id = parseId("appeal", params.appealId);
  const appeal = id && getAppeal(ctx, id);
  if (!appeal || appeal.editionId !== params.editionId) throw notFound("screening.appealUnknown");
  return appeal;
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => appealOf(ctx, params));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const { id, editionId, proposal } = appealOf(ctx, params);
    decideAppeal(ctx, { appealId: id, ...parseForm(form, appealDecisionInput) });
    return redirectWithToast(`/screening/${editionId}/appeals`, translators[ctx.locale]("screening.appeal.decide.done", { number: proposal.number }));
  });
}

export default function Appeal() {
  const t = useTranslate();
  const appeal = useLoaderData<typeof loader>();
  const { proposal, editionId, text, reasons, barred } = appeal;
  return (
    <>
      <PageHeader
        title={t("screening.appeal.decide.title", { number: proposal.number })}
        crumbs={[{ label: t("screening.appeal.list.title"), to: `/screening/${editionId}/appeals` }, { label: proposal.number }]}
        crumbsLabel={t("common.crumbs")}
        meta={proposal.title}
        actions={<LinkButton to={`/screening/${editionId}/proposals/${proposal.id}`}>{t("screening.appeal.decide.open")}</LinkButton>}
      />
      <Columns>
        <Stack>
          <Panel title={t("screening.appeal.text")}>
            <p className="letter">{text}</p>
          </Panel>
          {reasons !== "" && (
            <Panel title={t("screening.appeal.reasons")}>
              <p className="letter">{reasons}</p>
            </Panel>
          )}
          {barred === null ? <DecideForm /> : <Notice tone="info">{t(`screening.appeal.decide.barred.${barred}`)}</Notice>}
        </Stack>
        <Facts />
      </Columns>
    </>
  );
}

function Facts() {
  const t = useTranslate();
  const { id, proposal, filedAt, decideBy, status, fileName, decision, decidedBy, decidedAt, zone } = useLoaderData<typeof loader>();
  return (
    <Panel>
      <DescriptionList
        items={[
          { term: t("screening.page.agency"), value: proposal.agencyName },
          { term: t("screening.appeal.state"), value: t(`screening.appeal.states.${status}`) },
          { term: t("screening.appeal.filed"), value: formatInstant(t.locale, filedAt, zone) },
          { term: t("screening.appeal.decideBy"), value: formatDeadline(t.locale, decideBy, zone) },
          ...(fileName === null
            ? []
            : [
                {
                  term: t("screening.appeal.evidenceTerm"),
                  value: (
                    <GoLink to={`/downloads/appeals/${id}.pdf`} icon={Paperclip} plain>
                      {t("screening.appeal.evidence", { name: fileName })}
                    </GoLink>
                  ),
                },
              ]),
          ...(decidedAt === null
            ? []
            : [
                {
                  term: t("screening.appeal.decision"),
                  value: (
                    <>
                      <span className="whitespace-pre-line">{decision}</span>
                      <span className="faint block">{t("screening.appeal.decide.by", { name: decidedBy, time: formatInstant(t.locale, decidedAt, zone) })}</span>
                    </>
                  ),
                },
              ]),
        ]}
      />
    </Panel>
  );
}

function DecideForm() {
  const t = useTranslate();
  const state = useFormState();
  const owner = useRoot()?.person?.email;
  const labels = { outcome: t("screening.appeal.decide.outcome"), decision: t("screening.appeal.decide.decision") };
  return (
    <Panel title={t("screening.appeal.decision")}>
      <KeptForm id={formId} method="post" className="stack stack--medium" keptNotice={t("common.restored")} keptOwner={owner}>
        <ErrorSummary title={state?.message} errors={state?.errors} labels={labels} />
        <RadioGroup
          name="outcome"
          label={labels.outcome}
          required
          need={t("common.required")}
          error={state?.errors.outcome}
          defaultValue={typedText(state?.values, "outcome")}
          options={[
            { value: "upheld", label: t("screening.appeal.decide.upheld") },
            { value: "dismissed", label: t("screening.appeal.decide.dismissed") },
          ]}
        />
        <TextArea
          name="decision"
          rows={6}
          label={labels.decision}
          hint={t("screening.appeal.decide.decisionHint")}
          required
          need={t("common.required")}
          error={state?.errors.decision}
          defaultValue={typedText(state?.values, "decision")}
        />
      </KeptForm>
      <ButtonRow>
        <ConfirmDialog
          title={t("screening.appeal.decide.confirmTitle")}
          trigger={{ children: t("screening.appeal.decide.submit"), variant: "primary" }}
          confirm={t("screening.appeal.decide.submit")}
          cancel={t("common.cancel")}
          busyWord={t("common.busy")}
          form={formId}
        >
          <p>{t("screening.appeal.decide.confirmBody")}</p>
        </ConfirmDialog>
      </ButtonRow>
    </Panel>
  );
}
