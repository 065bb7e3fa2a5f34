import type { ReactNode } from "react";

const petal = "M28 2C42 14 42 42 28 54C14 42 14 14 28 2Z";

/** Nothing here yet: says so, says what to do, offers at most one way on. */
export function EmptyState({ title, action, children }: { title: ReactNode; action?: ReactNode; children?: ReactNode }) {
  return (
    <div className="empty">
      <svg className="empty__mark" viewBox="0 0 56 56" aria-hidden="true" focusable="false">
        <path d={petal} fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d="M28 14V42" fill="none" stroke="currentColor" strokeWidth="1.5" />
      </svg>
      <p className="empty__title">{title}</p>
      {children && <div className="empty__text">{children}</div>}
      {action}
    </div>
  );
}
