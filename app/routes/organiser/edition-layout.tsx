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
import { hasSeat } from "#app/features/competitions/policy.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { mayWatch } from "#app/features/proposals/figures/policy.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { Translate } from "#app/i18n/translator.ts";
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
    return { edition: editionFrame(getEdition(ctx, editionId)), seats, watches: mayWatch(ctx.actor, editionId) };
  });
}

export default function EditionLayout() {
  const t = useTranslate();
  const { edition, seats, watches } = useLoaderData<typeof loader>();
  const seat = seats.map((role) => t(`competitions.roles.${role}`)).join(", ");
  const items = sideItems(t, `/organiser/editions/${edition.id}`, { organises: seats.includes("organiser"), watches });
  return (
    <WorkFrame density="dense" seat={seat} edition={edition} side={{ label: t("common.sections"), items }}>
      <Outlet />
    </WorkFrame>
  );
}

function sideItems(t: Translate, base: string, { organises, watches }: { organises: boolean; watches: boolean }): SideItem[] {
  const rooms: (SideItem & { all?: boolean; watch?: boolean })[] = [
    { to: base, label: t("common.nav.overview"), icon: LayoutDashboard, end: true, all: true },
    { to: `${base}/control-room`, label: t("common.nav.controlRoom"), icon: Activity, watch: true },
    { to: `${base}/rules`, label: t("common.nav.rules"), icon: SlidersHorizontal, all: true },
    { to: `${base}/seats`, label: t("common.nav.seats"), icon: Users },
    { to: `${base}/agencies`, label: t("common.nav.agencies"), icon: Building2 },
    { to: `${base}/entries`, label: t("common.nav.entries"), icon: FileText },
    { to: `${base}/invitations`, label: t("common.nav.invitations"), icon: MailPlus },
    { to: `${base}/screening`, label: t("common.nav.screening"), icon: ListChecks },
    { to: `${base}/similarity`, label: t("similarity.list.title"), icon: Files },
    { to: `${base}/conflicts`, label: t("common.nav.conflicts"), icon: ShieldAlert },
    { to: `${base}/assignment`, label: t("common.nav.assignment"), icon: Share2 },
    { to: `${base}/scoring`, label: t("common.nav.scoring"), icon: Scale, all: true },
    { to: `${base}/lists`, label: t("common.nav.lists"), icon: ChartColumn, all: true },
    { to: `${base}/interviews`, label: t("common.nav.interviews"), icon: CalendarDays, all: true },
    { to: `${base}/objections`, label: t("common.nav.objections"), icon: Gavel },
    { to: `${base}/certificates`, label: t("common.nav.certificates"), icon: Award, all: true },
    { to: `${base}/announcements`, label: t("common.nav.announcements"), icon: Megaphone },
    { to: `${base}/extensions`, label: t("common.nav.extensions"), icon: CalendarPlus },
    { to: `${base}/outbox`, label: t("common.nav.outbox"), icon: Mail },
    { to: `${base}/audit`, label: t("common.nav.audit"), icon: History },
  ];
  return rooms.filter((room) => organises || room.all || (watches && room.watch)).map(({ all: _all, watch: _watch, ...room }) => room);
}

export function ErrorBoundary() {
  return (
    <WorkFrame density="medium" seat="" place={null}>
      <RefusalBody />
    </WorkFrame>
  );
}
