import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

export type Crumb = { label: ReactNode; to?: string };

type PageHeaderProps = {
  title: ReactNode;
  crumbs?: readonly Crumb[];
  /** Spoken name of the crumbs: "Remah roti". */
  crumbsLabel?: string;
  /** One quiet line: number, group, when it was refreshed. */
  meta?: ReactNode;
  /** One or two sentences, public pages. */
  lead?: ReactNode;
  actions?: ReactNode;
  /** Stands right of the title: a position, a picker. */
  aside?: ReactNode;
};

/** Crumbs, the one h1, a line of facts, the actions. Its size follows the shell it stands in. */
export function PageHeader({ title, crumbs = [], crumbsLabel, meta, lead, actions, aside }: PageHeaderProps) {
  return (
    <div className="pagehead">
      <div className="pagehead__main">
        {crumbs.length > 0 && <Crumbs label={crumbsLabel ?? ""} crumbs={crumbs} />}
        <div className="pagehead__row">
          <div className="pagehead__text">
            <h1>{title}</h1>
            {meta && <p className="pagehead__meta">{meta}</p>}
          </div>
          {actions && <div className="btn-row">{actions}</div>}
        </div>
        {lead && <p className="lead">{lead}</p>}
      </div>
      {aside && <div className="pagehead__aside">{aside}</div>}
    </div>
  );
}

export function Crumbs({ label, crumbs }: { label: string; crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label={label}>
      <ol className="crumbs">
        {crumbs.map((crumb, index) => (
          <li key={index} aria-current={crumb.to === undefined && index === crumbs.length - 1 ? "page" : undefined}>
            {crumb.to === undefined ? crumb.label : <Link to={crumb.to}>{crumb.label}</Link>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
