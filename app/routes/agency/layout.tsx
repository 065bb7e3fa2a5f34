import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { listMemberships } from "#app/features/agencies/queries.server.ts";
import { getEdition, listPublicEditions } from "#app/features/competitions/queries.server.ts";
import { findProposalScope } from "#app/features/proposals/queries.server.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { parseId } from "#app/lib/ids.ts";
import { requireCtx, type SignedInCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { editionFrame } from "#app/routes/edition-frame.ts";
import { RefusalBody } from "#app/routes/refusal-page.tsx";
import { revalidateWhileOnline } from "#app/routes/while-online.ts";
import { WorkFrame } from "#app/routes/work-frame.tsx";

/** The agency's side: which agency, as what, and where its edition stands. Each page refuses for itself who may not see it. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const proposalId = parseId("proposal", params.proposalId);
    const scope = proposalId ? findProposalScope(ctx, proposalId) : undefined;
    const agencyId = scope?.agencyId ?? parseId("agency", params.agencyId);
    const member = agencyId ? listMemberships(ctx, ctx.actor.userId).find((one) => one.agencyId === agencyId) : undefined;
    const edition = member ? frameOf(ctx, scope?.editionId) : null;
    return { member: member ? { name: member.name, role: member.role, unit: member.unit } : null, edition };
  });
}

export const shouldRevalidate = revalidateWhileOnline;

function frameOf(ctx: SignedInCtx, editionId: Parameters<typeof getEdition>[1] | undefined) {
  const edition = editionId ? getEdition(ctx, editionId) : currentEdition(ctx);
  return edition ? editionFrame(edition) : null;
}

/** Without a proposal in the address: the edition that is open now. */
const currentEdition = (ctx: SignedInCtx) => listPublicEditions(ctx).find((edition) => edition.status === "open");

export default function AgencyLayout() {
  const t = useTranslate();
  const { member, edition } = useLoaderData<typeof loader>();
  const seat = member ? [t(`agencies.roles.${member.role}`), member.unit].filter(Boolean).join(", ") : "";
  return (
    <WorkFrame density="medium" place={member?.name} seat={seat} edition={edition}>
      <Outlet />
    </WorkFrame>
  );
}

export function ErrorBoundary() {
  return (
    <WorkFrame density="medium" seat="" place={null}>
      <RefusalBody />
    </WorkFrame>
  );
}
