import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import {
  Activity,
  Award,
  Building2,
  CalendarDays,
  CalendarPlus,
  ChartColumn,
  Files,
  FileText,
  Gavel,
  History,
  LayoutDashboard,
  ListChecks,
  MailPlus,
  Mail,
  Megaphone,
  Scale,
  Share2,
  ShieldAlert,
  SlidersHorizontal,
  Users,
} from "lucide-react";
import type { SideItem } from "#app/components/work-shell.tsx";
import { isSystemAuditor } from "#app/features/accounts/policy.ts";
import { mayReadAssignments } from "#app/features/assignment/policy.ts";
import { hasSeat, mayOrganise, mayReadAudit } from "#app/features/competitions/policy.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import type { EditionId } from "#app/features/competitions/types.ts";
import { mayReadConflicts } from "#app/features/conflicts/policy.ts";
import { mayReadObjections } from "#app/features/objections/policy.ts";
import { mayWatch } from "#app/features/proposals/figures/policy.ts";
import { mayListEntries } from "#app/features/proposals/policy.ts";
import { mayReadScreening } from "#app/features/screening/policy.ts";
import { mayReadSimilarity } from "#app/features/screening/similarity/policy.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { Translate } from "#app/i18n/translator.ts";
import type { Actor } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import { parseId } from "#app/lib/ids.ts";
import { requireCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { editionFrame } from "#app/routes/edition-frame.ts";
import { RefusalBody } from "#app/routes/refusal-page.tsx";
import { WorkFrame } from "#app/routes/work-frame.tsx";

/** Seats that work in the office of an edition. */
const office = ["organiser", "chair", "signatory", "observer", "auditor"] as const;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const editionId = parseId("edition", params.editionId);
    if (!editionId || !(hasSeat(ctx.actor, editionId, ...office) || isSystemAuditor(ctx.actor))) throw notFound("competitions.editionUnknown");
    const held = ctx.actor.grants.filter((grant) => grant.scope === "edition" && grant.scopeId === editionId);
    const seats = office.filter((role) => held.some((grant) => grant.role === role));
    return { edition: editionFrame(getEdition(ctx, editionId)), seats, opens: roomsOf(ctx.actor, editionId) };
  });
}

export default function EditionLayout() {
  const t = useTranslate();
  const { edition, seats, opens } = useLoaderData<typeof loader>();
  const seat = seats.map((role) => t(`competitions.roles.${role}`)).join(", ");
  const items = sideItems(t, `/organiser/editions/${edition.id}`, opens);
  return (
    <WorkFrame density="dense" seat={seat} edition={edition} side={{ label: t("common.sections"), items }}>
      <Outlet />
    </WorkFrame>
  );
}

/** Pages of the office that not every seat opens, each with the rule of its room. */
const rooms = {
  "control-room": mayWatch,
  seats: mayOrganise,
  agencies: mayOrganise,
  entries: mayListEntries,
  invitations: mayOrganise,
  screening: mayReadScreening,
  similarity: mayReadSimilarity,
  conflicts: mayReadConflicts,
  assignment: mayReadAssignments,
  objections: mayReadObjections,
  announcements: mayOrganise,
  extensions: mayOrganise,
  outbox: mayOrganise,
  audit: mayReadAudit,
} satisfies Record<string, (actor: Actor | null, editionId: EditionId) => boolean>;

type Room = keyof typeof rooms;

const roomsOf = (actor: Actor, editionId: EditionId): Room[] => (Object.keys(rooms) as Room[]).filter((room) => rooms[room](actor, editionId));

/** What the reader may open, in the order of a competition; nothing that would answer with a refusal. */
function sideItems(t: Translate, base: string, opens: readonly Room[]): SideItem[] {
  const item = (room: Room, label: string, icon: SideItem["icon"]): SideItem[] => (opens.includes(room) ? [{ to: `${base}/${room}`, label, icon }] : []);
  return [
    { to: base, label: t("common.nav.overview"), icon: LayoutDashboard, end: true },
    ...item("control-room", t("common.nav.controlRoom"), Activity),
    { to: `${base}/rules`, label: t("common.nav.rules"), icon: SlidersHorizontal },
    ...item("seats", t("common.nav.seats"), Users),
    ...item("agencies", t("common.nav.agencies"), Building2),
    ...item("entries", t("common.nav.entries"), FileText),
    ...item("invitations", t("common.nav.invitations"), MailPlus),
    ...item("screening", t("common.nav.screening"), ListChecks),
    ...item("similarity", t("similarity.list.title"), Files),
    ...item("conflicts", t("common.nav.conflicts"), ShieldAlert),
    ...item("assignment", t("common.nav.assignment"), Share2),
    { to: `${base}/scoring`, label: t("common.nav.scoring"), icon: Scale },
    { to: `${base}/lists`, label: t("common.nav.lists"), icon: ChartColumn },
    { to: `${base}/interviews`, label: t("common.nav.interviews"), icon: CalendarDays },
    ...item("objections", t("common.nav.objections"), Gavel),
    { to: `${base}/certificates`, label: t("common.nav.certificates"), icon: Award },
    ...item("announcements", t("common.nav.announcements"), Megaphone),
    ...item("extensions", t("common.nav.extensions"), CalendarPlus),
    ...item("outbox", t("common.nav.outbox"), Mail),
    ...item("audit", t("common.nav.audit"), History),
  ];
}

export function ErrorBoundary() {
  return (
    <WorkFrame density="medium" seat="" place={null}>
      <RefusalBody />
    </WorkFrame>
  );
}
