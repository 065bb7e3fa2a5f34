import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { type Params, useLoaderData } from "@remix-run/react";
import { calledProposal } from "#app/features/proposals/components/called-proposal.ts";
import { revocationInput } from "#app/features/proposals/extensions/inputs.ts";
import { revokeExtension } from "#app/features/proposals/extensions/operations.server.ts";
import { getExtensionRow } from "#app/features/proposals/extensions/queries.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { formatDeadline } from "#app/i18n/format.ts";
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

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "communications.extensions.revoke");

function extensionOf(ctx: Ctx, params: Params) {
  const edition = organisedEdition(ctx, params);
  const id = parseId("extension", params.extensionId);
  if (!id) throw notFound("proposals.extensionUnknown");
  return { extension: getExtensionRow(ctx, { editionId: edition.id, id }), zone: edition.definition.zone, back: editionPath(edition, "extensions") };
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => extensionOf(ctx, params));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const { extension, back } = extensionOf(ctx, params);
    revokeExtension(ctx, { extensionId: extension.id, ...parseForm(form, revocationInput) });
    return redirectWithToast(back, translators[ctx.locale]("communications.extensions.revoked"));
  });
}

export default function ExtensionRevocation() {
  const t = useTranslate();
  const { extension, zone, back } = useLoaderData<typeof loader>();
  const subject = extension.proposal ? calledProposal(t, extension.proposal, zone) : extension.agency;
  return (
    <ReasonPage
      id="revocation"
      words={{
        title: t("communications.extensions.revoke"),
        lead: t("communications.extensions.revokeLead"),
        meta: `${subject}. ${formatDeadline(t.locale, extension.closesAt, zone)}`,
        reason: t("communications.extensions.reason"),
        hint: t("communications.extensions.reasonHint"),
        submit: t("communications.extensions.revoke"),
      }}
      back={{ to: back, label: t("communications.extensions.title") }}
      subject={subject}
    />
  );
}
