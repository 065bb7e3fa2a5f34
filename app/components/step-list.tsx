import { Link } from "@remix-run/react";
import { Circle, CircleCheck, CircleDashed, Pencil, TriangleAlert } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { Icon, type IconOf } from "#app/components/icon.tsx";

/** `over`: needs mending. `part`: begun. `none`: not begun. `now`: being written. */
export type StepState = "ok" | "now" | "over" | "part" | "none";

const icons: Record<StepState, IconOf> = { ok: CircleCheck, now: Pencil, over: TriangleAlert, part: CircleDashed, none: Circle };

export type Step = { key: string; to: string; label: ReactNode; state: StepState; stateWord: string; count?: ReactNode; current?: boolean };

/** The sections of a proposal or a form, each with its state; becomes a scrolling row where it is narrow. */
export function StepList({ label, steps }: { label: string; steps: readonly Step[] }) {
  const row = useRef<HTMLElement>(null);
  const current = steps.find((step) => step.current)?.key;
  useEffect(() => showCurrent(row.current), [current]);
  return (
    <nav className="steps" aria-label={label} ref={row}>
      <ol>
        {steps.map((step) => (
          <li key={step.key}>
            <Link to={step.to} data-s={step.state} aria-current={step.current ? "step" : undefined}>
              <Icon of={icons[step.state]} />
              <span>{step.label}</span>
              <span className="vh">, {step.stateWord}</span>
              {step.count !== undefined && <span className="steps__count">{step.count}</span>}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Where the row scrolls, the step one is at would often lie outside it. The page itself stays where it is. */
function showCurrent(row: HTMLElement | null): void {
  const current = row?.querySelector<HTMLElement>("[aria-current]");
  if (!row || !current || row.scrollWidth <= row.clientWidth) return;
  const [outer, inner] = [row.getBoundingClientRect(), current.getBoundingClientRect()];
  row.scrollLeft += inner.left + inner.width / 2 - (outer.left + outer.width / 2);
}

/** `ok` done, `no` stands in the way, `wait` still to come. */
export type CheckState = "ok" | "no" | "wait";
export type Check = { key: string; state: CheckState; stateWord: string; words: ReactNode };

const checkIcons: Record<CheckState, IconOf> = { ok: CircleCheck, no: TriangleAlert, wait: Circle };

/** Conditions and whether each is met. */
export function Checklist({ label, checks }: { label?: string; checks: readonly Check[] }) {
  return (
    <ul className="checks" aria-label={label}>
      {checks.map((check) => (
        <li key={check.key} data-s={check.state}>
          <Icon of={checkIcons[check.state]} />
          <span>
            <span className="vh">{check.stateWord}: </span>
            {check.words}
          </span>
        </li>
      ))}
    </ul>
  );
}
