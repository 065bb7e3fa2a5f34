import { CircleCheck, CircleX, Info, Lightbulb, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Icon, type IconOf } from "#app/components/icon.tsx";

export type NoticeTone = "info" | "ok" | "warn" | "stop" | "plain";

const icons: Record<NoticeTone, IconOf> = { info: Info, ok: CircleCheck, warn: TriangleAlert, stop: CircleX, plain: Lightbulb };

type NoticeProps = {
  tone?: NoticeTone;
  icon?: IconOf;
  title?: ReactNode;
  actions?: ReactNode;
  /** "status" or "alert" only when it appears while the page is being read. */
  role?: "status" | "alert";
  children?: ReactNode;
};

export function Notice({ tone = "info", icon, title, actions, role, children }: NoticeProps) {
  return (
    <div className={`notice notice--${tone}`} role={role}>
      <Icon of={icon ?? icons[tone]} />
      <div className="notice__body">
        {title && <p className="notice__title">{title}</p>}
        {children}
      </div>
      {actions && <div className="notice__actions">{actions}</div>}
    </div>
  );
}
