import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { SubmitRow } from "#app/components/button.tsx";
import { Checkbox } from "#app/components/checkbox-group.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { UnitFields } from "#app/features/agencies/components/unit-fields.tsx";
import { unitChangeInput } from "#app/features/agencies/registry/inputs.ts";
import { changeUnit } from "#app/features/agencies/registry/operations.server.ts";
import { listUnits } from "#app/features/agencies/registry/queries.server.ts";
import { treeOf, unitsFrom } from "#app/features/agencies/registry/rules.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { parseForm } from "#app/lib/forms.server.ts";
import { parseId } from "#app/lib/ids.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { unitOf } from "#app/routes/agency/units-of.server.ts";
import { besideField } from "#app/routes/beside-field.server.ts";
import { useFormState } from "#app/routes/form-state.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "registry.changeUnit");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const { agency, unit } = unitOf(ctx, params);
    const units = listUnits(ctx, agency.id);
    const below = unitsFrom(units, unit.id);
    return { agency: { id: agency.id, name: agency.name }, unit, parents: treeOf(units).filter(({ id }) => !below.has(id)) };
  });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const { agency, unit } = unitOf(ctx, params);
    const { parentId, closed, ...facts } = parseForm(form, unitChangeInput);
    const change = { agencyId: agency.id, unitId: unit.id, ...facts, parentId: parseId("unit", parentId), closed: closed === "yes" };
    besideField(form, { "agencies.unitTaken": "name", "agencies.unitCircle": "parentId" }, () => changeUnit(ctx, change));
    return redirectWithToast(`/agencies/${agency.id}/units`, translators[ctx.locale]("registry.unitChanged"));
  });
}

/** Renames, moves or closes a unit of one's own agency. */
export default function AgencyUnit() {
  const t = useTranslate();
  const { agency, unit, parents } = useLoaderData<typeof loader>();
  const state = useFormState();
  const back = `/agencies/${agency.id}/units`;
  const labels = { name: t("registry.unitName"), kind: t("registry.unitKind"), parentId: t("registry.unitParent") };
  return (
    <div className="narrow">
      <PageHeader
        title={unit.name}
        crumbs={[{ label: agency.name, to: `/agencies/${agency.id}` }, { label: t("registry.units"), to: back }, { label: t("registry.changeUnit") }]}
        crumbsLabel={t("common.crumbs")}
      />
      <Form method="post" className="stack stack--medium">
        <ErrorSummary title={state?.message} errors={state?.errors} labels={labels} />
        <UnitFields state={state} parents={parents} stored={unit} />
        <Checkbox name="closed" value="yes" defaultChecked={unit.closedAt !== null} label={t("registry.closed")} note={t("registry.closedNote")} />
        <SubmitRow variant="primary" submit={t("registry.save")} busyWord={t("common.busy")} back={back} cancel={t("common.cancel")} />
      </Form>
    </div>
  );
}
