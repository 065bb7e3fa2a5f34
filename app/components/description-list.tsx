import type { ReactNode } from "react";

export type Description = { term: ReactNode; value: ReactNode; key?: string };

/** Facts in rows. `compact` sets the values at the right edge, for panels of figures. */
export function DescriptionList({ items, form = "facts" }: { items: readonly Description[]; form?: "facts" | "compact" }) {
  return (
    <dl className={form}>
      {items.map(({ term, value, key }, index) => (
        <div key={key ?? index}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
