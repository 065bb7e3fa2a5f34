import { NavLink, useLocation } from "@remix-run/react";
import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { Brand } from "#app/components/brand.tsx";
import { Icon, type IconOf } from "#app/components/icon.tsx";
import { mainId, SkipLink } from "#app/components/skip-link.tsx";

export type SideItem = { to: string; label: string; icon?: IconOf; count?: ReactNode; end?: boolean };

type WorkShellProps = {
  words: { product: string; skip: string };
  home: string;
  /** `medium` for agencies, `reading` for assessors (full width, panes), `dense` for the organiser. */
  density: "medium" | "reading" | "dense";
  /** The edition or the agency one works in. */
  context?: ReactNode;
  /** Who one is here: the seat first, then the body behind it. No pictures, no initials. */
  person?: { seat: ReactNode; body?: ReactNode; chair?: boolean };
  /** Right end of the head: bell, menu. */
  end?: ReactNode;
  /** A TimelineStrip. */
  strip?: ReactNode;
  /** A second, working line: queue and progress. */
  bar?: ReactNode;
  above?: ReactNode;
  side?: { label: string; items: readonly SideItem[] };
  children: ReactNode;
};

/** The shell for those who work: who and where one is, which stage it is, and the task. */
export function WorkShell(props: WorkShellProps) {
  const { words, home, density, strip, bar, above, side, children } = props;
  return (
    <div className={`shell shell--work shell--${density}`}>
      <SkipLink>{words.skip}</SkipLink>
      <header className="apphead">
        {above}
        <AppHead {...props} product={words.product} home={home} />
        {strip && <div className="apphead__strip">{strip}</div>}
        {bar && <div className="apphead__bar">{bar}</div>}
      </header>
      <div className={side ? "frame frame--side" : "frame"}>
        {side && <SideNav {...side} />}
        <main id={mainId} tabIndex={-1} className="frame__main">
          {children}
        </main>
      </div>
    </div>
  );
}

function AppHead({ product, home, context, person, end }: Pick<WorkShellProps, "home" | "context" | "person" | "end"> & { product: string }) {
  return (
    <div className="apphead__in">
      <Brand name={product} to={home} size={26} />
      {context && <p className="apphead__context">{context}</p>}
      <div className="apphead__end">
        {person && (
          <span className="person" data-chair={person.chair || undefined}>
            <b>{person.seat}</b>
            {person.body && <span>{person.body}</span>}
          </span>
        )}
        {end}
      </div>
    </div>
  );
}

/** A column of links; a disclosure above the page where it is narrow, both without JavaScript. */
function SideNav({ label, items }: { label: string; items: readonly SideItem[] }) {
  const { key } = useLocation();
  return (
    <>
      <nav className="side" aria-label={label}>
        <SideLinks items={items} />
      </nav>
      <details className="side-fold" key={key}>
        <summary>
          {label}
          <Icon of={ChevronDown} />
        </summary>
        <nav aria-label={label}>
          <SideLinks items={items} />
        </nav>
      </details>
    </>
  );
}

function SideLinks({ items }: { items: readonly SideItem[] }) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item.to}>
          <NavLink to={item.to} end={item.end}>
            {item.icon && <Icon of={item.icon} />}
            <span>{item.label}</span>
            {item.count !== undefined && <span className="side__count">{item.count}</span>}
          </NavLink>
        </li>
      ))}
    </ul>
  );
}

/** A task with what surrounds it: sections at the left, paper in the middle, companion at the right. */
export function TaskLayout({ sections, aside, children }: { sections?: ReactNode; aside?: ReactNode; children: ReactNode }) {
  const shape = [sections && "sections", aside && "aside"].filter(Boolean).join("-") || "paper";
  return (
    <div className="task" data-shape={shape}>
      {sections && <div className="task__sections">{sections}</div>}
      <div className="task__main">{children}</div>
      {aside && <div className="task__aside">{aside}</div>}
    </div>
  );
}

/** The white sheet one writes on. */
export function Paper({ bar, title, lead, children }: { bar?: ReactNode; title?: ReactNode; lead?: ReactNode; children: ReactNode }) {
  return (
    <div className="paper">
      {bar && <div className="paper__bar">{bar}</div>}
      {title && (
        <div className="paper__head">
          <h2>{title}</h2>
          {lead && <p className="field__hint">{lead}</p>}
        </div>
      )}
      {children}
    </div>
  );
}
