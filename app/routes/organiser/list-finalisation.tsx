import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { finaliseListAfterObjections } from "#app/acts/finalise-list.server.ts";
import { DateTimeInput } from "#app/components/date-time-input.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { typedText } from "#app/components/field.tsx";
import { KeptForm } from "#app/components/kept-form.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Stack } from "#app/components/panel.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import { PaperInput } from "#app/features/ranking/components/scan-form.tsx";
import { keepDecree } from "#app/features/ranking/documents/operations.server.ts";
import { checkDecreePaper, paperMost } from "#app/features/ranking/documents/rules.ts";
import { decreeInput } from "#app/features/ranking/inputs.ts";
import { mayFinaliseList } from "#app/features/ranking/policy.ts";
import { listStandingRows } from "#app/features/ranking/queries.server.ts";
import { nextListStatus } from "#app/features/ranking/rules.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { formatBytes, zoneName } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { authorize } from "#app/lib/errors.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { discardReceived, receiveForm } from "#app/lib/uploads/receive-form.server.ts";
import { inLocale } from "#app/lib/words.ts";
import { dayOfInstant } from "#app/lib/zones.ts";
import { requireCtx, requireFreshSign } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { besideField } from "#app/routes/beside-field.server.ts";
import { ConfirmRow } from "#app/routes/confirm-row.tsx";
import { useFormState } from "#app/routes/form-state.ts";
import { listPath, seenOfAddress, standingOfAddress } from "#app/routes/organiser/list-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

const formId = "decree";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "ranking.finalise.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  // Asked before a file is chosen: on the way back the browser would not have kept it.
  await requireFreshSign(request, context);
  return respond(ctx, () => {
    const { edition, award, current } = standingOfAddress(ctx, params);
    authorize(mayFinaliseList(ctx.actor, edition.id));
    nextListStatus(current.status, "finalise");
    const { zone } = edition.definition;
    return {
      name: inLocale(ctx.locale, award.name),
      listId: current.id,
      isRehearsal: edition.rehearsal,
      count: listStandingRows(ctx, current.id).length,
      zone,
      publishedOn: current.publishedAt === null ? undefined : dayOfInstant(zone, current.publishedAt),
      today: dayOfInstant(zone, ctx.now),
      back: listPath(params),
    };
  });
}

const besideFields = { "ranking.decreeInFuture": "decreeDate", "ranking.decreeTooEarly": "decreeDate", "ranking.decreeMissing": "file" };

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  await requireFreshSign(request, context);
  const received = await receiveForm(request, ctx.files.incoming);
  return respondForm(ctx, { formData: () => Promise.resolve(received.form) }, async (form) => {
    const { edition, award, current } = seenOfAddress(ctx, params, form);
    const decree = parseForm(form, decreeInput);
    const file = received.files.get("file") ?? null;
    besideField(form, besideFields, () => checkDecreePaper(file, edition));
    const paper = file && (await keepDecree(ctx, { listId: current.id, file }));
    besideField(form, besideFields, () => finaliseListAfterObjections(ctx, { listId: current.id, ...decree, paper }));
    const text = translators[ctx.locale]("ranking.finalise.done", { list: inLocale(ctx.locale, award.name) });
    return redirectWithToast(listPath(params), text);
  }).finally(() => discardReceived(received));
}

export default function ListFinalisation() {
  const t = useTranslate();
  const { name, listId, isRehearsal, publishedOn, count, zone, today, back } = useLoaderData<typeof loader>();
  const state = useFormState();
  const labels = { decreeNumber: t("ranking.finalise.number"), decreeDate: t("ranking.finalise.date"), file: t("ranking.finalise.file") };
  const paperHint = t("ranking.finalise.fileHint", { limit: formatBytes(t.locale, paperMost) });
  return (
    <>
      <PageHeader
        title={t("ranking.finalise.title")}
        crumbs={[{ label: name, to: back }, { label: t("ranking.finalise.title") }]}
        crumbsLabel={t("common.crumbs")}
        meta={t("ranking.finalise.lead")}
      />
      <div className="narrow">
        <Stack>
          <ErrorSummary title={state?.message} errors={state?.errors} labels={labels} />
          <KeptForm method="post" id={formId} encType="multipart/form-data" keptNotice={t("common.restored")}>
            <input type="hidden" name="listId" value={listId} />
            <Stack>
              <TextInput
                name="decreeNumber"
                label={labels.decreeNumber}
                need={t("common.required")}
                error={state?.errors.decreeNumber}
                defaultValue={typedText(state?.values, "decreeNumber")}
                maxLength={120}
                required
              />
              <DateTimeInput
                kind="date"
                name="decreeDate"
                label={labels.decreeDate}
                hint={t("ranking.finalise.dateHint", { zone: zoneName(zone) })}
                need={t("common.required")}
                error={state?.errors.decreeDate}
                defaultValue={typedText(state?.values, "decreeDate", today)}
                min={publishedOn}
                max={today}
                required
              />
              <PaperInput label={labels.file} hint={isRehearsal ? `${paperHint} ${t("ranking.finalise.fileOptional")}` : paperHint} error={state?.errors.file} isNeeded={!isRehearsal} />
            </Stack>
          </KeptForm>
          <ConfirmRow form={formId} submit={t("ranking.finalise.button")} question={t("ranking.finalise.confirmTitle", { list: name })} back={back}>
            {t("ranking.finalise.confirmBody", { count })}
          </ConfirmRow>
        </Stack>
      </div>
    </>
  );
}
