import { Award, Circle, CircleCheck, CircleDashed, CircleX, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Icon, type IconOf } from "#app/components/icon.tsx";

/** `mark`: where one is, what was awarded. `open`: outlined, not yet or outside. */
export type Tone = "ok" | "warn" | "stop" | "info" | "mark" | "neutral" | "open";

const icons: Record<Tone, IconOf> = {
  ok: CircleCheck,
  warn: TriangleAlert,
  stop: CircleX,
  info: Info,
  mark: Award,
  neutral: Circle,
  open: CircleDashed,
};

/** A state: icon and word carry it, colour confirms it. */
export function Badge({ tone = "neutral", icon, children }: { tone?: Tone; icon?: IconOf; children: ReactNode }) {
  return (
    <span className={`badge badge--${tone}`}>
      <Icon of={icon ?? icons[tone]} />
      {children}
    </span>
  );
}
