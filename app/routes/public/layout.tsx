import { type LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData, useLocation, useMatches } from "@remix-run/react";
import { LogIn } from "lucide-react";
import type { ReactNode } from "react";
import { LinkButton } from "#app/components/button.tsx";
import { LanguageSwitch } from "#app/components/language-switch.tsx";
import { PublicShell } from "#app/components/public-shell.tsx";
import { ThemeSwitch } from "#app/components/theme-switch.tsx";
import { listPublicEditions } from "#app/features/competitions/queries.server.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";
import { publicCtx } from "#app/request.server.ts";
import { useRoot } from "#app/root.tsx";
import type { EditionFrame } from "#app/routes/edition-frame.ts";
import { RefusalBody } from "#app/routes/refusal-page.tsx";
import { Above, NoticeBell } from "#app/routes/work-frame.tsx";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const ctx = await publicCtx(request, context);
  // The call that matters to a visitor: a real edition before a rehearsal, the newest first.
  const editions = listPublicEditions(ctx);
  const current = editions.find((edition) => !edition.rehearsal) ?? editions[0];
  return { current: current ? { slug: current.slug, name: inLocale(ctx.locale, current.definition.name) } : null };
}

export default function PublicLayout() {
  const { current } = useLoaderData<typeof loader>();
  return (
    <SiteFrame current={current}>
      <Outlet />
    </SiteFrame>
  );
}

export function ErrorBoundary() {
  return (
    <SiteFrame current={null}>
      <RefusalBody />
    </SiteFrame>
  );
}

type Current = { slug: string; name: string } | null;

/** The site of the public. A page that shows one edition gives its frame as `edition` of its data. */
function SiteFrame({ current, children }: { current: Current; children: ReactNode }) {
  const t = useTranslate();
  const matches = useMatches();
  const page = matches.at(-1);
  const edition = (page?.data as { edition?: EditionFrame } | undefined)?.edition;
  const nav = [
    { to: "/", label: t("common.nav.home") },
    ...(current ? [{ to: `/editions/${current.slug}`, label: t("common.nav.edition"), end: true }] : []),
    ...(current ? [{ to: `/editions/${current.slug}/results`, label: t("common.nav.results") }] : []),
    { to: "/archive", label: t("common.nav.archive") },
    { to: "/verify", label: t("common.nav.verify") },
  ];
  return (
    <PublicShell
      words={{
        product: t("common.product"),
        skip: t("common.skip"),
        nav: t("common.menu"),
        menu: t("common.menu"),
        footerNav: t("common.sections"),
      }}
      nav={nav}
      width={page?.id === "routes/public/home" ? "full" : "wrap"}
      end={<HeadEnd />}
      above={<Above edition={edition && "stages" in edition ? edition : null} />}
      footer={{ about: t("common.tagline"), links: [...nav, { to: "/audit", label: t("audit.public.nav") }], note: t("common.footer.note"), end: <FootEnd /> }}
    >
      {children}
    </PublicShell>
  );
}

function HeadEnd() {
  const t = useTranslate();
  const root = useRoot();
  const { pathname, search } = useLocation();
  const other = t.locale === "id" ? "en" : "id";
  return (
    <>
      <LanguageSwitch
        action="/language"
        other={{ locale: other, name: t("common.otherLanguage") }}
        returnTo={pathname + search}
      />
      {root?.person ? (
        <>
          <NoticeBell />
          <LinkButton to="/home">{t("accounts.home.title")}</LinkButton>
        </>
      ) : (
        <LinkButton to="/sign-in" icon={LogIn}>
          {t("accounts.signIn.title")}
        </LinkButton>
      )}
    </>
  );
}

function FootEnd() {
  const t = useTranslate();
  const root = useRoot();
  const { pathname, search } = useLocation();
  return (
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
  );
}
