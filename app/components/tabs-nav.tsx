import { Link, NavLink } from "@remix-run/react";
import type { ReactNode } from "react";

/** `current` decides where given (tabs by parameter); otherwise the address does. `end`: only the exact address. */
export type Tab = { to: string; label: ReactNode; count?: ReactNode; current?: boolean; end?: boolean };

/** Parts of one thing, each with its own address. */
export function TabsNav({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.to}>
            {tab.current === undefined ? (
              <NavLink to={tab.to} end={tab.end} preventScrollReset>
                <TabWords tab={tab} />
              </NavLink>
            ) : (
              <Link to={tab.to} aria-current={tab.current ? "page" : undefined} preventScrollReset>
                <TabWords tab={tab} />
              </Link>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

function TabWords({ tab }: { tab: Tab }) {
  return (
    <>
      {tab.label}
      {tab.count !== undefined && <span className="tabs__count">{tab.count}</span>}
    </>
  );
}
