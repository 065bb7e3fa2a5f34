import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DescriptionList } from "#app/components/description-list.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { typedText } from "#app/components/field.tsx";
import { KeptForm } from "#app/components/kept-form.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Columns, Panel, Stack } from "#app/components/panel.tsx";
import { RadioGroup } from "#app/components/radio-group.tsx";
import { TextArea } from "#app/components/text-area.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { listOf } from "#app/features/competitions/rules.ts";
import { ObjectionStatusBadge } from "#app/features/objections/components/objections-table.tsx";
import { decisionInput } from "#app/features/objections/inputs.ts";
import { decideObjection } from "#app/features/objections/operations.server.ts";
import { mayDecideObjections } from "#app/features/objections/policy.ts";
import { getObjection } from "#app/features/objections/queries.server.ts";
import { objectionNumber } from "#app/features/objections/rules.ts";
import { numberText } from "#app/features/proposals/rules.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { parseId } from "#app/lib/ids.ts";
import { inLocale } from "#app/lib/words.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { besideField } from "#app/routes/beside-field.server.ts";
import { ConfirmRow } from "#app/routes/confirm-row.tsx";
import { useFormState } from "#app/routes/form-state.ts";
import { pageTitle } from "#app/routes/page-title.ts";

const formId = "decision";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "objections.decision.pageTitle");

/** The objection of the address, if it is this edition's and the person may read it. */
function objectionOfAddress(ctx: Ctx, params: LoaderFunctionArgs["params"]) {
  const id = parseId("objection", params.objectionId);
  const objection = id && getObjection(ctx, id);
  if (objection?.editionId !== params.editionId || !objection) throw notFound("objections.unknown");
  return { objection, edition: getEdition(ctx, objection.editionId) };
}

const basePath = (params: LoaderFunctionArgs["params"]): string => `/organiser/editions/${params.editionId}/objections`;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const { objection, edition } = objectionOfAddress(ctx, params);
    const { year, zone } = edition.definition;
    return {
      objection,
      number: objectionNumber(year, objection.number),
      listName: listOf(edition.definition, objection.listKey).name,
      year,
      zone,
      mayDecide: objection.status === "open" && mayDecideObjections(ctx.actor, edition.id),
      back: basePath(params),
    };
  });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const { objection, edition } = objectionOfAddress(ctx, params);
    const { outcome, decision, publicNote, entryNumber } = parseForm(form, decisionInput);
    besideField(form, { "objections.noteMissing": "publicNote", "objections.entryNotListed": "entryNumber" }, () =>
      decideObjection(ctx, { objectionId: objection.id, upheld: outcome === "upheld", decision, publicNote, entryNumber }),
    );
    const number = objectionNumber(edition.definition.year, objection.number);
    return redirectWithToast(basePath(params), translators[ctx.locale]("objections.decision.done", { number }));
  });
}

export default function ObjectionDecision() {
  const t = useTranslate();
  const { objection, number, mayDecide, back } = useLoaderData<typeof loader>();
  const state = useFormState();
  const labels = { outcome: t("objections.decision.outcome"), decision: t("objections.decision.reason"), publicNote: t("objections.decision.publicNote"), entryNumber: t("objections.decision.entryNumber") };
  return (
    <>
      <PageHeader
        title={t("objections.decision.title", { number })}
        crumbs={[{ label: t("objections.title"), to: back }, { label: number }]}
        crumbsLabel={t("common.crumbs")}
        meta={<ObjectionStatusBadge status={objection.status} />}
      />
      <Stack>
        <ErrorSummary title={state?.message} errors={state?.errors} labels={labels} />
        <Columns>
          <Stack>
            <Panel title={t("objections.decision.text")}>
              <p className="letter">{objection.text}</p>
            </Panel>
            {mayDecide && <DecisionForm />}
          </Stack>
          <Facts />
        </Columns>
      </Stack>
    </>
  );
}

function DecisionForm() {
  const t = useTranslate();
  const { objection, number, back } = useLoaderData<typeof loader>();
  const state = useFormState();
  const upheldNote = objection.entry ? t("objections.decision.upheldEntry") : t("objections.decision.upheldList");
  return (
    <>
      <KeptForm method="post" id={formId} keptNotice={t("common.restored")}>
        <Stack>
          <RadioGroup
            name="outcome"
            label={t("objections.decision.outcome")}
            need={t("common.required")}
            error={state?.errors.outcome}
            defaultValue={typedText(state?.values, "outcome")}
            options={[
              { value: "upheld", label: t("objections.decision.upheld"), note: upheldNote },
              { value: "rejected", label: t("objections.decision.rejected"), note: t("objections.decision.rejectedNote") },
            ]}
            required
          />
          <TextArea
            name="decision"
            label={t("objections.decision.reason")}
            hint={t("objections.decision.reasonHint")}
            need={t("common.required")}
            error={state?.errors.decision}
            defaultValue={typedText(state?.values, "decision")}
            maxLength={4000}
            required
          />
          <ChangeFields />
        </Stack>
      </KeptForm>
      <ConfirmRow form={formId} submit={t("objections.decision.button")} question={t("objections.decision.confirmTitle", { number })} back={back}>
        {t("objections.decision.confirmBody")}
      </ConfirmRow>
    </>
  );
}

/** What a change of the list needs, should the objection be upheld. */
function ChangeFields() {
  const t = useTranslate();
  const { objection } = useLoaderData<typeof loader>();
  const state = useFormState();
  return (
    <Panel title={t("objections.decision.changeTitle")} level={3}>
      <Stack>
        {!objection.entry && (
          <TextInput
            name="entryNumber"
            label={t("objections.decision.entryNumber")}
            hint={t("objections.decision.entryNumberHint")}
            error={state?.errors.entryNumber}
            defaultValue={typedText(state?.values, "entryNumber")}
            maxLength={12}
          />
        )}
        <TextArea
          name="publicNote"
          label={t("objections.decision.publicNote")}
          hint={t("objections.decision.publicNoteHint")}
          error={state?.errors.publicNote}
          defaultValue={typedText(state?.values, "publicNote")}
          maxLength={2000}
          rows={4}
        />
      </Stack>
    </Panel>
  );
}

function Facts() {
  const t = useTranslate();
  const { objection, listName, year, zone } = useLoaderData<typeof loader>();
  const { entry, decidedAt, decidedByName: decider } = objection;
  const say = (at: number): string => formatInstant(t.locale, at, zone);
  const list = t("objections.listVersion", { list: inLocale(t.locale, listName), version: objection.listVersion });
  const about = entry ? `${numberText(year, entry.number)} ${entry.title}, ${entry.agencyName}` : t("objections.wholeList");
  return (
    <Panel title={t("objections.decision.facts")}>
      <DescriptionList
        items={[
          { term: t("objections.decision.list"), value: list },
          { term: t("objections.decision.entry"), value: about },
          { term: t("objections.decision.author"), value: t("objections.by", { name: objection.name, email: objection.email }) },
          { term: t("objections.decision.filed"), value: say(objection.filedAt) },
          { term: t("objections.decision.due"), value: objection.dueAt === null ? t("objections.noDue") : say(objection.dueAt) },
          ...(decidedAt === null
            ? []
            : [
                {
                  term: t("objections.decision.decided"),
                  value: t("objections.decision.decidedBy", { name: decider, time: say(decidedAt) }),
                },
                { term: t("objections.decision.reason"), value: <span className="letter">{objection.decision}</span> },
              ]),
        ]}
      />
    </Panel>
  );
}
