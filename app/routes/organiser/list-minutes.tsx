import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { typedText } from "#app/components/field.tsx";
import { KeptForm } from "#app/components/kept-form.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Stack } from "#app/components/panel.tsx";
import { TextArea } from "#app/components/text-area.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import { countAbstained } from "#app/features/ranking/abstaining/queries.server.ts";
import { OwnAbstention } from "#app/features/ranking/components/own-abstention.tsx";
import { minutesInput } from "#app/features/ranking/inputs.ts";
import { signMinutes } from "#app/features/ranking/operations.server.ts";
import { maySignMinutes } from "#app/features/ranking/policy.ts";
import { nextListStatus } from "#app/features/ranking/rules.ts";
import { checkLinked } from "#app/features/ranking/waiving/rules.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { authorize } from "#app/lib/errors.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { inLocale } from "#app/lib/words.ts";
import { requireCtx, requireFreshSign } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { ConfirmRow } from "#app/routes/confirm-row.tsx";
import { useFormState } from "#app/routes/form-state.ts";
import { listPath, seenOfAddress, standingOfAddress } from "#app/routes/organiser/list-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

const formId = "minutes";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "ranking.sign.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const { edition, award, current } = standingOfAddress(ctx, params);
    authorize(maySignMinutes(ctx.actor, edition.id));
    nextListStatus(current.status, "sign");
    checkLinked(current);
    const abstained = countAbstained(ctx, current.id);
    return { name: inLocale(ctx.locale, award.name), listId: current.id, abstained, back: listPath(params) };
  });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  await requireFreshSign(request, context);
  return respondForm(ctx, request, (form) => {
    const { award, current } = seenOfAddress(ctx, params, form);
    signMinutes(ctx, { listId: current.id, ...parseForm(form, minutesInput) });
    const text = translators[ctx.locale]("ranking.sign.done", { list: inLocale(ctx.locale, award.name) });
    return redirectWithToast(listPath(params), text);
  });
}

export default function ListMinutes() {
  const t = useTranslate();
  const { name, listId, abstained, back } = useLoaderData<typeof loader>();
  const state = useFormState();
  const labels = { minutesNumber: t("ranking.sign.number"), minutes: t("ranking.sign.text") };
  return (
    <>
      <PageHeader
        title={t("ranking.sign.title")}
        crumbs={[{ label: name, to: back }, { label: t("ranking.sign.title") }]}
        crumbsLabel={t("common.crumbs")}
        meta={t("ranking.sign.lead")}
        actions={
          <LinkButton to={`/downloads/minutes/${listId}.pdf`} plain>
            {t("ranking.list.minutesPdf")}
          </LinkButton>
        }
      />
      <div className="narrow">
        <Stack>
          <ErrorSummary title={state?.message} errors={state?.errors} labels={labels} />
          <OwnAbstention count={abstained} />
          <KeptForm method="post" id={formId} keptNotice={t("common.restored")}>
            <input type="hidden" name="listId" value={listId} />
            <Stack>
              <TextInput
                name="minutesNumber"
                label={labels.minutesNumber}
                need={t("common.required")}
                error={state?.errors.minutesNumber}
                defaultValue={typedText(state?.values, "minutesNumber")}
                maxLength={120}
                required
              />
              <TextArea
                name="minutes"
                label={labels.minutes}
                hint={t("ranking.sign.textHint")}
                need={t("common.required")}
                error={state?.errors.minutes}
                defaultValue={typedText(state?.values, "minutes")}
                rows={10}
                required
              />
            </Stack>
          </KeptForm>
          <ConfirmRow form={formId} submit={t("ranking.sign.button")} question={t("ranking.sign.confirmTitle", { list: name })} back={back}>
            {t("ranking.sign.confirmBody")}
          </ConfirmRow>
        </Stack>
      </div>
    </>
  );
}
