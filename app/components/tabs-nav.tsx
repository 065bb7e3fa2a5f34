import { Link, NavLink, useLocation } from "@remix-run/react";
import { type ReactNode, useEffect, useRef } from "react";

/** `current` decides where given (tabs by parameter); otherwise the address does. `end`: only the exact address. */
export type Tab = { to: string; label: ReactNode; count?: ReactNode; current?: boolean; end?: boolean };

/** Parts of one thing, each with its own address. */
export function TabsNav({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  const box = useCurrentInView();
  return (
    <nav ref={box} className="tabs" aria-label={label}>
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

/** Where they do not all fit, the current one is moved into view; the page itself does not move. */
function useCurrentInView() {
  const box = useRef<HTMLElement>(null);
  const { pathname, search } = useLocation();
  useEffect(() => {
    const current = box.current?.querySelector<HTMLElement>("[aria-current]");
    if (box.current && current) box.current.scrollLeft = current.offsetLeft + current.offsetWidth / 2 - box.current.clientWidth / 2;
  }, [pathname, search]);
  return box;
}

function TabWords({ tab }: { tab: Tab }) {
  return (
    <>
      {tab.label}
      {tab.count !== undefined && <span className="tabs__count">{tab.count}</span>}
    </>
  );
}
