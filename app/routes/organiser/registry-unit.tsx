import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { SubmitRow } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Checkbox } from "#app/components/checkbox-group.tsx";
import { UnitFields } from "#app/features/agencies/components/unit-fields.tsx";
import { unitChangeInput } from "#app/features/agencies/registry/inputs.ts";
import { changeUnit } from "#app/features/agencies/registry/operations.server.ts";
import { getUnit, listUnits } from "#app/features/agencies/registry/queries.server.ts";
import { treeOf } from "#app/features/agencies/registry/rules.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { notFound } from "#app/lib/errors.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { parseId } from "#app/lib/ids.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { useFormState } from "#app/routes/form-state.ts";
import { registryAgency } from "#app/routes/organiser/registry-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "registry.changeUnit");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const agency = registryAgency(ctx, params);
    const unitId = parseId("unit", params.unitId);
    if (!unitId) throw notFound("agencies.unitUnknown");
    const unit = getUnit(ctx, agency.id, unitId);
    return { agency, unit, parents: treeOf(listUnits(ctx, agency.id)).filter(({ id }) => id !== unit.id) };
  });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const { id: agencyId } = registryAgency(ctx, params);
    const unitId = parseId("unit", params.unitId);
    if (!unitId) throw notFound("agencies.unitUnknown");
    const { parentId, closed, ...facts } = parseForm(form, unitChangeInput);
    changeUnit(ctx, { agencyId, unitId, ...facts, parentId: parseId("unit", parentId), closed: closed === "yes" });
    return redirectWithToast(`/organiser/registry/${agencyId}`, translators[ctx.locale]("registry.unitChanged"));
  });
}

export default function RegistryUnit() {
  const t = useTranslate();
  const { agency, unit, parents } = useLoaderData<typeof loader>();
  const state = useFormState();
  const back = `/organiser/registry/${agency.id}`;
  return (
    <div className="narrow">
      <PageHeader title={unit.name} crumbs={[{ label: agency.name, to: back }, { label: t("registry.changeUnit") }]} crumbsLabel={t("common.crumbs")} />
      <Form method="post" className="stack stack--medium">
        <ErrorSummary title={state?.message} errors={state?.errors} labels={{ name: t("registry.unitName"), kind: t("registry.unitKind"), parentId: t("registry.unitParent") }} />
        <UnitFields state={state} parents={parents} stored={unit} />
        <Checkbox name="closed" value="yes" defaultChecked={unit.closedAt !== null} label={t("registry.closed")} note={t("registry.closedNote")} />
        <SubmitRow variant="primary" submit={t("registry.save")} busyWord={t("common.busy")} back={back} cancel={t("common.cancel")} />
      </Form>
    </div>
  );
}
