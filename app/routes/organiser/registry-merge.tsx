import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { SubmitRow } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { mergeUnentered } from "#app/acts/merge-agencies.server.ts";
import { typedText } from "#app/components/field.tsx";
import { Notice } from "#app/components/notice.tsx";
import { TextArea } from "#app/components/text-area.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import { findAgencyByCode, listMembers } from "#app/features/agencies/queries.server.ts";
import { mergeInput } from "#app/features/agencies/registry/inputs.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { InvalidInput } from "#app/lib/errors.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { useFormState } from "#app/routes/form-state.ts";
import { registryAgency } from "#app/routes/organiser/registry-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "registry.merge");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const agency = registryAgency(ctx, params);
    return { agency, members: listMembers(ctx, agency.id).filter(({ active }) => active).length };
  });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const { id: fromId } = registryAgency(ctx, params);
    const { into: code, reason } = parseForm(form, mergeInput);
    const into = findAgencyByCode(ctx, code);
    if (!into) throw new InvalidInput([{ path: "into", code: "errors.agencies.unknown", params: {} }]);
    const count = mergeUnentered(ctx, { fromId, intoId: into.id, reason });
    return redirectWithToast(`/organiser/registry/${into.id}`, translators[ctx.locale]("registry.merged", { count }));
  });
}

export default function RegistryMerge() {
  const t = useTranslate();
  const { agency, members } = useLoaderData<typeof loader>();
  const state = useFormState();
  const back = `/organiser/registry/${agency.id}`;
  const labels = { into: t("registry.into"), reason: t("registry.reason") };
  return (
    <div className="narrow">
      <PageHeader title={t("registry.merge")} lead={t("registry.mergeLead")} crumbs={[{ label: agency.name, to: back }, { label: t("registry.merge") }]} crumbsLabel={t("common.crumbs")} />
      <Form method="post" className="stack stack--medium">
        <ErrorSummary title={state?.message} errors={state?.errors} labels={labels} />
        <Notice tone="warn">{t("registry.mergeEffect", { count: members })}</Notice>
        <TextInput name="into" label={labels.into} hint={t("registry.intoHint")} required maxLength={24} error={state?.errors.into} defaultValue={typedText(state?.values, "into")} />
        <TextArea name="reason" label={labels.reason} required maxLength={600} rows={3} error={state?.errors.reason} defaultValue={typedText(state?.values, "reason")} />
        <SubmitRow variant="danger" submit={t("registry.merge")} busyWord={t("common.busy")} back={back} cancel={t("common.cancel")} />
      </Form>
    </div>
  );
}
