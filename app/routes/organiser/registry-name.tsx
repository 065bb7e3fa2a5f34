import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { SubmitRow } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { typedText } from "#app/components/field.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import { nameInput } from "#app/features/agencies/registry/inputs.ts";
import { renameAgency } from "#app/features/agencies/registry/operations.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { parseForm } from "#app/lib/forms.server.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { besideField } from "#app/routes/beside-field.server.ts";
import { useFormState } from "#app/routes/form-state.ts";
import { registryAgency } from "#app/routes/organiser/registry-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "registry.rename");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => ({ agency: registryAgency(ctx, params) }));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const { id: agencyId } = registryAgency(ctx, params);
    const input = parseForm(form, nameInput);
    besideField(form, { "agencies.sameName": "name" }, () => renameAgency(ctx, { agencyId, ...input }));
    return redirectWithToast(`/organiser/registry/${agencyId}`, translators[ctx.locale]("registry.renamed"));
  });
}

export default function RegistryName() {
  const t = useTranslate();
  const { agency } = useLoaderData<typeof loader>();
  const state = useFormState();
  const back = `/organiser/registry/${agency.id}`;
  const labels = { name: t("registry.newName"), validFrom: t("registry.validFrom"), source: t("registry.decree") };
  return (
    <div className="narrow">
      <PageHeader title={t("registry.rename")} lead={t("registry.renameLead")} crumbs={[{ label: agency.name, to: back }, { label: t("registry.rename") }]} crumbsLabel={t("common.crumbs")} />
      <Form method="post" className="stack stack--medium">
        <ErrorSummary title={state?.message} errors={state?.errors} labels={labels} />
        <TextInput name="name" label={labels.name} required maxLength={200} error={state?.errors.name} defaultValue={typedText(state?.values, "name", agency.name)} />
        <TextInput name="validFrom" type="date" label={labels.validFrom} required error={state?.errors.validFrom} defaultValue={typedText(state?.values, "validFrom")} />
        <TextInput name="source" label={labels.source} required maxLength={300} error={state?.errors.source} defaultValue={typedText(state?.values, "source")} />
        <SubmitRow variant="primary" submit={t("registry.rename")} busyWord={t("common.busy")} back={back} cancel={t("common.cancel")} />
      </Form>
    </div>
  );
}
