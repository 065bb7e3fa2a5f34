import { Form, Link } from "@remix-run/react";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "#app/components/button.tsx";
import { Icon } from "#app/components/icon.tsx";

export type ActiveFilter = { key: string; label: ReactNode; removeTo: string; removeWord: string };

type FilterBarProps = {
  /** Spoken name: "Saring proposal". */
  label: string;
  submitWord: string;
  clear?: { word: string; to: string };
  active?: readonly ActiveFilter[];
  /** Parameters that stay: sort, direction. */
  keep?: Record<string, string | undefined>;
  /** `side` stacks the fields, for the left column of public lists. */
  form?: "bar" | "side";
  children: ReactNode;
};

/** A form that asks the same page with other parameters; works by address alone. */
export function FilterBar({ label, submitWord, clear, active = [], keep = {}, form = "bar", children }: FilterBarProps) {
  return (
    <search className={`filter filter--${form}`} aria-label={label}>
      <Form method="get" className="filter__form" preventScrollReset>
        {Object.entries(keep).map(([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />)}
        {children}
        <div className="filter__go">
          <Button variant="secondary" dense={form === "bar"}>
            {submitWord}
          </Button>
        </div>
      </Form>
      {active.length > 0 && (
        <ul className="filter__active">
          {active.map((one) => (
            <li key={one.key} className="filter-on">
              {one.label}
              <Link to={one.removeTo} preventScrollReset>
                <span className="vh">{one.removeWord}</span>
                <Icon small of={X} />
              </Link>
            </li>
          ))}
          {clear && (
            <li>
              <Link className="btn btn--quiet btn--dense" to={clear.to} preventScrollReset>
                {clear.word}
              </Link>
            </li>
          )}
        </ul>
      )}
    </search>
  );
}
