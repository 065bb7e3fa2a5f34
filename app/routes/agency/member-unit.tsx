import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, type Params, useLoaderData } from "@remix-run/react";
import { SubmitRow } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { ConfinementField } from "#app/features/agencies/components/member-fields.tsx";
import { confinementInput } from "#app/features/agencies/inputs.ts";
import { confineMember } from "#app/features/agencies/operations.server.ts";
import { mayManageMembers } from "#app/features/agencies/policy.ts";
import { getAgency, listMembers } from "#app/features/agencies/queries.server.ts";
import { listUnits } from "#app/features/agencies/registry/queries.server.ts";
import { treeOf } from "#app/features/agencies/registry/rules.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { parseId } from "#app/lib/ids.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { useFormState } from "#app/routes/form-state.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "agencies.confinement.change");

/** The present writer of an address, for the local admin; 404 for everybody else. */
function memberOf(ctx: Ctx, params: Params) {
  const agencyId = parseId("agency", params.agencyId);
  if (!agencyId || !mayManageMembers(ctx.actor, agencyId)) throw notFound("agencies.memberUnknown");
  const member = listMembers(ctx, agencyId).find(({ userId, active, role }) => userId === params.userId && active && role === "writer");
  if (!member) throw notFound("agencies.memberUnknown");
  return { agencyId, member };
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const { agencyId, member } = memberOf(ctx, params);
    const units = treeOf(listUnits(ctx, agencyId)).filter(({ id, closedAt }) => closedAt === null || id === member.unitId);
    return { agency: { id: agencyId, name: getAgency(ctx, agencyId).name }, name: member.name, unitId: member.unitId ?? "", units };
  });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const { agencyId, member } = memberOf(ctx, params);
    confineMember(ctx, { agencyId, userId: member.userId, unitId: parseId("unit", parseForm(form, confinementInput).unitId) });
    return redirectWithToast(`/agencies/${agencyId}/members`, translators[ctx.locale]("agencies.confinement.saved", { name: member.name }));
  });
}

export default function MemberUnit() {
  const t = useTranslate();
  const { agency, name, unitId, units } = useLoaderData<typeof loader>();
  const state = useFormState();
  const back = `/agencies/${agency.id}/members`;
  return (
    <div className="narrow">
      <PageHeader
        title={t("agencies.confinement.title", { name })}
        lead={t("agencies.confinement.lead", { name })}
        crumbs={[{ label: agency.name, to: `/agencies/${agency.id}` }, { label: t("agencies.members.title"), to: back }, { label: name }]}
        crumbsLabel={t("common.crumbs")}
      />
      <Form method="post" className="stack stack--medium">
        <ErrorSummary title={state?.message} errors={state?.errors} labels={{ unitId: t("agencies.confinement.label") }} />
        <ConfinementField state={state} units={units} stored={unitId} />
        <SubmitRow variant="primary" submit={t("agencies.confinement.save")} busyWord={t("common.busy")} back={back} cancel={t("common.cancel")} />
      </Form>
    </div>
  );
}
