import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EmptyState } from "#app/components/empty-state.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Panel, Stack } from "#app/components/panel.tsx";
import { findAgency, getAgency, listAgencies } from "#app/features/agencies/queries.server.ts";
import { listAwardsOf } from "#app/features/archive/queries.server.ts";
import { AgencyChoice, InvitationForm } from "#app/features/proposals/components/invitations/invitation-form.tsx";
import { InvitationTable } from "#app/features/proposals/components/invitations/invitation-table.tsx";
import { invitationFilterInput, invitationInput } from "#app/features/proposals/invitations/inputs.ts";
import { inviteEntry } from "#app/features/proposals/invitations/operations.server.ts";
import { listInvitations } from "#app/features/proposals/invitations/queries.server.ts";
import { awardWords } from "#app/features/proposals/invitations/rules.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { Ctx } from "#app/lib/ctx.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { parseId } from "#app/lib/ids.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { useRoot } from "#app/root.tsx";
import { useFormState } from "#app/routes/form-state.ts";
import { editionPath, organisedEdition } from "#app/routes/organiser/edition-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "proposals.invitations.title");

/** More than any registry of agencies holds: the list is searched by typing. */
const everyAgency = 2_000;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const { id, definition } = organisedEdition(ctx, params);
    const search = new URL(request.url).searchParams;
    const { agency: _agency, ...asked } = Object.fromEntries(search);
    const filter = invitationFilterInput.parse(asked);
    const chosen = chosenAgency(ctx, search.get("agency"));
    return {
      page: listInvitations(ctx, id, filter),
      filter,
      chosen,
      zone: definition.zone,
      base: editionPath({ id }, "invitations"),
      groups: definition.groups.filter(({ byInvitation }) => byInvitation).map(({ key, name }) => ({ key, name })),
      agencies: chosen ? [] : listAgencies(ctx, { standing: true, limit: everyAgency, offset: 0 }).map(({ id: value, name }) => ({ value, label: name })),
    };
  });
}

/** The agency of the address with its awards, so that one of them can be chosen. */
function chosenAgency(ctx: Ctx, text: string | null) {
  const id = parseId("agency", text ?? undefined);
  const agency = id && findAgency(ctx, id);
  if (!agency) return null;
  const awards = listAwardsOf(ctx, agency).map((award) => ({ id: award.id, words: awardWords(award) }));
  return { agency: { id: agency.id, name: agency.name }, awards };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const { id: editionId } = organisedEdition(ctx, params);
    const input = parseForm(form, invitationInput);
    inviteEntry(ctx, { editionId, ...input });
    const { name: agency } = getAgency(ctx, input.agencyId);
    return redirectWithToast(editionPath({ id: editionId }, "invitations"), translators[ctx.locale]("proposals.invitations.done", { agency }));
  });
}

export default function Invitations() {
  const t = useTranslate();
  const { page, filter, chosen, zone, base, groups, agencies } = useLoaderData<typeof loader>();
  const state = useFormState();
  const root = useRoot();
  const isIdle = groups.length === 0;
  return (
    <>
      <PageHeader title={t("proposals.invitations.title")} meta={t("proposals.invitations.lead")} />
      {isIdle && page.total === 0 ? (
        <EmptyState title={t("proposals.invitations.none")}>{t("proposals.invitations.noneText")}</EmptyState>
      ) : (
        <Stack gap="large">
          <Panel title={t("proposals.invitations.add")} id="invite">
            {chosen ? (
              <InvitationForm key={chosen.agency.id} {...chosen} groups={groups} state={state} owner={root?.person?.email} back={base} />
            ) : (
              <AgencyChoice agencies={agencies} />
            )}
          </Panel>
          <InvitationTable page={page} filter={filter} zone={zone} />
        </Stack>
      )}
    </>
  );
}
