import { NavLink, useLocation } from "@remix-run/react";
import { Menu as MenuIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Brand } from "#app/components/brand.tsx";
import { Icon } from "#app/components/icon.tsx";
import { KawungField, KawungStrip } from "#app/components/kawung-strip.tsx";
import { mainId, SkipLink } from "#app/components/skip-link.tsx";

export type NavItem = { to: string; label: string; end?: boolean };

type PublicShellProps = {
  words: { product: string; skip: string; nav: string; menu: string; footerNav: string };
  home?: string;
  nav: readonly NavItem[];
  /** Right end of the head: language switch, "Masuk". Comes into the menu where it is narrow. */
  end?: ReactNode;
  /** The dark band below the head, front page only. */
  band?: ReactNode;
  /** Above everything: the rehearsal mark, the demo notice. */
  above?: ReactNode;
  footer: { about: ReactNode; links: readonly NavItem[]; note?: ReactNode; end?: ReactNode };
  /** `full`: sections bring their own wrap and grounds. */
  width?: "wrap" | "full";
  children: ReactNode;
};

/** The shell for citizens: airy, readable, with the timeline on the front page and the kawung strip at the foot. */
export function PublicShell({ words, home = "/", nav, end, band, above, footer, width = "wrap", children }: PublicShellProps) {
  const { key } = useLocation();
  return (
    <div className="shell shell--public">
      <SkipLink>{words.skip}</SkipLink>
      <header className="pubhead">
        {above}
        <div className="wrap pubhead__in">
          <Brand name={words.product} to={home} />
          <nav className="pubnav" aria-label={words.nav}>
            <NavList items={nav} />
          </nav>
          <div className="pubhead__end">{end}</div>
          {/* A new page is a new, closed menu. */}
          <details className="pubmenu" key={key}>
            <summary className="btn btn--secondary">
              <Icon of={MenuIcon} />
              {words.menu}
            </summary>
            <nav className="pubmenu__pop" aria-label={words.nav}>
              <NavList items={nav} />
              {end && <div className="pubmenu__end">{end}</div>}
            </nav>
          </details>
        </div>
      </header>
      <main id={mainId} tabIndex={-1} className={width === "wrap" ? "wrap shell__main" : "shell__main"}>
        {band && <Band>{band}</Band>}
        {children}
      </main>
      <footer className="foot">
        <KawungStrip />
        <div className="wrap foot__in">
          <div>
            <Brand name={words.product} to={home} size={28} />
            <p className="foot__about">{footer.about}</p>
            {footer.end}
          </div>
          <nav className="foot__nav" aria-label={words.footerNav}>
            <NavList items={footer.links} />
          </nav>
          {footer.note && <p className="foot__note">{footer.note}</p>}
        </div>
      </footer>
    </div>
  );
}

function NavList({ items }: { items: readonly NavItem[] }) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item.to}>
          <NavLink to={item.to} end={item.end ?? item.to === "/"}>
            {item.label}
          </NavLink>
        </li>
      ))}
    </ul>
  );
}

/** The one dark band of the site, at the top of the front page inside a shell of full width. */
export function Band({ children }: { children: ReactNode }) {
  return (
    <div className="band">
      <KawungField />
      <div className="wrap">{children}</div>
    </div>
  );
}

/** What stands in the band: the one display heading, its lead, actions, and a companion such as the deadline. */
export function BandHero({ title, lead, note, actions, aside, children }: BandHeroProps) {
  return (
    <>
      <div className="band__grid">
        <div>
          <h1>{title}</h1>
          {lead && <p className="band__lead">{lead}</p>}
          {note && <p className="band__note">{note}</p>}
          {actions && <div className="btn-row">{actions}</div>}
        </div>
        {aside}
      </div>
      {children && <div className="band__below">{children}</div>}
    </>
  );
}

type BandHeroProps = {
  title: ReactNode;
  lead?: ReactNode;
  note?: ReactNode;
  actions?: ReactNode;
  aside?: ReactNode;
  /** Below, over the full width: the timeline. */
  children?: ReactNode;
};
