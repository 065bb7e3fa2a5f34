import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { typedText } from "#app/components/field.tsx";
import { KeptForm } from "#app/components/kept-form.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Stack } from "#app/components/panel.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import { mayRegisterWitness } from "#app/features/audit/policy.ts";
import { witnessInput } from "#app/features/audit/witnesses/inputs.ts";
import { registerWitness } from "#app/features/audit/witnesses/operations.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { authorize } from "#app/lib/errors.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { requireCtx, requireFreshSign } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { besideField } from "#app/routes/beside-field.server.ts";
import { ConfirmRow } from "#app/routes/confirm-row.tsx";
import { useFormState } from "#app/routes/form-state.ts";
import { pageTitle } from "#app/routes/page-title.ts";

const [formId, back] = ["witness", "/audit"];

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "audit.witnesses.register");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    authorize(mayRegisterWitness(ctx.actor));
    return null;
  });
}

const besideFields = { "audit.keyUnreadable": "key", "audit.ownKey": "key", "audit.witnessKnown": "key" };

export async function action({ request, context }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  await requireFreshSign(request, context);
  return respondForm(ctx, request, (form) => {
    const said = parseForm(form, witnessInput);
    besideField(form, besideFields, () => registerWitness(ctx, said));
    return redirectWithToast(back, translators[ctx.locale]("audit.witnesses.done", { name: said.title }));
  });
}

export default function WitnessNew() {
  const t = useTranslate();
  const state = useFormState();
  const title = t("audit.witnesses.register");
  const labels = { title: t("audit.witnesses.name"), key: t("audit.witnesses.key") };
  return (
    <>
      <PageHeader title={title} crumbs={[{ label: t("audit.public.nav"), to: back }, { label: title }]} crumbsLabel={t("common.crumbs")} lead={t("audit.witnesses.registerLead")} />
      <div className="narrow">
        <Stack>
          <ErrorSummary title={state?.message} errors={state?.errors} labels={labels} />
          <KeptForm method="post" id={formId} keptNotice={t("common.restored")}>
            <Stack>
              <TextInput name="title" label={labels.title} hint={t("audit.witnesses.nameHint")} need={t("common.required")} error={state?.errors.title} defaultValue={typedText(state?.values, "title")} maxLength={120} required />
              <TextInput name="key" label={labels.key} hint={t("audit.witnesses.keyHint")} need={t("common.required")} error={state?.errors.key} defaultValue={typedText(state?.values, "key")} maxLength={400} autoComplete="off" required />
            </Stack>
          </KeptForm>
          <ConfirmRow form={formId} submit={title} question={t("audit.witnesses.confirm")} back={back}>
            {t("audit.witnesses.confirmBody")}
          </ConfirmRow>
        </Stack>
      </div>
    </>
  );
}
