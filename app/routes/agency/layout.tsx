import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, Outlet, useLoaderData, useRouteLoaderData } from "@remix-run/react";
import { CalendarDays, FileText, Network, Users } from "lucide-react";
import { Icon } from "#app/components/icon.tsx";
import { Stack } from "#app/components/panel.tsx";
import { isAgencyAdmin } from "#app/features/agencies/policy.ts";
import { findAgency, listMemberships } from "#app/features/agencies/queries.server.ts";
import { HelpContact } from "#app/features/competitions/components/help-contact.tsx";
import { getEdition, listPublicEditions } from "#app/features/competitions/queries.server.ts";
import type { Edition } from "#app/features/competitions/types.ts";
import { ExtensionNotices } from "#app/features/proposals/components/extension-notices.tsx";
import { listRunning } from "#app/features/proposals/extensions/queries.server.ts";
import { findProposalScope } from "#app/features/proposals/queries.server.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { Id } from "#app/lib/ids.ts";
import { parseId } from "#app/lib/ids.ts";
import { inLocale } from "#app/lib/words.ts";
import { requireCtx, type SignedInCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { editionFrame } from "#app/routes/edition-frame.ts";
import { RefusalBody } from "#app/routes/refusal-page.tsx";
import { revalidateWhileOnline } from "#app/routes/while-online.ts";
import { WorkFrame } from "#app/routes/work-frame.tsx";

/**
 * The agency's side: which agency, as what, where its edition stands, whom to ask, and extra time it was given. Each page refuses
 * for itself who may not see it.
 */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const proposalId = parseId("proposal", params.proposalId);
    const scope = proposalId ? findProposalScope(ctx, proposalId) : undefined;
    const agencyId = scope?.agencyId ?? parseId("agency", params.agencyId);
    const member = agencyId ? listMemberships(ctx, ctx.actor.userId).find((one) => one.agencyId === agencyId) : undefined;
    const edition = member ? editionOf(ctx, scope?.editionId) : undefined;
    return {
      member: member && agencyId ? { agencyId, name: member.name, role: member.role, unit: member.unit, isAdmin: isAgencyAdmin(ctx.actor, agencyId) } : null,
      edition: edition ? editionFrame(edition) : null,
      help: helpOf(ctx, edition),
      extensions: member && agencyId && edition ? runningIn(ctx, { editionId: edition.id, agencyId }) : null,
    };
  });
}

export const shouldRevalidate = revalidateWhileOnline;

/** Without a proposal in the address: the edition that is open now. */
const editionOf = (ctx: SignedInCtx, editionId: Id<"edition"> | undefined): Edition | undefined =>
  editionId ? getEdition(ctx, editionId) : listPublicEditions(ctx).find((edition) => edition.status === "open");

/** Whoever stands before a closed door may ask as well: the edition that is open now. */
function helpOf(ctx: SignedInCtx, edition: Edition | undefined) {
  const asked = edition ?? editionOf(ctx, undefined);
  return asked ? { help: asked.definition.help, name: asked.definition.name } : null;
}

function runningIn(ctx: SignedInCtx, at: { editionId: Id<"edition">; agencyId: Id<"agency"> }) {
  return { running: listRunning(ctx, at), zone: findAgency(ctx, at.agencyId)?.zone ?? "Asia/Jakarta" };
}

export default function AgencyLayout() {
  const t = useTranslate();
  const { member, edition, extensions } = useLoaderData<typeof loader>();
  const seat = member ? [t(`agencies.roles.${member.role}`), member.unit].filter(Boolean).join(", ") : "";
  return (
    <WorkFrame density="medium" place={member?.name} seat={seat} edition={edition}>
      {member && <Doors agencyId={member.agencyId} isAdmin={member.isAdmin} />}
      {extensions && extensions.running.length > 0 && (
        <div className="noprint">
          <Stack>
            <ExtensionNotices extensions={extensions.running} zone={extensions.zone} />
          </Stack>
        </div>
      )}
      <Outlet />
      <Help />
    </WorkFrame>
  );
}

/** The places of an agency, above every page of it. */
function Doors({ agencyId, isAdmin }: { agencyId: string; isAdmin: boolean }) {
  const t = useTranslate();
  const base = `/agencies/${agencyId}`;
  return (
    <nav className="agency-doors noprint" aria-label={t("communications.doors.label")}>
      <Link to={base}>
        <Icon of={FileText} /> {t("communications.doors.proposals")}
      </Link>
      <Link to={`${base}/calendar`}>
        <Icon of={CalendarDays} /> {t("communications.calendar.title")}
      </Link>
      {isAdmin && (
        <>
          <Link to={`${base}/members`}>
            <Icon of={Users} /> {t("communications.doors.members")}
          </Link>
          <Link to={`${base}/units`}>
            <Icon of={Network} /> {t("registry.units")}
          </Link>
        </>
      )}
    </nav>
  );
}

/** Read from the route, so that it stands under a refusal as well. */
function Help() {
  const t = useTranslate();
  const data = useRouteLoaderData<typeof loader>("routes/agency/layout");
  return data?.help ? <HelpContact help={data.help.help} edition={inLocale(t.locale, data.help.name)} /> : null;
}

export function ErrorBoundary() {
  return (
    <WorkFrame density="medium" seat="" place={null}>
      <RefusalBody />
      <Help />
    </WorkFrame>
  );
}
