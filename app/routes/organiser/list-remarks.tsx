import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { SubmitRow } from "#app/components/button.tsx";
import { CheckboxGroup } from "#app/components/checkbox-group.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { typedText } from "#app/components/field.tsx";
import { KeptForm } from "#app/components/kept-form.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Columns, Panel, Stack } from "#app/components/panel.tsx";
import { TextArea } from "#app/components/text-area.tsx";
import { remarksInput } from "#app/features/ranking/inputs.ts";
import { releaseRemarks } from "#app/features/ranking/remarks/operations.server.ts";
import { getRemarksPage } from "#app/features/ranking/remarks/queries.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { parseId } from "#app/lib/ids.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { besideField } from "#app/routes/beside-field.server.ts";
import { useFormState } from "#app/routes/form-state.ts";
import { editionWithLists } from "#app/routes/organiser/list-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "ranking.remarks.title");

function entryOf(ctx: Ctx, params: LoaderFunctionArgs["params"]) {
  const proposalId = parseId("proposal", params.proposalId);
  if (!proposalId) throw notFound("proposals.unknown");
  return { editionId: editionWithLists(ctx, params).id, proposalId };
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => ({ ...getRemarksPage(ctx, entryOf(ctx, params)), back: `/organiser/editions/${params.editionId}/lists` }));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const at = entryOf(ctx, params);
    const input = parseForm(form, remarksInput);
    besideField(form, { "ranking.remarkNames": "text" }, () => releaseRemarks(ctx, { ...at, ...input }));
    return redirectWithToast(new URL(request.url).pathname, translators[ctx.locale]("ranking.remarks.done"));
  });
}

/** Edits what assessors wrote and releases it to the agency, after a look for names. */
export default function ListRemarks() {
  const t = useTranslate();
  const { number, title, agencyName, notes, text, releasedAt, zone, back } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("ranking.remarks.title")}
        crumbs={[{ label: t("ranking.lists.title"), to: back }, { label: number }]}
        crumbsLabel={t("common.crumbs")}
        meta={`${number}, ${title}, ${agencyName}`}
        lead={t("ranking.remarks.lead")}
      />
      <Columns shape="even">
        <Panel title={t("ranking.remarks.notes")}>
          {notes.length === 0 && <p>{t("ranking.remarks.noNotes")}</p>}
          {notes.map((note, index) => (
            <p key={index} className="whitespace-pre-line">
              {note}
            </p>
          ))}
        </Panel>
        {releasedAt === null ? (
          <ReleaseForm text={text} back={back} />
        ) : (
          <Notice tone="ok">
            <p>{t("ranking.remarks.releasedAt", { time: formatInstant(t.locale, releasedAt, zone) })}</p>
            <p className="whitespace-pre-line">{text}</p>
          </Notice>
        )}
      </Columns>
    </>
  );
}

function ReleaseForm({ text, back }: { text: string; back: string }) {
  const t = useTranslate();
  const state = useFormState();
  const labels = { text: t("ranking.remarks.text"), isChecked: t("ranking.remarks.checked") };
  return (
    <Stack>
      <ErrorSummary title={state?.message} errors={state?.errors} labels={labels} />
      <KeptForm method="post" id="remarks" keptNotice={t("common.restored")}>
        <Stack>
          <TextArea
            name="text"
            label={labels.text}
            hint={t("ranking.remarks.textHint")}
            need={t("common.required")}
            error={state?.errors.text}
            defaultValue={typedText(state?.values, "text", text)}
            rows={14}
            required
          />
          <CheckboxGroup name="isChecked" label={labels.isChecked} options={[{ value: "yes", label: t("ranking.remarks.checkedYes") }]} />
          <SubmitRow variant="primary" submit={t("ranking.remarks.release")} busyWord={t("common.busy")} back={back} cancel={t("common.cancel")} />
        </Stack>
      </KeptForm>
    </Stack>
  );
}
