import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EmptyState } from "#app/components/empty-state.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Stack } from "#app/components/panel.tsx";
import { isAgencyMember } from "#app/features/agencies/policy.ts";
import { getAgency } from "#app/features/agencies/queries.server.ts";
import { maySeeEdition } from "#app/features/competitions/policy.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { ObjectionForm, OwnObjections } from "#app/features/conflicts/components/objection-form.tsx";
import { agencyObjectionInput } from "#app/features/conflicts/inputs.ts";
import { objectToAssessor } from "#app/features/conflicts/objecting/operations.server.ts";
import { listOwnObjections } from "#app/features/conflicts/objecting/queries.server.ts";
import { mayObjectToAssessor } from "#app/features/conflicts/policy.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { notFound } from "#app/lib/errors.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { parseId } from "#app/lib/ids.ts";
import { inLocale } from "#app/lib/words.ts";
import { requireCtx, type SignedInCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { useRoot } from "#app/root.tsx";
import { useFormState } from "#app/routes/form-state.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "conflicts.objecting.title");

function placeOf(ctx: SignedInCtx, params: LoaderFunctionArgs["params"]) {
  const agencyId = parseId("agency", params.agencyId);
  const editionId = parseId("edition", params.editionId);
  if (!agencyId || !editionId || !isAgencyMember(ctx.actor, agencyId)) throw notFound("agencies.unknown");
  const edition = getEdition(ctx, editionId);
  if (!maySeeEdition(ctx.actor, edition)) throw notFound("competitions.editionUnknown");
  return { agencyId, edition };
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const { agencyId, edition } = placeOf(ctx, params);
    const own = listOwnObjections(ctx, { editionId: edition.id, agencyId });
    const { name, zone, conflicts } = edition.definition;
    const offered = edition.status === "open" && conflicts.byAgency !== "no";
    return { own, zone, edition: name, agency: getAgency(ctx, agencyId).name, agencyId, mayObject: offered && mayObjectToAssessor(ctx.actor, agencyId) };
  });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const { agencyId, edition } = placeOf(ctx, params);
    objectToAssessor(ctx, { editionId: edition.id, agencyId, ...parseForm(form, agencyObjectionInput) });
    return redirectWithToast(`/agencies/${agencyId}/assessor-objections/${edition.id}`, translators[ctx.locale]("conflicts.objecting.done"));
  });
}

export default function AssessorObjection() {
  const t = useTranslate();
  const root = useRoot();
  const state = useFormState();
  const { own, zone, edition, agency, agencyId, mayObject } = useLoaderData<typeof loader>();
  return (
    <div className="narrow">
      <PageHeader
        title={t("conflicts.objecting.title")}
        meta={inLocale(t.locale, edition)}
        lead={t("conflicts.objecting.lead")}
        crumbs={[{ to: `/agencies/${agencyId}`, label: agency }, { label: t("conflicts.objecting.title") }]}
        crumbsLabel={t("common.crumbs")}
      />
      <Stack>
        {mayObject ? <ObjectionForm key={own.length} state={state} owner={root?.person?.email ?? ""} /> : <EmptyState title={t("conflicts.objecting.notOffered")} />}
        {own.length > 0 && <OwnObjections own={own} zone={zone} />}
      </Stack>
    </div>
  );
}
