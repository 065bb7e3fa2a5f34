import { CircleHelp } from "lucide-react";
import type { ReactNode } from "react";
import { Icon, type IconOf } from "#app/components/icon.tsx";

type ErrorPageProps = {
  icon?: IconOf;
  /** What happened. */
  title: ReactNode;
  /** What is safe, and what to do. */
  children: ReactNode;
  actions?: ReactNode;
  /** The number to give to support. */
  reference?: ReactNode;
};

/** A page for what went wrong, inside whichever shell could still be drawn. */
export function ErrorPage({ icon = CircleHelp, title, children, actions, reference }: ErrorPageProps) {
  return (
    <div className="error-page">
      <Icon of={icon} />
      <h1>{title}</h1>
      <div className="error-page__text">{children}</div>
      {actions && <div className="btn-row">{actions}</div>}
      {reference && <p className="error-page__ref">{reference}</p>}
    </div>
  );
}
