import { Link, useLocation } from "@remix-run/react";
import { Bell, CircleUser, House, Languages, LogOut, Mail } from "lucide-react";
import { type ReactNode, useEffect } from "react";
import { forgetAllDrafts } from "#app/components/kept-drafts.ts";
import { Icon } from "#app/components/icon.tsx";
import { Menu, type MenuItem } from "#app/components/menu.tsx";
import { RehearsalData, RehearsalMark } from "#app/components/rehearsal-mark.tsx";
import { ThemeSwitch } from "#app/components/theme-switch.tsx";
import { TimelineStrip } from "#app/components/timeline.tsx";
import { type SideItem, WorkShell } from "#app/components/work-shell.tsx";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";
import { useRoot } from "#app/root.tsx";
import { DemoBar } from "#app/routes/demo-bar.tsx";
import { type EditionFrame, stripWords } from "#app/routes/edition-frame.ts";

type WorkFrameProps = {
  density: "medium" | "reading" | "dense";
  /** The agency one works for; the edition's name otherwise. */
  place?: ReactNode;
  /** What one is here: "Penilai", "Admin lokal". */
  seat: ReactNode;
  edition?: EditionFrame | null;
  side?: { label: string; items: readonly SideItem[] };
  children: ReactNode;
};

/** The shell of everybody who works, filled with who is signed in, where, and where the edition stands. */
export function WorkFrame({ density, place, seat, edition, side, children }: WorkFrameProps) {
  const t = useTranslate();
  const root = useRoot();
  useForgetting();
  const name = edition && inLocale(t.locale, edition.name);
  const context = place ?? (
    <>
      {name} {edition?.rehearsal && <RehearsalData>{t("common.rehearsalData")}</RehearsalData>}
    </>
  );
  return (
    <WorkShell
      words={{ product: t("common.product"), skip: t("common.skip") }}
      home="/home"
      density={density}
      context={context}
      person={{ seat: root?.person?.name ?? "", body: seat }}
      end={
        <>
          <NoticeBell />
          <AccountMenu />
        </>
      }
      strip={edition && edition.stages.length > 0 ? <EditionStrip edition={edition} now={root?.now ?? 0} /> : undefined}
      above={<Above edition={edition} />}
      side={side}
    >
      {children}
    </WorkShell>
  );
}

/** Whoever signs out leaves nothing typed on this device, also where the browser knows no better way (no secure connection). */
function useForgetting(): void {
  useEffect(() => {
    const forget = ({ target }: SubmitEvent) => {
      if (target instanceof HTMLFormElement && target.action.endsWith("/sign-out")) forgetAllDrafts(localStorage);
    };
    document.addEventListener("submit", forget, true);
    return () => document.removeEventListener("submit", forget, true);
  }, []);
}

/** What lies over every page: the rehearsal's mark, the demo's clock. */
export function Above({ edition }: { edition?: EditionFrame | null }) {
  const t = useTranslate();
  return (
    <>
      <DemoBar />
      {edition?.rehearsal && <RehearsalMark word={t("common.rehearsal")} note={t("common.rehearsalNote")} />}
    </>
  );
}

export function EditionStrip({ edition, now }: { edition: EditionFrame; now: number }) {
  const t = useTranslate();
  const words = stripWords(t, edition, now);
  return (
    <TimelineStrip
      stages={edition.stages}
      now={now}
      position={(index, count) => t("common.timeline.position", { index, count })}
      current={
        <>
          <b>{words.name}</b> {words.time}
        </>
      }
      next={words.next}
    />
  );
}

/** Leads to one's notices; says how many are unread, in words and as a figure. */
export function NoticeBell() {
  const t = useTranslate();
  const root = useRoot();
  if (!root?.person) return null;
  const count = formatNumber(t.locale, root.unread);
  return (
    <Link className="btn btn--quiet btn--dense" to="/notices" aria-label={t("communications.notices.bell", { count })}>
      <Icon of={Bell} />
      {root.unread > 0 && <span aria-hidden="true">{count}</span>}
    </Link>
  );
}

function AccountMenu() {
  const t = useTranslate();
  const root = useRoot();
  const { pathname, search } = useLocation();
  const other = t.locale === "id" ? "en" : "id";
  const items: MenuItem[] = [
    { key: "home", to: "/home", icon: House, label: t("accounts.home.title") },
    { key: "profile", to: "/profile", icon: CircleUser, label: t("accounts.profile.title") },
    ...(root?.demo ? [{ key: "mail", to: "/demo/mailbox", icon: Mail, label: t("common.demo.mailbox") }] : []),
    {
      key: "language",
      action: "/language",
      fields: { locale: other, returnTo: pathname + search },
      icon: Languages,
      label: <span lang={other}>{t("common.otherLanguage")}</span>,
    },
    { key: "out", action: "/sign-out", icon: LogOut, label: t("accounts.signOut") },
  ];
  return (
    <Menu trigger={{ variant: "quiet", children: t("common.menu") }} items={items}>
      <ThemeSwitch
        action="/theme"
        current={root?.theme ?? "system"}
        words={{
          label: t("common.theme.label"),
          light: t("common.theme.light"),
          dark: t("common.theme.dark"),
          system: t("common.theme.system"),
        }}
        returnTo={pathname + search}
      />
    </Menu>
  );
}
