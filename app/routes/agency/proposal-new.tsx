import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { SubmitRow } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { KeptForm } from "#app/components/kept-form.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Stack } from "#app/components/panel.tsx";
import { RehearsalData } from "#app/components/rehearsal-mark.tsx";
import { findMembershipOf } from "#app/features/agencies/queries.server.ts";
import { PlaceFields } from "#app/features/proposals/components/identity-fields.tsx";
import { newProposalInput } from "#app/features/proposals/inputs.ts";
import { createProposal } from "#app/features/proposals/operations.server.ts";
import { getNewProposalPage } from "#app/features/proposals/overview/queries.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { notFound } from "#app/lib/errors.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { parseId } from "#app/lib/ids.ts";
import { inLocale } from "#app/lib/words.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { useRoot } from "#app/root.tsx";
import { besideField } from "#app/routes/beside-field.server.ts";
import { useFormState } from "#app/routes/form-state.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "proposals.create.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const agencyId = agencyIdOf(params.agencyId);
    const editionId = parseId("edition", new URL(request.url).searchParams.get("edition") ?? undefined);
    const unit = findMembershipOf(ctx, ctx.actor.userId, agencyId)?.unit ?? "";
    return { ...getNewProposalPage(ctx, { agencyId, editionId }), unit };
  });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const { editionId: edition, ...input } = parseForm(form, newProposalInput);
    const editionId = parseId("edition", edition);
    if (!editionId) throw notFound("competitions.editionUnknown");
    const at = { editionId, agencyId: agencyIdOf(params.agencyId) };
    const id = besideField(form, { "proposals.unitUnlisted": "unit", "proposals.otherUnit": "unit" }, () => createProposal(ctx, { ...input, ...at }));
    return redirectWithToast(`/proposals/${id}/edit/identity`, translators[ctx.locale]("proposals.create.done"));
  });
}

function agencyIdOf(text: string | undefined) {
  const agencyId = parseId("agency", text);
  if (!agencyId) throw notFound("agencies.unknown");
  return agencyId;
}

export default function NewProposal() {
  const t = useTranslate();
  const owner = useRoot()?.person?.email;
  const { agency, edition, groups, categories, unit, units } = useLoaderData<typeof loader>();
  const state = useFormState();
  const back = `/agencies/${agency.id}`;
  const [group] = groups;
  const own = units.length === 0 || units.some(({ name }) => name === unit) ? unit : "";
  const stored = { title: "", unit: own, categoryKey: "", groupKey: groups.length === 1 && group ? group.key : "" };
  return (
    <div className="narrow">
      <PageHeader
        title={t("proposals.create.title")}
        crumbs={[{ label: t("proposals.overview.title"), to: back }, { label: inLocale(t.locale, edition.name) }]}
        crumbsLabel={t("common.crumbs")}
        meta={
          <>
            {inLocale(t.locale, edition.name)} {edition.rehearsal && <RehearsalData>{t("common.rehearsalData")}</RehearsalData>}
          </>
        }
        lead={t("proposals.create.lead")}
      />
      <KeptForm method="post" id="new-proposal" keptNotice={t("common.restored")} keptOwner={owner}>
        <Stack>
          <ErrorSummary title={state?.message} errors={state?.errors} />
          <input type="hidden" name="editionId" value={edition.id} />
          <PlaceFields groups={groups} categories={categories} units={units} stored={stored} typed={state?.values} errors={state?.errors} />
          <SubmitRow variant="primary" submit={t("proposals.create.submit")} busyWord={t("common.busy")} back={back} cancel={t("common.cancel")} />
        </Stack>
      </KeptForm>
    </div>
  );
}
