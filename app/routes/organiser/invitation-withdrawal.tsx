import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { withdrawalInput } from "#app/features/proposals/invitations/inputs.ts";
import { withdrawInvitation } from "#app/features/proposals/invitations/operations.server.ts";
import { getInvitation } from "#app/features/proposals/invitations/queries.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { parseId } from "#app/lib/ids.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { editionPath, organisedEdition } from "#app/routes/organiser/edition-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { ReasonPage } from "#app/routes/reason-page.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "proposals.invitations.withdraw");

/** The invitation of the address, if it is this edition's. */
function invitationOf(ctx: Ctx, params: LoaderFunctionArgs["params"]) {
  const { id: editionId } = organisedEdition(ctx, params);
  const id = parseId("entryInvitation", params.invitationId);
  if (!id) throw notFound("proposals.invitationUnknown");
  return getInvitation(ctx, { id, editionId });
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const { agencyName, reference, editionId } = invitationOf(ctx, params);
    return { agencyName, reference, back: editionPath({ id: editionId }, "invitations") };
  });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const { id, editionId } = invitationOf(ctx, params);
    withdrawInvitation(ctx, { invitationId: id, ...parseForm(form, withdrawalInput) });
    return redirectWithToast(editionPath({ id: editionId }, "invitations"), translators[ctx.locale]("proposals.invitations.withdrawn"));
  });
}

export default function InvitationWithdrawal() {
  const t = useTranslate();
  const { agencyName, reference, back } = useLoaderData<typeof loader>();
  const words = {
    title: t("proposals.invitations.withdrawTitle", { agency: agencyName }),
    lead: t("proposals.invitations.withdrawText"),
    meta: reference,
    reason: t("proposals.invitations.reason"),
    hint: t("proposals.invitations.reasonHint"),
    submit: t("proposals.invitations.withdraw"),
  };
  return <ReasonPage id="invitation-withdrawal" words={words} back={{ to: back, label: t("proposals.invitations.title") }} subject={agencyName} />;
}
